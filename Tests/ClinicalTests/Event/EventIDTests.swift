import Clinical
import Testing

@Suite("Ids of events and patients")
struct EventIDTests {
  @Test("an id reads in either case and is written in lower case")
  func text() throws {
    let id = try #require(EventID("0197F0A4-6C1E-7B3A-9D52-3F6B8C0E1A2D"))
    #expect(id.description == "0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2d")
    #expect(EventID(id.description) == id)
    #expect(EventID(bytes: id.bytes) == id)
    #expect(EventID(bytes: id.bytes[...].dropLast()) == nil)
  }

  @Test(
    "anything else is no id",
    arguments: [
      "", "0197f0a46c1e7b3a9d523f6b8c0e1a2d", "0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2",
      "0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2g", "0197f0a4+6c1e-7b3a-9d52-3f6b8c0e1a2d",
      "{0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2d}", "0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2d ",
    ])
  func invalid(text: String) { #expect(EventID(text) == nil) }

  @Test("an id from content says version 8, one of live entry version 7, both variant 10")
  func versions() throws {
    let content = try #require(EventID(contentHash: [UInt8](repeating: 0xFF, count: 32)))
    #expect(content.description == "ffffffff-ffff-8fff-bfff-ffffffffffff")
    #expect(EventID(contentHash: [UInt8](repeating: 0, count: 15)) == nil)
    let live = EventID(now: Instant(microseconds: 1_772_741_400_123_456), random: (.max, .max))
    #expect(live.description == "019cbf9f-163b-7fff-bfff-ffffffffffff")
    let early = EventID(now: Instant(microseconds: 1_772_741_400_123_456), random: (0, 0))
    let late = EventID(now: Instant(microseconds: 1_772_741_400_124_456), random: (0, 0))
    #expect(early < late)
  }

  @Test("ids are ordered by their bytes")
  func order() {
    #expect(EventID(high: 0, low: .max) < EventID(high: 1, low: 0))
    #expect(EventID(high: 1 << 63, low: 0) > EventID(high: 1, low: 0))
  }

  @Test("a subject's id has 1 to 64 characters and no control character")
  func patients() {
    #expect(PatientID("CD7-003")?.text == "CD7-003")
    #expect(PatientID("王-1") != nil)
    #expect(PatientID("") == nil)
    #expect(PatientID(String(repeating: "a", count: 64)) != nil)
    #expect(PatientID(String(repeating: "a", count: 65)) == nil)
    #expect(PatientID(String(repeating: "王", count: 64)) != nil)
    #expect(PatientID(String(repeating: "王", count: 65)) == nil)
    #expect(PatientID("a" + String(repeating: "\u{301}", count: 64)) == nil)
    for control in ["a\nb", "a\u{0}", "\u{7F}", "a\u{9B}b", "\u{2028}"] {
      #expect(PatientID(control) == nil)
    }
  }
}
