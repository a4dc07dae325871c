import Clinical
import Terminal
import Testing

import Console

@Suite("The holding list: what devices sent and could not be filed")
struct HoldingTests {
  static let groups = [
    HeldGroup(
      id: "1", source: "hl7:MONITOR", subject: "bed 7B B99", patient: nil, reason: "unknownPatient",
      text: "unknown patient or bed: nobody lay in bed B99 of unit 7B then", count: 3,
      first: SampleConsole.moment - .hours(1), last: SampleConsole.moment),
    HeldGroup(
      id: "2", source: "hl7:LIS", subject: "00884471", patient: PatientID("CD7-003"),
      reason: "badUnit", text: "unit does not fit: OBX 2 Hemoglobin: \"g/mL\" is not a unit of HGB",
      count: 1, first: SampleConsole.moment, last: SampleConsole.moment),
  ]

  private func console(_ role: Clinical.Role? = .nurse) -> SampleConsole {
    var console = SampleConsole()
    _ = console.state.update(.user(EntryUser(login: "li", role: role)))
    console.take(.held(Self.groups))
    return console
  }

  private func workedOff(_ console: SampleConsole) -> [HeldDecision] {
    console.effects.compactMap { if case .workOff(_, let decision) = $0 { decision } else { nil } }
  }

  @Test("the ward says how many messages wait, and nothing where none do")
  func count() {
    #expect(console().text(80, 24).contains("4 held"))
    #expect(!SampleConsole().text(80, 24).contains("held"))
    #expect(console().state.plainLines(glyphs: .ascii).contains { $0.contains("4 held") })
  }

  @Test("H shows them by sender and subject, with why they wait, and the chosen ones in full")
  func screen() {
    var console = console()
    console.press("H")
    let text = console.text(120, 30)
    for piece in [
      "Holding list", "MONITOR", "bed 7B B99", "unknown patient or bed", "unit does not fit",
      "nobody lay in bed B99",
    ] {
      #expect(text.contains(piece), "\(piece)")
    }
    console.press("Down")
    #expect(console.text(120, 30).contains("g/mL"))
    console.press("Esc")
    #expect(console.state.screen == .ward)
  }

  @Test("what goes while the question is open is filed for nobody, and no other in its place")
  func gone() {
    for answers in [["Down", "Enter"], ["Enter"]] {
      var console = console()
      console.press("H", "Enter")
      console.type("CD7-003")
      if answers.count == 2 { console.press("Enter") }
      console.take(.held(Array(Self.groups.dropFirst())))
      for key in answers { console.press(key) }
      #expect(workedOff(console) == [])
      #expect(console.state.message?.text.contains("nothing was done") == true)
    }
  }

  @Test("filing asks for the patient, and then once more, with bed, name and number")
  func filing() throws {
    var console = console()
    console.press("H", "Enter")
    console.type("CD7-003")
    console.press("Enter")
    #expect(workedOff(console) == [])
    let text = console.text(120, 30)
    #expect(text.contains("Do not file") && text.contains("3 of bed 7B B99"))
    let patient = try #require(PatientID("CD7-003"))
    let summary = try #require(console.state.ward.patients[patient]).summary
    let number = try #require(summary.hospitalNumber)
    #expect(text.contains(number))
    console.press("Down", "Enter")
    #expect(workedOff(console) == [.file(for: patient)])
  }

  @Test("Enter at the question files nothing; neither does Esc at either list")
  func notFiled() {
    for keys in [["Enter"], ["Esc"]] {
      var console = console()
      console.press("H", "Enter")
      console.type("CD7-003")
      console.press("Enter")
      for key in keys { console.press(key) }
      #expect(workedOff(console) == [])
      #expect(console.state.list == nil)
    }
  }

  @Test("where the patient is known and something else is wrong, it goes to nobody else")
  func known() throws {
    var console = console()
    console.press("H", "Down", "Enter")
    #expect(console.state.list?.picker.items.map(\.id) == ["held-patient:CD7-003"])
  }

  @Test("putting aside takes a reason")
  func dismissing() {
    var console = console()
    console.press("H", "d")
    #expect(workedOff(console) == [])
    console.press("Enter")
    #expect(workedOff(console) == [.dismiss(note: "entered by hand")])
  }

  @Test("nobody but a nurse or a physician works it off", arguments: Clinical.Role.allCases)
  func roles(_ role: Clinical.Role) {
    var console = console(role)
    console.press("H", "d", "Enter")
    let may = role == .nurse || role == .physician
    #expect(workedOff(console).count == (may ? 1 : 0), "\(role)")
    if !may { #expect(console.text(120, 30).contains("a nurse or a physician")) }
  }

  @Test("one decision at a time; what came of it is said, and the next may follow")
  func oneAtATime() {
    var console = console()
    console.press("H", "d", "Enter", "d")
    #expect(console.state.list == nil)
    console.take(.heldDone(Message("3 put aside: entered by hand")))
    #expect(console.text(120, 30).contains("3 put aside"))
    console.press("d", "Enter")
    #expect(workedOff(console).count == 2)
  }

  @Test("an older group that comes to the top does not take the place of the chosen one")
  func chosen() {
    var console = console()
    console.press("H")
    var earlier = Self.groups[1]
    earlier.id = "0"
    earlier.first = SampleConsole.moment - .hours(9)
    console.take(.held([earlier] + Self.groups))
    #expect(console.state.holding.chosen?.id == "1")
  }

  @Test("every word stands in both languages, with the same places")
  func words() {
    for word in HoldingWord.allCases {
      let english = HoldingCatalogue.english[word]
      let chinese = HoldingCatalogue.simplifiedChinese[word]
      #expect(english != nil && chinese != nil, "\(word)")
      #expect(
        Catalogue.places(in: english ?? "") == Catalogue.places(in: chinese ?? ""), "\(word)")
    }
  }
}
