import Clinical
import Terminal
import Testing

import Console

@Suite("Drafts, corrections, roles, two at once")
struct DeskTests {
  // MARK: Drafts

  @Test("after each key there is a draft that holds everything typed so far")
  func everyKey() {
    var bench = Bench()
    bench.press("v")
    let line = "368 78 122/74 16 98 r a"
    for (count, letter) in line.enumerated() {
      bench.type(String(letter))
      #expect(bench.drafts.count == count + 1)
      var other = Bench()
      other.press("v")
      #expect(
        other.console.entry.open?.resume(bench.drafts.last?.content ?? [], savedAt: nil) == true)
      #expect(other.form?.texts["quick"]?.text == String(line.prefix(count + 1)))
    }
  }

  @Test("Esc leaves and keeps; the same key offers the draft again, with its own time")
  func escKeeps() {
    var bench = Bench()
    bench.press("v")
    bench.type("368 78")
    bench.press("Esc")
    #expect(bench.form == nil)
    #expect(bench.saved.isEmpty)
    let draft = bench.drafts.last
    let marks = [
      EntryDraftMark(
        login: "li", form: draft?.form ?? "", patient: Bench.patient, savedAt: Bench.now)
    ]
    _ = bench.console.update(.drafts(marks))
    _ = bench.console.update(.tick(Bench.now + .hours(2)))
    bench.effects = []
    bench.press("v")
    #expect(bench.effects == [.loadDraft(form: draft?.form ?? "")])
    _ = bench.console.update(.draft(form: draft?.form ?? "", draft?.content))
    #expect(bench.form?.texts["quick"]?.text == "368 78")
    // Two hours later it is still the round of then.
    #expect(bench.form?.observedAt == Bench.now)
    #expect(bench.screen().contains("your draft of 03-07 14:27"))
  }

  @Test("a draft that outlived its saving is told of it, and doubles nothing by itself")
  func outlived() {
    var bench = Bench()
    bench.press("v")
    bench.type("368 78 122/74 16 98 r a")
    let draft = bench.drafts.last
    bench.press("Enter")
    bench.store()
    bench.effects = []
    bench.press("v")
    #expect(bench.form?.twin == nil)
    bench.console.entry.open?.restore(draft)
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "twin")
  }

  @Test("a draft never overwrites what was typed meanwhile")
  func lateDraft() {
    var bench = Bench()
    bench.press("v")
    bench.type("37")
    _ = bench.console.update(.draft(form: bench.form?.name ?? "", Array("{}".utf8)))
    #expect(bench.form?.texts["quick"]?.text == "37")
  }

  @Test("discarding is asked by one key and done by another")
  func discard() {
    var bench = Bench()
    bench.press("v")
    bench.type("368")
    bench.press("F9", "F9")
    #expect(bench.form?.texts["quick"]?.text == "368")
    bench.press("F9")
    bench.press("Enter")
    #expect(bench.form != nil)
    bench.press("F9")
    bench.type("d")
    #expect(bench.form == nil)
    #expect(bench.effects.last == .discardDraft(form: "vitals:CD7-003"))
  }

  @Test("no single key loses what is typed")
  func noKeyDestroys() {
    let names =
      "Esc Enter Tab S-Tab F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 Delete Backspace Home End PageUp PageDown C-t C-l"
    for name in names.split(separator: " ").map(String.init) {
      var bench = Bench()
      bench.press("v")
      bench.type("368 78 12")
      bench.press(name)
      let discards = bench.effects.contains {
        if case .discardDraft = $0 { true } else { false }
      }
      #expect(!discards, "\(name)")
      #expect(bench.saved.isEmpty, "\(name)")
    }
  }

  @Test("a paste goes into a field and never commands")
  func paste() {
    var bench = Bench()
    bench.press("v")
    bench.effects += bench.console.update(
      .terminal(.paste("368 78 122/74 16 98 r a\nq\n:quit\n")))
    #expect(bench.form != nil)
    #expect(bench.saved.isEmpty)
    bench.press("F2")
    #expect(bench.saved.isEmpty)
  }

  // MARK: Saving

  @Test("a refusal of the store keeps the form and says why")
  func refused() {
    var bench = Bench()
    bench.press("v")
    bench.type("368 78 122/74 16 98 r a")
    bench.press("Enter")
    #expect(bench.form?.phase == .saving)
    // Nothing is typed into a form that is being saved.
    bench.type("9")
    #expect(bench.form?.texts["quick"]?.text == "368 78 122/74 16 98 r a")
    _ = bench.console.update(
      .appendFailed(EntryFailure(form: "vitals:CD7-003", outcome: .refused("disk full"))))
    #expect(bench.form?.phase == .filling)
    #expect(bench.screen().contains("disk full"))
  }

  @Test("where nobody knows whether it was saved, it is not sent again by the same key")
  func unknown() {
    var bench = Bench()
    bench.press("v")
    bench.type("368 78 122/74 16 98 r a")
    bench.press("Enter")
    _ = bench.console.update(
      .appendFailed(EntryFailure(form: "vitals:CD7-003", outcome: .unknown("I/O error"))))
    bench.press("F2")
    #expect(bench.saved.count == 1)
    #expect(bench.screen().contains("not known whether"))
  }

  // MARK: Corrections

  private static func corrected() -> Bench {
    var bench = Bench([
      (
        Bench.moment("2026-03-07", 12),
        .vitals(
          Vitals(
            temperature: Quantity(DecimalNumber(tenths: 384), .celsius), site: .axillary,
            heartRate: Quantity(118, .perMinute)))
      )
    ])
    bench.press("Tab", "Tab")
    return bench
  }

  @Test("a correction shows old and new together and needs a reason")
  func correction() {
    var bench = Self.corrected()
    bench.press("C")
    #expect(bench.form?.kind == .vitals)
    #expect(bench.form?.focus == "temperature")
    #expect(bench.form?.texts["temperature"]?.text == "38.4")
    bench.press("C-k", "Home", "C-k")
    bench.type("374")
    let screen = bench.screen(140, 40)
    #expect(screen.contains("T 38.4 °C"))
    #expect(screen.contains("T 37.4 °C"))
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "reason")
    bench.type("typed 38.4 for 37.4")
    bench.press("F2")
    let item = bench.saved.last?.items.first
    #expect(item?.corrects == bench.events.last?.id)
    #expect(item?.reason == "typed 38.4 for 37.4")
    #expect(item?.at == .moment(Bench.moment("2026-03-07", 12), utcOffset: 28_800))
    guard case .vitals(let vitals)? = item?.content else {
      Issue.record("no vital signs")
      return
    }
    #expect(vitals.temperature == Quantity(DecimalNumber(tenths: 374), .celsius))
    #expect(vitals.heartRate == Quantity(118, .perMinute))
    #expect(vitals.site == .axillary)
  }

  @Test("nothing is stored for a correction that changes nothing")
  func unchanged() {
    var bench = Self.corrected()
    bench.press("C")
    bench.console.entry.open?.focus(on: "reason")
    bench.type("no reason")
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    #expect(bench.notice == .nothingChanged)
  }

  @Test("a correction of a version that somebody else has changed shows who and what")
  func overtaken() {
    var bench = Self.corrected()
    bench.press("C", "C-k", "Home", "C-k")
    bench.type("374")
    bench.console.entry.open?.focus(on: "reason")
    bench.type("typo")
    bench.press("F2")
    var newest = bench.events[bench.events.count - 1]
    newest.by = "moss"
    newest.recordedAt = Bench.now
    _ = bench.console.update(
      .appendFailed(EntryFailure(form: bench.form?.name ?? "", outcome: .overtaken(newest: newest)))
    )
    let screen = bench.screen(140, 40)
    #expect(screen.contains("moss changed it at 03-07 14:27"))
    #expect(bench.form?.texts["temperature"]?.text == "374")
  }

  @Test("an event is taken back with a reason, and a set as a set")
  func retraction() {
    var bench = Bench()
    bench.press("v")
    bench.type("368 78 122/74 16 98 r a")
    bench.press("Enter")
    bench.store()
    let ids = bench.events.suffix(3).map(\.id)
    bench.press("u")
    #expect(bench.form?.kind == .retract)
    bench.press("F2")
    #expect(bench.saved.count == 1)
    bench.type("wrong patient")
    bench.press("F2")
    let items = bench.saved.last?.items ?? []
    #expect(items.map(\.content) == ids.map { .retraction(Retraction(retracts: $0)) })
    #expect(items.allSatisfy { $0.reason == "wrong patient" })
  }

  // MARK: Roles

  static let cells: [(Clinical.Role, EntryAct, Bool)] = [
    (.reader, .observe, false), (.trainee, .observe, true), (.nurse, .observe, true),
    (.physician, .observe, true), (.administrator, .observe, false),
    (.reader, .correctOwn, false), (.trainee, .correctOwn, true), (.nurse, .correctOwn, true),
    (.physician, .correctOwn, true), (.administrator, .correctOwn, false),
    (.reader, .correctRecent, false), (.trainee, .correctRecent, false),
    (.nurse, .correctRecent, true), (.physician, .correctRecent, true),
    (.administrator, .correctRecent, false),
    (.reader, .correctOld, false), (.trainee, .correctOld, false), (.nurse, .correctOld, false),
    (.physician, .correctOld, true), (.administrator, .correctOld, false),
    (.reader, .judge, false), (.trainee, .judge, false), (.nurse, .judge, false),
    (.physician, .judge, true), (.administrator, .judge, false),
    (.reader, .acknowledge, false), (.trainee, .acknowledge, false), (.nurse, .acknowledge, true),
    (.physician, .acknowledge, true), (.administrator, .acknowledge, false),
    (.reader, .administer, false), (.trainee, .administer, false), (.nurse, .administer, false),
    (.physician, .administer, false), (.administrator, .administer, true),
  ]

  @Test("the table of roles", arguments: cells)
  func roles(role: Clinical.Role, act: EntryAct, may: Bool) {
    #expect(EntryUser(login: "x", role: role).may(act, inTraining: false) == may)
  }

  @Test("an instructor is a physician in training stores only", arguments: EntryAct.allCases)
  func instructor(act: EntryAct) {
    let user = EntryUser(login: "x", role: .instructor)
    #expect(!user.may(act, inTraining: false))
    #expect(
      user.may(act, inTraining: true)
        == EntryUser(login: "y", role: .physician).may(act, inTraining: true))
  }

  @Test("who may not is told who may")
  func refusalSaysWho() {
    var bench = Bench(role: .nurse)
    bench.press("y")
    #expect(bench.form == nil)
    #expect(bench.console.message?.text.contains("physician") == true)
    var reader = Bench(role: .reader)
    reader.press("v")
    #expect(reader.form == nil)
    #expect(reader.console.message?.text.contains("nurse") == true)
  }

  @Test("a nurse corrects another's entry within 24 h and no later")
  func nurseCorrects() {
    let user = EntryUser(login: "li", role: .nurse)
    let bench = Self.corrected()
    guard let event = bench.events.last else { return }
    let written = Bench.moment("2026-03-07", 12)
    #expect(
      user.act(correcting: event, at: written + .hours(24), zone: Bench.zone) == .correctRecent)
    #expect(
      user.act(correcting: event, at: written + .hours(24) + .seconds(1), zone: Bench.zone)
        == .correctOld)
  }

  // MARK: Grades

  @Test("a physician confirms a grade with three keys, and another grade asks why")
  func grade() {
    var bench = Bench(
      role: .physician,
      [
        (
          Bench.moment("2026-03-07", 13),
          .vitals(
            Vitals(
              temperature: Quantity(DecimalNumber(tenths: 385), .celsius),
              systolic: Quantity(120, .millimetreOfMercury), spo2: Quantity(97, .percent)))
        )
      ])
    bench.press("y")
    bench.type("c1")
    bench.press("F2")
    #expect(
      bench.contents == [
        .adjudication(Adjudication(scale: "ASTCT-CRS-2019", grade: 1, computed: 1))
      ])
    bench.store()
    bench.press("y")
    bench.type("c2")
    bench.press("F2")
    #expect(bench.form?.focus == "why")
    bench.type("second bolus asked for")
    bench.press("F2")
    #expect(bench.saved.last?.items.first?.reason == "second bolus asked for")
  }

  // MARK: Two at once

  @Test("two forms for one patient, kind and half hour are told of each other")
  func twins() {
    var bench = Bench()
    bench.press("v")
    _ = bench.console.update(
      .drafts([
        EntryDraftMark(
          login: "zhao", form: "vitals:CD7-003", patient: Bench.patient,
          savedAt: Bench.now - .minutes(3))
      ]))
    #expect(bench.screen().contains("zhao is typing the same kind, since 14:24"))
    bench.type("368 78 122/74 16 98 r a")
    // It comes in while this one is typed.
    let theirs = Event(
      id: EventID(high: 8, low: 8), patient: Bench.patient,
      at: .moment(Bench.now - .minutes(2), utcOffset: 28_800), recordedAt: Bench.now, by: "zhao",
      content: .vitals(Vitals(heartRate: Quantity(80, .perMinute))))
    _ = bench.console.update(.events([theirs]))
    bench.press("Enter")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "twin")
    bench.type("k")
    bench.press("F2")
    #expect(bench.saved.count == 1)
  }

  @Test("a colleague's round of twenty minutes ago is told and asks nothing")
  func earlierRound() {
    var bench = Bench([
      (Bench.now - .minutes(20), .vitals(Vitals(heartRate: Quantity(80, .perMinute))))
    ])
    bench.press("v")
    #expect(bench.screen().contains("zhao entered the same kind at 14:07"))
    bench.type("368 80 122/74 16 98 r a")
    bench.press("Enter")
    #expect(bench.saved.count == 1)
  }

  @Test("a patient of a same name asks for the bed")
  func sameName() {
    var bench = Bench()
    var other = Bench()
    other.events = other.events.map { event in
      var event = event
      event.patient = PatientID("CD7-009")
      return event
    }
    guard let id = PatientID("CD7-009") else { return }
    _ = bench.console.update(
      .ward([WardPatient(id, PatientRecord(id, events: other.events, zone: Bench.zone).course)]))
    bench.press("v")
    bench.type("368 78 122/74 16 98 r a")
    bench.press("Enter")
    #expect(bench.form?.focus == "bed")
    bench.type("B08")
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    bench.press("C-k", "Home", "C-k")
    bench.type("b07")
    bench.press("F2")
    #expect(bench.saved.count == 1)
  }

  @Test("similar names are found, in either script")
  func similar() {
    let names = [
      "A": "王芳", "B": "王芬", "C": "欧阳娜娜", "D": "Li Na", "E": "Anders Berg", "F": "Anders Borg",
      "G": "王小芳", "H": "王晓芳",
    ]
    let alike = SimilarNames.alike(
      Dictionary(
        uniqueKeysWithValues: names.compactMap { key, name in PatientID(key).map { ($0, name) } }))
    #expect(alike.map(\.text).sorted() == ["E", "F", "G", "H"])
  }
}

extension EntryState {
  fileprivate mutating func restore(_ draft: EntryDraft?) {
    #expect(resume(draft?.content ?? [], savedAt: nil))
  }
}
