import Clinical
import EventStore
import EventText
import Testing

@Suite("Taking events")
struct AppendTests {
  @Test(
    "An event is stored once, however often and under whatever file name it is sent",
    arguments: Maker.allCases)
  func twice(_ maker: Maker) throws {
    let record = try maker.make()
    let event = try Ward.vitals()
    guard case .stored(1, let id, Ward.morning, []) = try record.log.take(event) else {
      Issue.record("was not stored")
      return
    }
    let renamed = Authorship.imported(file: "again.jsonl")
    let again = try record.log.take(event, by: renamed, at: Ward.morning + .hours(1))
    #expect(again == .duplicate(seq: 1, id: id))
    #expect(try record.log.position() == 1)
  }
}
