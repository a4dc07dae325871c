import Clinical
import Interchange
import Testing

@Suite("A message of HL7 version 2 is decoded, then cut by its own separators")
struct HL7MessageTests {
  @Test("the separators are those that the header names")
  func ownSeparators() throws {
    let bytes = Array(
      "MSH#*!@%#LAB#7B###20260306041500##ORU*R01#77#P#2.5\rPID###0047*x!0048\r".utf8)
    let message = try HL7Message(bytes[...])
    #expect(message.controlID == "77")
    #expect(message.type == ("ORU", "R01"))
    #expect(HL7Report(message, zone: shanghai).identifiers == ["0047", "0048"])
  }

  @Test(
    "a header without five different separators is refused",
    arguments: ["MSH", "MSH|", "MSH|^~\\", "MSH|^^\\&|A", "MSH|^~\\&A|B", "MSHA^~\\&|A", "PID|1"])
  func brokenHeader(_ text: String) {
    #expect(throws: HL7Error.self) { try HL7Message(Array(text.utf8)[...]) }
  }

  @Test(
    "escapes stand for the separators, for bytes and for line ends",
    arguments: [
      ("a\\F\\b", "a|b"), ("a\\S\\b\\T\\c\\R\\d\\E\\e", "a^b&c~d\\e"), ("\\X41\\\\X42\\", "AB"),
      ("\\XE78E8B\\", "王"), ("a\\.br\\b", "a b"), ("\\H\\bold\\N\\", "bold"),
      ("a\\Z9\\b", "a\\Z9\\b"),
      ("open\\E", "open\\E"), ("\\X4\\", "\\X4\\"),
    ])
  func escapes(_ row: (String, String)) throws {
    let report = try Message.laboratory(["NM|1^\(row.0)^L||1|mg"])
    #expect(report.observations.first?.name == row.1)
  }

  @Test("a mark that joins the letter before it does not hide a separator")
  func combiningMark() throws {
    let report = try Message.laboratory(["NM|1^a\u{301}^L|\u{301}|1|mg"])
    #expect(report.observations.first?.name == "a\u{301}")
    #expect(report.observations.first?.unit == "mg")
  }

  // 乗 is 81 5C, 乣 81 7C, 乛 81 5E and 丂 81 40 in GB 18030: a backslash, a bar and a caret inside.
  static let chinese: [UInt8] =
    Array("MSH|^~\\&|LIS|".utf8) + [0x81, 0x5C, 0x81, 0x7C, 0x81, 0x5E, 0x81, 0x40]
    + Array("|||20260306041500||ORU^R01|7|P|2.4".utf8)

  private static func chineseMessage(_ declared: String) -> [UInt8] {
    chinese + Array("||||||\(declared)\rPID|||00884471||".utf8) + [0xCD, 0xF5, 0x5E, 0xB7, 0xBC]
      + Array("\rOBR|1||F1|x|||20260306040000\rOBX|1|NM|26881-3^IL6^LN||874|pg/mL|||||F\r".utf8)
  }

  @Test(
    "GB 18030 is read where it is declared, and where nothing or something else is",
    arguments: [
      ("GB 18030-2000", 0), ("", 1), ("ASCII", 1), ("UNICODE UTF-8", 1), ("UNICODE", 1),
    ])
  func gb18030(_ row: (String, Int)) throws {
    let message = try HL7Message(Self.chineseMessage(row.0)[...])
    #expect(message.encoding == .gb18030)
    #expect(message.remarks.count == row.1)
    #expect(message.controlID == "7")
    let charting = Message.charting(HL7Report(message, zone: shanghai))
    #expect(charting.results == [LabResult(code: "IL6", value: 874, unit: "pg/mL")])
  }

  @Test("UTF-8 is read under its deprecated name, with a byte order mark, and undeclared")
  func utf8() throws {
    for (mark, declared, remarks) in [
      ("", "UNICODE", 0), ("\u{FEFF}", "UNICODE UTF-8", 0), ("", "", 1),
    ] {
      let text =
        "\(mark)MSH|^~\\&|LIS|血液科|||20260306041500||ORU^R01|7|P|2.3.1||||||\(declared)\rPID|1\r"
      let message = try HL7Message(Array(text.utf8)[...])
      #expect(message.encoding == .utf8)
      #expect(message.remarks.count == remarks)
    }
  }

  @Test("a text in an alphabet that nobody declared and the bytes do not tell is refused")
  func unknownAlphabet() {
    let bytes = Array("MSH|^~\\&|LIS|Lab\u{0}".utf8).dropLast() + [0xFF] + Array("|||".utf8)
    let error = #expect(throws: HL7Error.self) { try HL7Message(Array(bytes)[...]) }
    #expect(error?.field == "MSH-18")
  }

  @Test("a message of 1 MiB is taken, and one byte more is refused")
  func length() throws {
    let start = Array((Message.header() + "\rNTE|1||").utf8)
    let filler = [UInt8](repeating: 0x41, count: HL7Message.longest - start.count)
    #expect(try HL7Message((start + filler)[...]).segments.count == 2)
    #expect(throws: HL7Error.self) { try HL7Message((start + filler + [0x41])[...]) }
  }

  @Test(
    "a file is cut into its messages by any line ends; batch headers and frames are passed over")
  func file() {
    let text =
      "stray\nFHS|^~\\&\r\nMSH|^~\\&|A\r\nPID|1\r\n\u{B}MSH|^~\\&|B\rPID|2\u{1C}\rBTS|1\rMSH|^~\\&|C"
    let file = HL7File(Array(text.utf8)[...])
    #expect(file.strays.map(\.line) == [1])
    #expect(file.messages.map(\.line) == [3, 5, 8])
    #expect(file.messages.map { (try? HL7Message($0.bytes))?.sender } == ["A", "B", "C"])
    #expect((try? HL7Message(file.messages[1].bytes))?.segments.count == 2)
  }

  @Test("a message with several patients becomes one for each, under the same header")
  func severalPatients() throws {
    let bytes = Message.bytes([Message.header(), "PID|||1", "OBX|1", "PID|||2", "OBX|1", "OBX|2"])
    let parts = HL7Intake.onePatientEach(bytes[...])
    let reports = try parts.map { HL7Report(try HL7Message($0), zone: shanghai) }
    #expect(reports.map(\.identifiers) == [["1"], ["2"]])
    #expect(reports.map(\.observations.count) == [1, 2])
    #expect(reports.map(\.message.controlID) == ["1914", "1914"])
  }

  @Test(
    "what is no unsolicited observation is rejected with its code",
    arguments: [
      ("ADT^A01", "77", "2.5", 200), ("ORU^R99", "77", "2.5", 201), ("ORU", "77", "2.5", 201),
      ("ORU^R01", "", "2.5", 101), ("ORU^R01", "77", "3.0", 102), ("ORU^R01", "77", "", 102),
    ])
  func rejected(_ row: (type: String, id: String, version: String, code: Int)) throws {
    let text = "MSH|^~\\&|A||||20260306041500||\(row.type)|\(row.id)|P|\(row.version)\r"
    let message = try HL7Message(Array(text.utf8)[...])
    let error = #expect(throws: HL7Error.self) { try HL7Intake.decide(message) }
    #expect(error?.code.rawValue == row.code)
  }

  @Test(
    "waveforms and alerts of devices are acknowledged and hold nothing to chart",
    arguments: ["W01", "R40", "R42"])
  func acknowledgedOnly(_ event: String) throws {
    let text = "MSH|^~\\&|A||||20260306041500||ORU^\(event)|77|P|2.6\r"
    let decision = try HL7Intake.decide(try HL7Message(Array(text.utf8)[...]))
    #expect(decision != .chart)
  }
}
