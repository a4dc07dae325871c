import Clinical
import Console
import Grading
import Terminal
import Testing

@Suite("The other scales on the patient's screen")
struct PatientScalesTests {
  private func open(_ keys: String..., who: String = "王芳") -> SampleConsole {
    var console = SampleConsole.watched
    console.press("h", ":")
    console.type(who)
    console.press("Enter", "S")
    for key in keys { console.press(key) }
    return console
  }

  @Test("S opens them, the palette too; every scale has a line, and which is advice is said")
  func list() {
    let text = open().text(200, 50)
    for scale in OtherScale.all { #expect(text.contains(scale.name), "\(scale.name)") }
    #expect(text.contains("advice beside ASTCT, never the grade"))
  }

  @Test("A missing input shows --, never a number, and names what is missing")
  func missing() {
    let text = open().text(120, 40)
    let line = text.split(separator: "\n").first {
      $0.contains("CAR-HEMATOTOX ") && $0.contains("  ")
    }
    #expect(line != nil)
    for result in [open()].compactMap(\.state.patient).flatMap({ open in
      let record = ScaleRecord(open.record.course, at: open.shown(SampleConsole.watched.state.now))
      return OtherScale.all.map { $0.result(record) }
    }) where !result.missing.isEmpty {
      #expect(result.score == nil, "\(result.scale.name)")
    }
  }

  @Test("Enter reads the chosen one whole, with inputs and source; again, back to the list")
  func reading() {
    let read = open("End", "Enter").text(80, 24)
    #expect(read.contains("NEWS2") && read.contains("inputs") && read.contains("RCP 2017"))
    let back = open("End", "Enter", "Enter").text(80, 24)
    #expect(back.contains("Lee-2014") || back.contains("s-EASIX"))
  }

  @Test("What rests on memory says so")
  func memory() {
    #expect(open("Enter").text(80, 24).contains("from memory, not checked against the paper"))
  }

  @Test("Under 16 NEWS2 shows no number and names the site's PEWS")
  func child() {
    let text = open("End", who: "陈子轩").text(200, 50)
    #expect(text.contains("under 16: use the site's PEWS"))
  }

  @Test("Every word stands in both languages, with the same places")
  func words() {
    for word in ScaleWord.allCases {
      let english = ScaleCatalogue.english[word] ?? ""
      let chinese = ScaleCatalogue.simplifiedChinese[word] ?? ""
      #expect(!english.isEmpty && !chinese.isEmpty, "\(word)")
      #expect(Catalogue.places(in: english) == Catalogue.places(in: chinese), "\(word)")
    }
  }
}
