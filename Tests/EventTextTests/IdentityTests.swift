import Clinical
import EventText
import Testing

@Suite("The id of an event sent without one")
struct IdentityTests {
  // Reckoned apart from this program, by python3's json and hashlib.
  @Test(
    "is reckoned from its content as the contract says",
    arguments: [
      (8, "c55e771f-cca8-896e-b21a-7537910d17f0"), (3, "85498eb4-f43f-885a-88fc-c704bf5a0e29"),
      (0, "f41bb10c-87c6-8e82-9f82-7103e423d2e3"),
    ])
  func known(example: Int, id: String) throws {
    #expect(try read(Examples.ofTheContract[example]).event.id.description == id)
  }

  private let line =
    #"{"kind":"vitals","patient":"P1","at":"2026-03-06T04:10Z","spo2":{"unit":"%","value":97.0}}"#

  @Test("does not depend on the order of members, white space, escapes or the spelling of numbers")
  func spelling() throws {
    let id = try read(line).event.id
    for other in [
      #"{"at":"2026-03-06T04:10Z","kind":"vitals","patient":"P1","spo2":{"unit":"%","value":97}}"#,
      #" { "patient" : "\u0050\u0031", "at":"2026-03-06T04:10Z","kind":"vitals","spo2":{"value":9.7e1,"unit":"%"} }"#,
      line.dropLast() + ",\"source\":\"import:ward.jsonl\"}",
      "{\"\\u0073ource\":\"console\"," + line.dropFirst(),
      "{\"source\":null," + line.dropFirst(),
    ] {
      #expect(try read(String(other)).event.id == id)
    }
  }

  @Test("depends on everything else that was sent")
  func content() throws {
    let id = try read(line).event.id
    for other in [
      line.replacing("97.0", with: "96"), line.replacing("P1", with: "P2"),
      line.replacing("04:10Z", with: "04:10:00Z"),
      line.dropLast() + ",\"by\":\"wli\"}",
    ] {
      #expect(try read(String(other)).event.id != id)
    }
  }

  @Test("gives way to one that was sent, and is then kept whatever its version")
  func sent() throws {
    let sent = "{\"id\":\"0197F0A4-6C1E-7B3A-9D52-3F6B8C0E1A2D\"," + line.dropFirst()
    #expect(
      try read(String(sent)).event.id.description == "0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2d")
  }

  @Test("an event made here is held to the same rules as one that was sent")
  func made() throws {
    let made = try read(line).event
    #expect(try reader.read(made).event == made)
    var impossible = made
    impossible.content = .vitals(Vitals(spo2: Quantity(101, .percent)))
    #expect(throws: Refusal.self) { try reader.read(impossible) }
    impossible.content = .vitals(Vitals())
    #expect(throws: Refusal.self) { try reader.read(impossible) }
  }

  @Test(
    "the text that is stored has what the store filled in, and nothing that was sent is changed")
  func body() throws {
    var sent = try read(line.dropLast() + ",\"by\":null}")
    sent.event.by = "wli"
    sent.event.role = .nurse
    sent.event.source = "command"
    sent.event.recordedAt = Instant(microseconds: 1_772_741_400_000_000)
    let id = sent.event.id
    #expect(
      text(EventWriter.body(of: sent))
        == #"{"at":"2026-03-06T04:10Z","by":"wli","id":"\#(id)","kind":"vitals","patient":"P1","recordedAt":"2026-03-05T20:10:00.000000Z","role":"nurse","source":"command","spo2":{"unit":"%","value":97}}"#
    )
  }

  @Test("the object as sent keeps its members in the order written")
  func object() throws {
    guard case .object(let members) = try read(line).object else { return #expect(Bool(false)) }
    #expect(members.map(\.name) == ["kind", "patient", "at", "spo2"])
  }
}
