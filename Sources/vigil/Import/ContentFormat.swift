import Interchange

/// What a file holds, told from its beginning rather than from its name.
enum ContentFormat {
  case jsonLines
  case hl7
  case fhir
  /// A table of separated values.
  case table
  /// Something else that can be told; `name` is what a person calls it.
  case other(name: String)

  /// How much of a file is looked at.
  static let window = 4096

  /// Tells the format from the first bytes.
  ///
  /// Only what is surely something else is called so: a file with a broken first line is still a
  /// file of lines, and its good lines are taken.
  init(_ beginning: ArraySlice<UInt8>) {
    func begins(_ signature: [UInt8]) -> Bool { beginning.starts(with: signature) }
    if begins([0x1F, 0x8B]) || begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x28, 0xB5, 0x2F, 0xFD])
      || begins([0xFD, 0x37, 0x7A, 0x58])
    {
      self = .other(name: "a compressed file; unpack it first")
      return
    }
    if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) {
      let text = TextEncoding.text(of: beginning.prefix(beginning.count & ~1))?.text ?? ""
      self = Self.isTable(text) ? .table : .other(name: "UTF-16 text; convert it to UTF-8 first")
      return
    }
    if begins(Array("SQLite format 3\0".utf8)) {
      self = .other(name: "a database, perhaps another store; `vigil export` prints its events")
      return
    }
    var text = beginning.drop { $0 <= 0x20 || $0 == 0x0B }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    for header in ["MSH|", "FHS|", "BHS|", "MSH^"] where text.starts(with: header.utf8) {
      self = .hl7
      return
    }
    let words = String(decoding: text, as: UTF8.self)
    if text.first == UInt8(ascii: "{"), words.contains("\"resourceType\"") {
      self = .fhir
    } else if text.first == UInt8(ascii: "{"), words.contains("\"datasetJSONVersion\"") {
      self = .other(name: "CDISC Dataset-JSON, which is written and not read")
    } else if Self.isTable(words) {
      self = .table
    } else {
      self = .jsonLines
    }
  }

  /// Makes sure that a file holds JSON Lines, by its beginning.
  ///
  /// - Parameter remedy: how to say that it is JSON Lines after all, where that can be said.
  /// - Throws: `Failure` that names what it is instead.
  static func requireJSONLines(
    _ beginning: ArraySlice<UInt8>, _ name: String, remedy: String? = nil
  ) throws {
    let format: String
    switch ContentFormat(beginning.prefix(window)) {
    case .jsonLines: return
    case .hl7: format = "HL7 version 2, which `vigil import` brings into a store"
    case .fhir: format = "FHIR, which `vigil import` brings into a store"
    case .table:
      format =
        "a table of comma-separated values, which `vigil import --mapping` brings into a store"
    case .other(let name): format = name
    }
    throw Failure.couldNot(
      "\(name): this looks like \(format). Events are read from JSON Lines"
        + (remedy.map { "; if it is that after all, \($0)" } ?? ""))
  }

  // Two lines with the same number of separators, and no object at the beginning of either; a brace
  // within them is that of a unit ({copies}/ug).
  private static func isTable(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).prefix(2)
    guard lines.count == 2, !lines.contains(where: { $0.drop(while: \.isWhitespace).first == "{" })
    else { return false }
    return [",", ";", "\t"].contains { (separator: Character) in
      let counts = lines.map { line in line.count { $0 == separator } }
      return counts[0] >= 1 && counts[0] == counts[1]
    }
  }
}
