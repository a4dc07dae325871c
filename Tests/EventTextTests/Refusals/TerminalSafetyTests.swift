import EventText
import Testing

@Suite("Nothing that somebody sent can forge a line or drive a terminal")
struct TerminalSafetyTests {
  @Test(
    "a refusal is one line without anything a terminal obeys, wherever the text stood",
    arguments: [
      #"{"patient":"P","kind":"\u001b[2J\u0007","at":"2026-03-06T04:10Z"}"#,
      #"{"patient":"P","kind":"vitals","at":"2026-03-06T04:10Z","\u001b]0;x\u0007":1}"#,
      #"{"patient":"P","kind":"vitals","at":"now\r\nline 1: all well","spo2":1}"#,
      #"{"patient":"P\u009b31m","kind":"note","at":"2026-03-06T04:10Z","text":"x"}"#,
      #"{"patient":"P","kind":"note","at":"2026-03-06T04:10Z","text":"a\u0000b"}"#,
      #"{"patient":"P","kind":"oxygen","at":"2026-03-06T04:10Z","device":"\u202eecom"}"#,
      #"{"patient":"P","kind":"vitals","at":"2026-03-06T04:10Z","spo2":{"value":9,"unit":"\u2028%"}}"#,
      #"{"patient":"P","kind":"lab","at":"2026-03-06T04:10Z","results":[{"code":"\u001b[31mIL6"}]}"#,
      "{\"a\":\u{1B}[2J}", "{\"\u{9B}a\":x}", "{\"a\":\u{202E}}",
    ])
  func safe(line: String) throws {
    let description = try #require(refusal(line, number: 3)).description
    for scalar in description.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        Issue.record("\(description) holds U+\(String(scalar.value, radix: 16))")
      default: continue
      }
    }
    #expect(description.hasPrefix("line 3"))
    #expect(description.contains("\\u"))
  }

  @Test("what is echoed is cut to a sensible length")
  func length() throws {
    let long = String(repeating: "k", count: 100_000)
    let kind = try #require(refusal("{\"patient\":\"P\",\"kind\":\"\(long)\"}"))
    #expect(kind.description.utf8.count < 300)
    let field = try #require(
      refusal("{\"patient\":\"P\",\"kind\":\"note\",\"at\":\"2026-03-06T04:10Z\",\"\(long)\":1}"))
    #expect(field.description.utf8.count < 300)
  }

  @Test("a refusal reads line, field, what was wrong, what to write, the nearest name")
  func wording() {
    let refusal = Refusal(
      line: 12, field: "temperature.unit", problem: "\"K\" is not a unit of temperature",
      remedy: "write Cel or [degF]")
    #expect(
      refusal.description
        == "line 12, temperature.unit: \"K\" is not a unit of temperature; write Cel or [degF]")
    #expect(
      Refusal(field: "kind", problem: "it is unknown", nearest: "vitals").description
        == "kind: it is unknown; nearest: vitals")
  }
}
