import Clinical
import Grading
import Terminal
import Testing

import Console

@Suite("What changed since one last looked, and the marks on the ward")
struct ChangesTests {
  @Test("opening a patient says so once, and keys in the patient's screen never again")
  func looked() throws {
    var console = SampleConsole()
    _ = console.state.update(.user(EntryUser(login: "li", role: .nurse)))
    console.press("Enter")
    let id = try #require(console.state.patient?.record.id)
    #expect(console.effects.filter { $0 == .looked(id) }.count == 1)
    for key in ["Tab", "Left", "Right", "Down", "Tab"] { console.press(key) }
    #expect(console.effects.filter { if case .looked = $0 { true } else { false } }.count == 1)
    console.press("Esc", "Esc", "Enter")
    #expect(console.effects.filter { $0 == .looked(id) }.count == 2)
  }

  @Test("a line with something new bears a +, and opening the patient takes it away")
  func mark() throws {
    var console = SampleConsole()
    _ = console.state.update(.user(EntryUser(login: "li", role: .nurse)))
    let row = try #require(console.state.chosenRow)
    #expect(!console.rows(100, 30)[3].contains("+ "))
    console.take(.looks([row.id], of: "chen"))
    #expect(console.state.looks.new.isEmpty)
    console.take(.looks([row.id], of: "li"))
    let line = console.rows(100, 30).first { $0.contains("ICU-1") } ?? ""
    #expect(line.contains(" +"), "\(line)")
    #expect(console.text(200, 50).contains("+ new since you last looked"))
    #expect(
      console.state.plainLines(glyphs: .ascii).contains {
        $0.contains("+ new since you last looked")
      })
    console.press("Enter")
    #expect(console.state.looks.new.isEmpty)
  }

  @Test(
    "what others write is new at once, one's own is not, nor what comes to the patient in front")
  func arriving() {
    func event(_ n: UInt64, by: String) -> Event {
      Event(
        id: EventID(high: 6, low: n), patient: Bench.patient,
        at: .moment(Bench.now, utcOffset: 28_800), recordedAt: Bench.now, by: by,
        content: .note("seen"))
    }
    var bench = Bench()
    _ = bench.console.update(.events([event(1, by: "zhao")]))
    #expect(bench.console.looks.new.isEmpty)
    bench.press("w")
    _ = bench.console.update(.events([event(2, by: "li")]))
    #expect(bench.console.looks.new.isEmpty)
    _ = bench.console.update(.events([event(3, by: "zhao")]))
    #expect(bench.console.looks.new == Set([Bench.patient].compactMap { $0 }))
  }

  @Test("U lists them by urgency with the grade then and now, and Enter opens the patient")
  func list() throws {
    var bench = Bench()
    let since = Bench.now - .hours(3)
    let before = try #require(
      Bench.patient.map { PatientRecord($0, events: bench.events, zone: Bench.zone) })
    bench.add(
      Bench.now - .hours(2),
      .vitals(
        Vitals(
          temperature: Quantity(DecimalNumber(tenths: 391), .celsius),
          systolic: Quantity(118, .millimetreOfMercury), spo2: Quantity(97, .percent))))
    bench.add(Bench.now - .hours(1), .note("family informed"))
    let record = PatientRecord(before.id, events: bench.events, zone: Bench.zone)
    _ = bench.console.update(.ward([WardPatient(before.id, record.course)]))
    bench.press("w")
    bench.effects = []
    bench.press("U")
    #expect(bench.effects == [.loadChanges([before.id])])
    let changes = PatientChanges(
      record, new: Set(bench.events.suffix(2).map(\.id)), since: since, before: before.course,
      now: Bench.now)
    _ = bench.console.update(.changes([changes]))
    let screen = bench.screen(140, 30)
    #expect(screen.contains("Since you last looked"))
    #expect(screen.contains("2 new since 03-07 11:27"))
    #expect(screen.contains("CRS -- → 1"), "\(screen)")
    #expect(screen.contains("00884471"))
    let lines = screen.split(separator: "\n")
    let note = lines.firstIndex { $0.contains("family informed") } ?? 0
    let round = lines.firstIndex { $0.contains("12:27") && $0.contains("T 39.1") } ?? 0
    #expect(note > 0 && note < round)
    #expect(bench.plain.contains { $0.contains("family informed") && $0.contains("by zhao") })
    bench.effects = []
    bench.press("Down", "Enter")
    #expect(bench.effects == [.loadPatient(before.id)])
  }

  @Test("nothing new is said so, and no list opens; nor over a form that was opened meanwhile")
  func nothing() {
    var bench = Bench()
    bench.press("w", "U")
    _ = bench.console.update(.changes([]))
    #expect(bench.console.list == nil)
    #expect(bench.screen().contains("nothing new since you last looked"))
  }

  // MARK: Drafts and names

  @Test(
    "a draft of anybody bears a d, and a name like another's a ~, in the legend and in the help")
  func badges() throws {
    var console = SampleConsole()
    let row = try #require(console.state.chosenRow)
    console.take(
      .drafts([
        EntryDraftMark(
          login: "zhao", form: "vitals:\(row.id)", patient: row.id, savedAt: SampleConsole.moment)
      ]))
    let line = console.rows(100, 30).first { $0.contains("ICU-1") } ?? ""
    #expect(line.contains(" d "), "\(line)")
    #expect(console.text(200, 50).contains("d somebody's draft"))
    console.press("?")
    let help = console.text(120, 80)
    for word in [PeopleWord.legendNew, .legendDraft, .legendAlike] {
      #expect(help.contains(Catalogue.english(word)), "\(word)")
    }
  }

  @Test("names are compared when they change, and a form for either asks for the bed")
  func alike() {
    var bench = Bench()
    var other = Bench()
    other.events = other.events.map { event in
      var event = event
      event.patient = PatientID("CD7-009")
      if case .patient(var details) = event.content {
        details.name = "Wang Feng"
        event.content = .patient(details)
      }
      return event
    }
    guard let id = PatientID("CD7-009") else { return }
    #expect(bench.console.ward.alike.isEmpty)
    _ = bench.console.update(
      .ward([WardPatient(id, PatientRecord(id, events: other.events, zone: Bench.zone).course)]))
    #expect(bench.console.ward.alike.count == 2)
    bench.press("v")
    bench.type("368 78 122/74 16 98 r a")
    bench.press("Enter")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "bed")
    bench.type("B07")
    bench.press("F2")
    #expect(bench.saved.count == 1)
    bench.store()
    bench.press("w")
    let screen = bench.screen()
    #expect(screen.contains("~Wang Fang"), "\(screen)")
    #expect(screen.contains("~Wang Feng"))
    // The other is discharged: nobody is alike any more.
    _ = bench.console.update(
      .events([
        Event(
          id: EventID(high: 5, low: 1), patient: id, at: .moment(Bench.now, utcOffset: 28_800),
          recordedAt: Bench.now, by: "zhao", content: .stay(Stay(action: .discharge)))
      ]))
    _ = bench.console.update(.tick(Bench.now + .seconds(1)))
    #expect(bench.console.ward.alike.isEmpty)
  }
}
