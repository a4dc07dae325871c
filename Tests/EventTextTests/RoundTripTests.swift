import Clinical
import EventText
import Testing

@Suite("An event that is taken is the same event after being written and read again")
struct RoundTripTests {
  @Test("by its meaning", arguments: Examples.all)
  func meaning(line: String) throws {
    let event = try readAnywhere(line).event
    let again = try reader.forTraining.read(EventWriter.line(for: event)[...]).event
    #expect(again == event)
  }

  @Test("by the text that the store keeps", arguments: Examples.all)
  func body(line: String) throws {
    var sent = try readAnywhere(line)
    sent.event.recordedAt = sent.event.recordedAt ?? Instant(microseconds: 1_772_770_000_123_456)
    sent.event.source = sent.event.source ?? "import:ward.jsonl"
    let body = EventWriter.body(of: sent)
    let again = try reader.forTraining.read(body[...])
    #expect(again.event == sent.event)
    #expect(text(EventWriter.body(of: again)) == text(body))
    #expect(text(CanonicalJSON.bytes(of: again.object)) == text(body))
  }

  @Test("and there is an example of every kind")
  func everyKind() throws {
    let kinds = try Set((Examples.ofEveryKind + Examples.ofSessions).map { try readAnywhere($0).event.kind })
    #expect(kinds == Set(EventKind.allCases))
  }
}
