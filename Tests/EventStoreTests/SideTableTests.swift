import Clinical
import EventStore
import Testing

@Suite("Drafts, last-looked marks and checkpoints")
struct SideTableTests {
  private func draft(_ login: String, _ text: String, form: String = "vitals CD7-003") throws
    -> Draft
  {
    Draft(
      login: login, form: form, patient: try Ward.patient("CD7-003"), savedAt: Ward.morning,
      content: Array(text.utf8))
  }

  @Test(
    "A draft is offered to who typed it; others see that there is one", arguments: Maker.allCases)
  func drafts(_ maker: Maker) throws {
    let record = try maker.make()
    try record.log.save(try draft("wangli", "38."))
    try record.log.save(try draft("wangli", "38.4"))
    try record.log.save(try draft("chen", "90/"))
    let form = "vitals CD7-003"
    #expect(try record.log.draft(of: "wangli", form: form) == draft("wangli", "38.4"))
    #expect(try record.log.draft(of: "zhao", form: form) == nil)
    #expect(try record.log.draftMarks().map(\.login) == ["chen", "wangli"])
    try record.log.discardDraft(of: "wangli", form: form)
    #expect(try record.log.draft(of: "wangli", form: form) == nil)
    #expect(try record.log.position() == 0)
  }

  @Test("A draft that was altered in the file is not offered")
  func alteredDraft() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    try log.save(try draft("wangli", "38.4"))
    try Raw(folder.store).run("UPDATE draft SET content = CAST('48.4' AS BLOB)")
    #expect(try log.draft(of: "wangli", form: "vitals CD7-003") == nil)
  }

  @Test("What a person has seen is kept for each patient", arguments: Maker.allCases)
  func looked(_ maker: Maker) throws {
    let record = try maker.make()
    let patient = try Ward.patient("CD7-003")
    #expect(try record.log.lastLooked("chen", at: patient) == nil)
    try record.log.markLooked("chen", at: patient, seq: 3, now: Ward.morning)
    try record.log.markLooked("chen", at: patient, seq: 5, now: Ward.morning + .hours(1))
    #expect(
      try record.log.lastLooked("chen", at: patient)
        == LastLooked(seq: 5, at: Ward.morning + .hours(1)))
    #expect(try record.log.lastLooked("wangli", at: patient) == nil)
  }

  @Test("A checkpoint is void for another engine and for other settings", arguments: Maker.allCases)
  func checkpoints(_ maker: Maker) throws {
    let record = try maker.make()
    _ = try record.log.take(try Ward.vitals())
    let patient = try Ward.patient("CD7-003")
    let kept = Checkpoint(
      patient: patient, seq: 1, engine: "7", settings: [1, 2], state: [0, 255, 10])
    try record.log.save(kept)
    #expect(try record.log.checkpoint(of: patient, engine: "7", settings: [1, 2]) == kept)
    #expect(try record.log.checkpoint(of: patient, engine: "8", settings: [1, 2]) == nil)
    #expect(try record.log.checkpoint(of: patient, engine: "7", settings: [1]) == nil)
    try record.log.dropCheckpoints()
    #expect(try record.log.checkpoint(of: patient, engine: "7", settings: [1, 2]) == nil)
  }

  @Test(
    "The ward's and the trial's checkpoints of a patient stand beside one another",
    arguments: Maker.allCases)
  func purposes(_ maker: Maker) throws {
    let record = try maker.make()
    for minute in 1...2 { _ = try record.log.take(try Ward.vitals(minute: minute)) }
    let patient = try Ward.patient("CD7-003")
    func kept(_ purpose: Checkpoint.Purpose, _ seq: Int64) -> Checkpoint {
      Checkpoint(
        patient: patient, purpose: purpose, seq: seq, engine: "1", settings: [3],
        state: Array(purpose.rawValue.utf8))
    }
    try record.log.save([kept(.ward, 1), kept(.outcomes, 2)])
    for (purpose, seq) in [(Checkpoint.Purpose.ward, Int64(1)), (.outcomes, 2)] {
      #expect(
        try record.log.checkpoint(of: patient, for: purpose, engine: "1", settings: [3])
          == kept(purpose, seq))
    }
    try record.log.save(kept(.outcomes, 1))
    #expect(
      try record.log.checkpoint(of: patient, engine: "1", settings: [3]) == kept(.ward, 1))
    try record.log.dropCheckpoints()
    #expect(
      try record.log.checkpoint(of: patient, for: .outcomes, engine: "1", settings: [3]) == nil)
  }

  @Test("A store with checkpoints of both purposes is sound")
  func soundWithBoth() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 1))
    let patient = try Ward.patient("CD7-003")
    for purpose in Checkpoint.Purpose.allCases {
      try log.save(
        Checkpoint(
          patient: patient, purpose: purpose, seq: 1, engine: "1", settings: [], state: [9]))
    }
    #expect(try log.verify().faults.isEmpty)
    try Raw(folder.store).run("UPDATE checkpoint SET patient = patient || 'x'")
    #expect(try log.verify().faults.count == 2)
  }

  @Test(
    "A checkpoint that was altered, or made on another chain, is not used",
    arguments: [
      "UPDATE checkpoint SET state = x'00'", "UPDATE checkpoint SET seq = 2",
      "UPDATE checkpoint SET chain = zeroblob(32)", "UPDATE checkpoint SET settings = x'0103'",
    ])
  func alteredCheckpoint(_ sql: String) throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    for minute in 1...2 { _ = try log.take(try Ward.vitals(minute: minute)) }
    let patient = try Ward.patient("CD7-003")
    try log.save(
      Checkpoint(patient: patient, seq: 1, engine: "7", settings: [1, 2], state: [5]))
    try Raw(folder.store).run(sql)
    for settings: [UInt8] in [[1, 2], [1, 3]] {
      #expect(try log.checkpoint(of: patient, engine: "7", settings: settings) == nil)
    }
    #expect(try log.verify().faults.count == 1)
  }
}
