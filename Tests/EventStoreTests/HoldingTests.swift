import Clinical
import EventStore
import Foundation
import Testing

@Suite("What could not be filed is kept until a person has worked it off")
struct HoldingTests {
  private func message(_ text: String, subject: String = "4711", at minute: Int64 = 0)
    -> HeldMessage
  {
    HeldMessage(
      receivedAt: Ward.morning + .minutes(minute), source: "hl7:MONITOR", subject: subject,
      reason: "unknownPatient", text: "nobody has \(subject)", content: Array(text.utf8))
  }

  @Test("the same message again is one entry, waiting or worked off", arguments: Maker.allCases)
  func once(_ maker: Maker) throws {
    let record = try maker.make()
    #expect(try record.log.countWaiting() == 0 && record.log.waiting() == [])
    #expect(try record.log.hold(message("MSH|1")))
    #expect(try !record.log.hold(message("MSH|1", at: 5)))
    #expect(try record.log.hold(message("MSH|2", at: 1)))
    #expect(try record.log.waiting().map(\.content) == [Array("MSH|1".utf8), Array("MSH|2".utf8)])
    var first = try #require(try record.log.waiting().first)
    first.settlement = HeldMessage.Settlement(
      outcome: .filed, at: Ward.morning + .hours(1), by: "li")
    try record.log.update(first)
    #expect(try record.log.countWaiting() == 1)
    #expect(try !record.log.hold(message("MSH|1")))
    #expect(try record.log.heldMessage(first.id) == first)
    #expect(try record.log.position() == 0)
  }

  @Test("messages of one sender about one subject are a group", arguments: Maker.allCases)
  func groups(_ maker: Maker) throws {
    let record = try maker.make()
    for (n, subject) in ["4711", "0815", "4711", "4711"].enumerated() {
      _ = try record.log.hold(message("MSH|\(n)", subject: subject, at: Int64(n)))
    }
    let groups = try record.log.waitingGroups()
    #expect(groups.map(\.key.subject) == ["4711", "0815"])
    #expect(groups.map(\.count) == [3, 1])
    #expect(groups.first.map { $0.last - $0.first } == .minutes(3))
    let key = try #require(groups.first?.key)
    #expect(try record.log.waiting(in: key).map(\.content).count == 3)
  }

  @Test(
    "a store without an entry is as stores always were; one with an entry is sound and keeps it")
  func schema() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    #expect(try Raw(folder.store).text("SELECT name FROM sqlite_master WHERE name = 'held'") == nil)
    _ = try log.hold(message("MSH|1"))
    #expect(try log.verify().faults.isEmpty)
    _ = try log.take(try Ward.vitals())
    try log.rebuild()
    #expect(try log.countWaiting() == 1)
    let copy = folder.file("copy.vigil")
    _ = try log.backup(to: copy)
    #expect(try Raw(copy).text("SELECT count(*) FROM held") == "1")
  }

  @Test("an entry that was altered is a fault, and is not filed")
  func altered() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.hold(message("MSH|1"))
    try Raw(folder.store).run("UPDATE held SET content = x'00'")
    #expect(try log.verify().faults.count == 1)
    #expect(try log.waiting() == [])
  }
}
