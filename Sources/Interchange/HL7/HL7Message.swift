/// One message of HL7 version 2, decoded and cut into segments.
package struct HL7Message: Hashable, Sendable {
  /// The header first.
  package let segments: [HL7Segment]
  /// The character set that it was read in.
  package let encoding: TextEncoding
  /// What is odd about the message as a whole though it can be read.
  package let remarks: [String]

  /// How many bytes a message may have.
  package static let longest = 1 << 20

  /// Reads a message.
  ///
  /// The bytes are decoded before anything is cut: the second byte of a Chinese character may be a
  /// `|`, a `^` or a backslash.
  package init(_ bytes: ArraySlice<UInt8>) throws(HL7Error) {
    guard bytes.count <= Self.longest else {
      throw HL7Error(.dataType, "MSH", "the message is longer than 1 MiB")
    }
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    let (text, encoding, remarks) = try HL7CharacterSet.decode(bytes)
    segments = try Self.segments(of: text)
    self.encoding = encoding
    self.remarks = remarks
  }

  static func segments(of text: String) throws(HL7Error) -> [HL7Segment] {
    let lines = text.unicodeScalars.split { $0 == "\r" || $0 == "\n" }
    guard let first = lines.first, first.starts(with: "MSH".unicodeScalars) else {
      throw HL7Error(.segmentSequence, "MSH", "the message does not begin with MSH")
    }
    guard let delimiters = HL7Delimiters(header: first) else {
      throw HL7Error(.requiredFieldMissing, "MSH-2", "the separators are not five different marks")
    }
    return lines.map { HL7Segment(String($0), delimiters) }
  }

  package var header: HL7Segment { segments[0] }
  /// MSH-10.
  package var controlID: String { header.text(10) }
  /// MSH-9: `ORU`, `R01`.
  package var type: (message: String, event: String) {
    (header.component(9, 1) ?? "", header.component(9, 2) ?? "")
  }
  /// MSH-11: P, T or D; `nil` where it does not say.
  package var processingID: String? { header.component(11) }
  /// MSH-12.
  package var version: String { header.component(12) ?? "" }

  /// What `source` calls the sender: MSH-3, else MSH-4, without their universal ids.
  package var sender: String {
    header.component(3) ?? header.component(4) ?? "unnamed"
  }
}

/// The character set of a message: what MSH-18 says, held against the bytes.
enum HL7CharacterSet {
  static func decode(
    _ bytes: ArraySlice<UInt8>
  ) throws(HL7Error) -> (text: String, encoding: TextEncoding, remarks: [String]) {
    if bytes.allSatisfy({ $0 < 0x80 }), let text = TextEncoding.utf8.decode(bytes) {
      return (text, .utf8, [])
    }
    var readings: [(text: String, encoding: TextEncoding, declared: String)] = []
    for encoding in [TextEncoding.utf8, .gb18030, .latin1] {
      guard let text = encoding.decode(bytes) else { continue }
      readings.append((text, encoding, Self.declaration(in: text)))
    }
    for reading in readings where names(reading.declared).contains(reading.encoding) {
      return (reading.text, reading.encoding, [])
    }
    let declared = readings.first?.declared ?? ""
    // Of an alphabet that is neither declared nor told by the bytes nothing is guessed.
    if let reading = readings.first(where: { $0.encoding != .latin1 }) {
      let remark =
        declared.isEmpty
        ? "MSH-18 declares no character set; read as \(reading.encoding.rawValue)"
        : "MSH-18 declares \(declared), but the text is \(reading.encoding.rawValue)"
      return (reading.text, reading.encoding, [remark])
    }
    throw HL7Error(
      .dataType, "MSH-18",
      "the text is neither UTF-8 nor GB 18030, and \(declared.isEmpty ? "no" : "no known")"
        + " character set is declared")
  }

  private static func declaration(in text: String) -> String {
    (try? HL7Message.segments(of: text))?.first?.text(18) ?? ""
  }

  // HL7 table 0211, and the names in use before it and beside it.
  private static func names(_ declared: String) -> [TextEncoding] {
    switch declared.uppercased() {
    case "UNICODE UTF-8", "UTF-8", "UTF8", "UNICODE": [.utf8]
    case "GB 18030-2000", "GB 18030", "GB18030", "GBK", "GB2312", "GB 2312-80": [.gb18030]
    case "8859/1", "ISO-8859-1", "8859-1": [.latin1]
    default: []
    }
  }
}
