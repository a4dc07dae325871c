package import EventText

/// What a table is before anybody has said what its columns mean: its headings, and its records.
package struct TableHead: Sendable {
  /// The line of headings as it came.
  package let headings: String
  /// The headings, a repeated one with its number: `IL-6`, `IL-6#2`.
  package let names: [String]
  /// Everything after the headings.
  package let records: ArraySlice<CSVReader.Record>
  /// The line on which a quote begins that never ends.
  package let openQuote: Int?
  package let encoding: TextEncoding

  /// - Parameters:
  ///   - encoding: `nil` tells it from the bytes.
  ///   - separator: `nil` tells it from the headings.
  ///   - skip: lines before the headings.
  /// - Throws: where the file is no text, or has no headings.
  package init(
    _ bytes: ArraySlice<UInt8>, encoding: TextEncoding? = nil, separator: Unicode.Scalar? = nil,
    skip: Int = 0
  ) throws(Refusal) {
    guard let (text, found) = TextEncoding.text(of: bytes, as: encoding) else {
      throw Refusal(
        problem: "the file is no text in " + (encoding?.rawValue ?? "UTF-8, UTF-16 or GB 18030"),
        remedy: "say its character set as `encoding` in the mapping")
    }
    let file = CSVReader(Self.skipping(skip, text), separator: separator)
    guard let first = file.records.first else {
      throw Refusal(problem: "the file has no headings", remedy: "check `skip` in the mapping")
    }
    headings = first.text
    names = Self.numbered(first.fields)
    records = file.records.dropFirst()
    openQuote = file.openQuote
    self.encoding = found
  }

  /// What stands in a column, each text once, in the order in which they first stand there.
  ///
  /// - Parameter limit: how many at most.
  package func texts(in column: String, limit: Int) -> [String] {
    guard let place = names.firstIndex(of: column) else { return [] }
    var seen: Set<String> = []
    var texts: [String] = []
    for record in records where record.fields.indices.contains(place) && texts.count < limit {
      let text = CSVWriter.unguarded(record.fields[place].trimmed)
      if !text.isEmpty, seen.insert(text).inserted { texts.append(text) }
    }
    return texts
  }

  // Lines before the headings keep their numbers: blank ones take their place.
  private static func skipping(_ lines: Int, _ text: String) -> String {
    guard lines > 0 else { return text }
    var rest = text.unicodeScalars[...]
    for _ in 0..<lines {
      guard let end = rest.firstIndex(where: { $0 == "\n" || $0 == "\r" }) else { return "" }
      let after = rest.index(after: end)
      let isPair = rest[end] == "\r" && after < rest.endIndex && rest[after] == "\n"
      rest = rest[(isPair ? rest.index(after: after) : after)...]
    }
    return String(repeating: "\n", count: lines) + String(rest)
  }

  private static func numbered(_ fields: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return fields.map { field in
      let name = field.trimmed
      seen[name, default: 0] += 1
      let number = seen[name] ?? 1
      return number == 1 ? name : "\(name)#\(number)"
    }
  }
}
