import EventText
import Testing

@Suite("The canonical form is that of RFC 8785")
struct CanonicalJSONTests {
  private func canonical(_ line: String) throws -> String {
    let value = try JSONValue(parsing: Array(line.utf8)[...])
    return text(CanonicalJSON.bytes(of: value))
  }

  @Test("numbers, strings and literals as in its section 3.2.2, numbers cut to 15 digits")
  func primitives() throws {
    let sent = #"""
      {
        "numbers": [333333333.333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    let expected =
      #"{"literals":[null,true,false],"numbers":[333333333.333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
    #expect(try canonical(sent) == expected)
  }

  @Test("names in the order of their UTF-16 code units, as in its section 3.2.3")
  func order() throws {
    let sent = #"""
      {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
      "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",
      "\u00f6":"Latin Small Letter O With Diaeresis"}
      """#
    let value = try JSONValue(parsing: Array(sent.utf8)[...])
    let again = try JSONValue(parsing: CanonicalJSON.bytes(of: value)[...])
    guard case .object(let members) = again else { return #expect(Bool(false)) }
    #expect(members.map(\.name) == ["\r", "1", "\u{80}", "ö", "€", "😀", "\u{FB33}"])
  }

  @Test(
    "a number has one spelling",
    arguments: [
      ("-0", "0"), ("0.0", "0"), ("0e5", "0"), ("1.0", "1"), ("38.40", "38.4"), ("1e2", "100"),
      ("1E+2", "100"), ("12e-1", "1.2"), ("100000000000000000000", "100000000000000000000"),
      ("1000000000000000000000", "1e+21"), ("0.000001", "0.000001"), ("0.0000001", "1e-7"),
      ("-1.50e-9", "-1.5e-9"), ("123456789012345", "123456789012345"),
      ("1.23456789012345", "1.23456789012345"), ("1000000000000000000", "1000000000000000000"),
      ("0.10000000000000000000", "0.1"),
    ])
  func numbers(sent: String, expected: String) throws {
    #expect(try canonical(sent) == expected)
  }

  @Test("the short escapes are used, and only control characters are escaped")
  func escapes() throws {
    let sent = #""\u0008\u0009\u000a\u000c\u000d\u0000\u001f\u007f\u2028\/\"\\""#
    #expect(try canonical(sent) == "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u{7F}\u{2028}/\\\"\\\\\"")
  }

  @Test("objects of many members are sorted, and a name that stands twice among them is found")
  func manyMembers() throws {
    let names = (0..<500).map { "n\($0 * 7919 % 500)" }
    let sent = "{" + names.map { "\"\($0)\":1" }.joined(separator: ",") + "}"
    let expected = "{" + names.sorted().map { "\"\($0)\":1" }.joined(separator: ",") + "}"
    #expect(try canonical(sent) == expected)
    let twice = sent.dropLast() + ",\"n250\":2}"
    #expect(throws: Refusal.self) { try canonical(String(twice)) }
  }
}
