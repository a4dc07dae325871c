import Clinical
@testable import Console
import Grading
import Terminal
import Testing

@Suite("A patient on the screen")
struct PatientScreenTests {
  private func opened(_ name: String) -> SampleConsole {
    var console = SampleConsole()
    console.press("/")
    console.type(name)
    console.press("Enter", "Enter")
    return console
  }

  @Test("Two identifiers, day and grades stand on every part and at every size that has groups")
  func identity() {
    var console = opened("王芳")
    for _ in PatientState.Part.allCases {
      for (width, height) in [(40, 10), (80, 24), (120, 40), (200, 50)] {
        let text = console.text(width, height)
        #expect(text.contains("王芳") && text.contains("00884471"), "\(width)x\(height)")
        #expect(text.contains("D+5"))
      }
      console.press("Tab")
    }
  }

  @Test("The reasons give rule, value and age, and what would change the grade")
  func reasons() {
    var console = opened("王芳")
    console.press("Tab")
    let text = console.text(120, 40)
    for part in [
      "Why CRS 2?", "nasal cannula 4 L/min since 02:15", "38.4 °C axillary at 04:10",
      "nasal cannula above 6 L/min, or a mask", "CRS-HYPOXIA-LOWFLOW", "ICE 9 of 10 at 04:12",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("Not assessed, zero and future never look alike on the day strip")
  func lanes() throws {
    let rows = opened("王芳").rows(80, 24)
    let lane = try #require(rows.first { $0.hasPrefix("CRS") })
    let days = lane.dropFirst(9).enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    #expect(String(days.prefix(5)) == "-----", "before the infusion")
    #expect(days[5] == "0" || days[5] == "-")
    #expect(String(days.suffix(20)) == String(repeating: "·", count: 20))
    #expect(days.contains("2"))
  }

  @Test("Moving by day, hour and event, and back to now")
  func moving() {
    var console = opened("王芳")
    console.press("Left")
    #expect(console.state.patient?.moment == SampleConsole.moment - .days(1))
    #expect(console.text(120, 40).contains("AT 03-05 04:30"))
    console.press("]")
    #expect(console.state.patient?.moment == SampleConsole.moment - .hours(23))
    console.press("Right")
    #expect(console.state.patient?.moment == nil, "not beyond the clock")
    console.press("p")
    let last = SampleConsole.known(at: SampleConsole.moment)
      .filter { $0.patient == console.state.patient?.record.id }
      .map { $0.at.start(in: SampleConsole.zone) }.filter { $0 < SampleConsole.moment }.max()
    #expect(console.state.patient?.moment == last)
    console.press("0")
    #expect(console.state.patient?.moment == nil)
  }

  @Test("One key shows the course as it was known at the moment, marked on the title")
  func asKnown() throws {
    var console = opened("王芳")
    console.press("Left", "K")
    let record = try #require(console.state.patient?.record)
    #expect(record.knownAt == SampleConsole.moment - .days(1))
    #expect(
      record.course.facts.allSatisfy {
        $0.event.recorded(in: SampleConsole.zone) <= SampleConsole.moment - .days(1)
      })
    #expect(console.rows(80, 24)[0].contains("AS KNOWN AT"))
    console.press("Esc")
    #expect(console.state.patient?.record.knownAt == nil)
    console.press("Esc", "Esc")
    #expect(console.state.screen == .ward)
  }

  @Test("A corrected value is struck through in text, with the reason")
  func corrected() throws {
    let corrected = try #require(
      SampleConsole.known(at: SampleConsole.moment).first { $0.corrects != nil })
    let patient = try #require(corrected.patient)
    var console = SampleConsole()
    console.take(.command("palette"))
    console.type(patient.text)
    console.press("Enter")
    let record = try #require(console.state.patient?.record)
    let lines = record.lines(until: SampleConsole.moment, words: .english)
    let struck = try #require(lines.first { $0.event.id == corrected.corrects })
    #expect(struck.fate == .corrected(reason: corrected.reason))
    #expect(lines.contains { $0.event.id == corrected.id && !$0.fate.isStruck })
  }

  @Test("Every flag that a grade can carry is said in words, its name beside it")
  func flags() {
    for bit in 0..<32 {
      for name in Flags(rawValue: 1 << UInt32(bit)).list {
        #expect(Word(flag: name) != nil, "\(name)")
      }
    }
    #expect(Flags(rawValue: 1).list == ["possibleMaskedCRS"])
  }
}
