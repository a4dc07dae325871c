import TOMLKit

/// A value of a TOML file, for files whose meaning another room knows.
package indirect enum TOMLValue: Hashable, Sendable {
  case text(String)
  case flag(Bool)
  case whole(Int)
  /// A number with a fraction, as nearly as binary says it.
  case number(Double)
  case list([TOMLValue])
  /// Sorted by key.
  case table([Entry])

  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: TOMLValue
  }

  /// Reads the text of a file.
  ///
  /// - Throws: the first place that is not TOML, and for a date, which no file of ours has.
  package init(toml text: String) throws(ConfigurationError) {
    self = try Self.table(TOMLTable(reading: text))
  }

  private static func table(_ table: TOMLTable) throws(ConfigurationError) -> TOMLValue {
    var entries: [Entry] = []
    for key in table.keys.sorted() {
      guard let value = table[key] else { continue }
      entries.append(Entry(key: key, value: try Self.value(value, key)))
    }
    return .table(entries)
  }

  private static func value(
    _ value: any TOMLValueConvertible, _ key: String
  ) throws(ConfigurationError) -> TOMLValue {
    switch value.type {
    case .string: return .text(value.string ?? "")
    case .bool: return .flag(value.bool ?? false)
    case .int: return .whole(value.int ?? 0)
    case .double: return .number(value.double ?? 0)
    case .table:
      guard let table = value.table else { return .table([]) }
      return try Self.table(table)
    case .array:
      var elements: [TOMLValue] = []
      for element in value.array ?? TOMLArray() { elements.append(try Self.value(element, key)) }
      return .list(elements)
    case .date, .time, .dateTime:
      throw ConfigurationError(problem: "\(key) is a date; write it in quotes")
    }
  }
}
