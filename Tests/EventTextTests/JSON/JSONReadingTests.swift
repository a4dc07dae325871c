import Clinical
import EventText
import Testing

@Suite("What is JSON and what is not")
struct JSONReadingTests {
  private func value(_ bytes: [UInt8]) throws(Refusal) -> JSONValue {
    try JSONValue(parsing: bytes[...])
  }

  private func fault(_ bytes: [UInt8]) -> String? {
    do throws(Refusal) {
      _ = try value(bytes)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("white space, nesting and every kind of value are read as they stand")
  func values() throws {
    let sent = " { \"b\" : [ 1 , -2.50 , true , false , null , \"x\\u00e9\" ] ,\t\"a\" : { } } \r\n"
    let read = try value(Array(sent.utf8))
    let decimal = try #require(DecimalNumber(coefficient: -25, exponent: -1))
    #expect(
      read
        == .object([
          JSONMember(
            "b",
            .array([.int(1), .number(decimal), .bool(true), .bool(false), .null, .string("xé")])),
          JSONMember("a", .object([])),
        ]))
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let sent: String
    let problem: String
    var testDescription: String { sent }
    init(_ sent: String, _ problem: String) {
      self.sent = sent
      self.problem = problem
    }
  }

  @Test(
    "a fault is named with its column and what to write",
    arguments: [
      Row("", "column 1: the text is empty"),
      Row("{", "column 2: the text ends before the value does"),
      Row("{\"a\":1", "column 7: the text ends"),
      Row("{\"a\":1}x", "column 8: text follows the end"),
      Row("{\"a\":1} {\"a\":1}", "text follows the end of the value; write one event a line"),
      Row("{\"a\":1,}", "the name of a field is expected"),
      Row("{a:1}", "the name of a field is expected; write it in double quotes"),
      Row("{'a':1}", "the name of a field is expected; write it in double quotes"),
      Row("{\"a\" 1}", "a colon is expected"),
      Row("{\"a\":1 \"b\":2}", "a comma or the end of the object is expected"),
      Row("[1 2]", "a comma or the end of the list is expected"),
      Row("[1,]", "a value is expected before \"]\""),
      Row("{\"a\":,\"b\":1}", "a: column 6: a value is expected before \",\""),
      Row("{\"a\":1,\"b\":2,\"a\":3}", "column 14: the field \"a\" stands twice; write it once"),
      Row("{\"a\":1,\"\\u0061\":3}", "the field \"a\" stands twice"),
      Row("{\"q\":{\"a\":1,\"a\":3}}", "q: column 13: the field \"a\" stands twice"),
      Row("{\"a\":NaN}", "\"NaN\" is not a number; leave out what was not measured"),
      Row("{\"a\":-Infinity}", "\"-Infinity\" is not a number"),
      Row("{\"a\":+1}", "\"+1\" is not a number; write it without the +"),
      Row("{\"a\":.5}", "\".5\" is not a number; write a 0 before the point"),
      Row("{\"a\":5.}", "a number ends in a point"),
      Row("{\"a\":01}", "a number begins with a needless 0"),
      Row("{\"a\":-01}", "a number begins with a needless 0"),
      Row("{\"a\":1e}", "the power of ten of a number is missing"),
      Row("{\"a\":1e999}", "a: column 6: a number is far outside anything that is measured"),
      Row("{\"a\":1e-999}", "far outside anything that is measured"),
      Row("{\"a\":1e61}", "far outside"),
      Row("{\"a\":1234567890123456}", "a number has more than 15 significant digits"),
      Row("{\"a\":[{\"b\":0.1234567890123456}]}", "a[0].b: column 12: a number has more than 15"),
      Row("{\"a\":tru}", "\"tru\" is no value"),
      Row("{\"a\":True}", "\"True\" is no value; write a text in double quotes, a number, true"),
      Row("{\"a\":undefined}", "\"undefined\" is no value"),
      Row("{\"a\":'x'}", "a text stands in single quotes; write double quotes"),
      Row("{\"a\":\"x}", "column 6: a text in quotes does not end"),
      Row(
        "{\"a\":\"x\ty\"}", "a control character (\\u0009) stands in a text; write it as \\u0009"),
      Row("{\"a\":\"\u{0}\"}", "a control character (\\u0000)"),
      Row("{\"a\":\"\\x\"}", "there is no such escape; write a backslash as \\\\"),
      Row("{\"a\":\"\\u12g4\"}", "four hexadecimal digits are expected"),
      Row("{\"a\":\"\\ud800\"}", "half of a surrogate pair stands alone"),
      Row("{\"a\":\"\\udc00\"}", "half of a surrogate pair stands alone"),
      Row("{\"a\":\"\\ud800\\u0041\"}", "half of a surrogate pair stands alone"),
    ])
  func faults(row: Row) throws {
    let told = try #require(fault(Array(row.sent.utf8)))
    #expect(told.contains(row.problem))
  }

  @Test(
    "bytes that are not UTF-8 are refused, in a text and outside one",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xFF],
    ] as [[UInt8]])
  func invalidUTF8(sequence: [UInt8]) throws {
    let inside = try #require(fault(Array("{\"a\":\"".utf8) + sequence + Array("\"}".utf8)))
    #expect(inside.contains("this is not valid UTF-8; save the file as UTF-8"))
    let outside = try #require(fault(Array("{\"a\":".utf8) + sequence + Array("}".utf8)))
    #expect(outside.contains("UTF-8"))
  }

  @Test("all that Unicode has is read, from the ends of every length of UTF-8")
  func validUTF8() throws {
    let scalars = "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(try value(Array("\"\(scalars)\"".utf8)) == .string(scalars))
  }

  @Test("a file saved as UTF-16 is told apart")
  func utf16() throws {
    #expect(try #require(fault([0xFF, 0xFE, 0x7B, 0x00])).contains("looks like UTF-16"))
  }

  @Test("containers stand in each other at most 32 deep")
  func depth() {
    let allowed = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(fault(Array(allowed.utf8)) == nil)
    #expect(fault(Array("[\(allowed)]".utf8))?.contains("more than 32 deep") == true)
    let hostile = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(fault(hostile)?.contains("more than 32 deep") == true)
    let objects = Array(String(repeating: "{\"a\":", count: 100_000).utf8)
    #expect(fault(objects)?.contains("more than 32 deep") == true)
  }

  @Test("a line has at most 1 MB")
  func length() {
    let filling = [UInt8](repeating: UInt8(ascii: "x"), count: 1_048_574)
    #expect(fault([0x22] + filling + [0x22]) == nil)
    #expect(fault([0x22] + filling + [0x22, 0x20])?.contains("longer than 1 MB") == true)
  }

  @Test("a line of nothing but digits, members or escapes is read or refused in good time")
  func longRuns() {
    let digits = [UInt8](repeating: UInt8(ascii: "7"), count: 1_000_000)
    #expect(fault(digits)?.contains("more than 15 significant digits") == true)
    #expect(fault([0x31] + [UInt8](repeating: 0x30, count: 1_000_000)) != nil)
    let members = (0..<100_000).map { "\"\($0)\":1" }.joined(separator: ",")
    #expect(fault(Array("{\(members)}".utf8)) == nil)
    let escapes = String(repeating: "\\u0041", count: 170_000)
    #expect(fault(Array("\"\(escapes)\"".utf8)) == nil)
  }
}
