/// Escapes of HL7 version 2 (chapter 2, "Use of escape sequences in text fields").
enum HL7Escapes {
  /// The text with `\F\`, `\S\`, `\T\`, `\R\`, `\E\` and `\X..\` resolved, line breaks as blanks, and
  /// highlighting left out; what is no known escape stays as it stands.
  static func resolved(_ text: String, _ delimiters: HL7Delimiters) -> String {
    guard text.unicodeScalars.contains(delimiters.escape) else { return text }
    var out = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == delimiters.escape, let end = rest.firstIndex(of: delimiters.escape) else {
        out.append(scalar)
        continue
      }
      let name = String(rest[..<end])
      guard let meaning = meaning(of: name, delimiters) else {
        out.append(scalar)
        continue
      }
      out.append(contentsOf: meaning.unicodeScalars)
      rest = rest[rest.index(after: end)...]
    }
    return String(out)
  }

  private static func meaning(of name: String, _ delimiters: HL7Delimiters) -> String? {
    switch name {
    case "F": return String(delimiters.field)
    case "S": return String(delimiters.component)
    case "T": return String(delimiters.subcomponent)
    case "R": return String(delimiters.repetition)
    case "E": return String(delimiters.escape)
    case "H", "N": return ""
    case _ where name.hasPrefix(".br") || name.hasPrefix(".sp"): return " "
    case _ where name.hasPrefix("X"): return hexadecimal(name.utf8.dropFirst())
    default: return nil
    }
  }

  private static func hexadecimal(_ digits: some Collection<UInt8>) -> String? {
    let nibbles = digits.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard !nibbles.isEmpty, nibbles.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for n in stride(from: 0, to: nibbles.count, by: 2) {
      guard let high = nibbles[n], let low = nibbles[n + 1] else { return nil }
      bytes.append(UInt8(high * 16 + low))
    }
    return TextEncoding.utf8.decode(bytes) ?? TextEncoding.gb18030.decode(bytes)
  }
}
