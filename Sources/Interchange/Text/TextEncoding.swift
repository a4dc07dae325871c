import Foundation

/// The character sets in which devices, laboratories and spreadsheets send text.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// With GBK and GB 2312, of which it is a superset.
  case gb18030 = "GB 18030"
  case latin1 = "ISO 8859-1"

  /// The text, or `nil` where the bytes are not of this character set.
  package func decode(_ bytes: some Collection<UInt8>) -> String? {
    switch self {
    case .utf8: String(validating: bytes, as: UTF8.self)
    case .latin1:
      String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    case .utf16LittleEndian, .utf16BigEndian: decodeUTF16(Array(bytes))
    case .gb18030: String(data: Data(bytes), encoding: Self.foundationGB18030)
    }
  }

  // Core Foundation's number for GB 18030-2000, with the bit that Foundation adds.
  private static let foundationGB18030 = String.Encoding(rawValue: 0x8000_0632)

  private func decodeUTF16(_ bytes: [UInt8]) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for n in stride(from: 0, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[n]), UInt16(bytes[n + 1]))
      units.append(self == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
    }
    return String(validating: units, as: UTF16.self)
  }

  /// A whole file as text, told from its byte order mark, else UTF-8 where it is that, else
  /// GB 18030; the mark is taken off.
  ///
  /// - Returns: `nil` for bytes that are none of these.
  package static func text(
    of bytes: ArraySlice<UInt8>, as given: TextEncoding? = nil
  ) -> (text: String, encoding: TextEncoding)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return utf8.decode(bytes.dropFirst(3)).map { ($0, utf8) }
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return utf16LittleEndian.decode(bytes.dropFirst(2)).map { ($0, utf16LittleEndian) }
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return utf16BigEndian.decode(bytes.dropFirst(2)).map { ($0, utf16BigEndian) }
    }
    if let given { return given.decode(bytes).map { ($0, given) } }
    for encoding in [utf8, gb18030] {
      if let text = encoding.decode(bytes) { return (text, encoding) }
    }
    return nil
  }
}
