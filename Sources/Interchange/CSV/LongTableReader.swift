import Clinical
package import EventText

/// Reads back the long table that `vigil export --as csv-long` writes: the same events.
package struct LongTableReader: Sendable {
  private let records: [CSVReader.Record]
  private let openQuote: Int?

  /// `nil` where the headings are not those of that table, or the export was of no identified patients,
  /// which cannot come back.
  package init?(_ bytes: ArraySlice<UInt8>) {
    guard let (text, _) = TextEncoding.text(of: bytes) else { return nil }
    let file = CSVReader(text)
    guard file.records.first?.fields == LongTable.columns else { return nil }
    records = Array(file.records.dropFirst())
    openQuote = file.openQuote
  }

  /// What becomes of every event: of its lines together.
  package func outcomes(reader: EventReader) -> [TableImport.Outcome] {
    var outcomes: [TableImport.Outcome] = []
    var rest = records[...]
    while let first = rest.first {
      // The lines of one event follow each other and share its id.
      let lines = rest.prefix { id(of: $0) == id(of: first) && !id(of: first).isEmpty }
      let own = lines.isEmpty ? rest.prefix(1) : lines
      rest = rest.dropFirst(own.count)
      var outcome = TableImport.Outcome(
        line: first.line, text: own.map(\.text).joined(separator: "\r\n"))
      do throws(Refusal) {
        outcome.events = [try event(Array(own), reader)]
      } catch {
        outcome.refusal = error
        outcome.refusal?.line = first.line
      }
      outcomes.append(outcome)
    }
    if let openQuote {
      outcomes.append(
        TableImport.Outcome(
          line: openQuote, text: "",
          refusal: Refusal(
            line: openQuote, problem: "a quote begins in this record and never ends",
            remedy: "end it")))
    }
    return outcomes
  }

  private func id(of record: CSVReader.Record) -> String { field("id", record) }

  private func field(_ name: String, _ record: CSVReader.Record) -> String {
    guard let place = LongTable.columns.firstIndex(of: name), record.fields.indices.contains(place)
    else { return "" }
    return CSVWriter.unguarded(record.fields[place])
  }

  private func event(_ records: [CSVReader.Record], _ reader: EventReader) throws(Refusal)
    -> SentEvent
  {
    guard let first = records.first, EventID(id(of: first)) != nil else {
      throw Refusal(
        field: "id", problem: "an event of this table carries the id that the record gave it",
        remedy: "an export with --de-identify has none, and cannot come back")
    }
    var tree = ValueTree()
    for name in [
      "patient", "kind", "at", "id", "recordedAt", "by", "role", "set", "corrects", "reason",
    ] {
      let text = field(name, first)
      if !text.isEmpty { tree.put([.name(name)], .string(text)) }
    }
    for record in records {
      guard record.fields.count == LongTable.columns.count else {
        throw Refusal(
          problem:
            "line \(record.line) has \(record.fields.count) cells, not \(LongTable.columns.count)",
          remedy: "export the table anew")
      }
      try put(record, into: &tree)
    }
    return try reader.read(CanonicalJSON.bytes(of: tree.value)[...])
  }

  private func put(_ record: CSVReader.Record, into tree: inout ValueTree) throws(Refusal) {
    let written = field("path", record)
    if written.isEmpty { return }
    guard let path = ValueTree.path(written) else {
      throw Refusal(field: "path", problem: "\"\(written.prefix(40))\" is no path")
    }
    let text = field("value", record)
    switch field("type", record) {
    case "text": tree.put(path, .string(text))
    case "null": tree.put(path, .null)
    case "flag":
      // A spreadsheet writes `true` as TRUE; anything else is no answer.
      switch text.lowercased() {
      case "true": tree.put(path, .bool(true))
      case "false": tree.put(path, .bool(false))
      default:
        throw Refusal(
          field: "value", problem: "\"\(text.prefix(40))\" is neither true nor false",
          remedy: "write true or false")
      }
    case "number": tree.put(path, .number(try number(text)))
    case "quantity":
      tree.put(path + [.name("value")], .number(try number(text)))
      tree.put(path + [.name("unit")], .string(field("unit", record)))
      let sign = field("comparator", record)
      if !sign.isEmpty { tree.put(path + [.name("comparator")], .string(sign)) }
      let variable = field("variable", record)
      // A result of the laboratory carries its code where another value repeats its path.
      if written.hasPrefix("results["), !variable.isEmpty {
        tree.put(path + [.name("code")], .string(variable))
      }
    case let other:
      throw Refusal(field: "type", problem: "\"\(other.prefix(20))\" is no type of this table")
    }
  }

  private func number(_ text: String) throws(Refusal) -> DecimalNumber {
    guard let number = WrittenNumber(text), number.comparator == nil else {
      throw Refusal(field: "value", problem: "\"\(text.prefix(40))\" is not a number")
    }
    return number.value
  }
}

/// Values put together by their paths: `results[0].lower`.
struct ValueTree {
  enum Step: Hashable {
    case name(String)
    case index(Int)
  }

  private indirect enum Node {
    case leaf(JSONValue)
    case object([(String, Node)])
    case array([Int: Node])
  }

  private var root = Node.object([])

  /// The steps of a path; `nil` for a text that is none.
  static func path(_ text: String) -> [Step]? {
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty else { return nil }
      steps.append(.name(String(name)))
      for piece in pieces.dropFirst() {
        guard piece.last == "]", let index = Int(piece.dropLast()), (0...9999).contains(index)
        else {
          return nil
        }
        steps.append(.index(index))
      }
    }
    return steps.count <= 16 ? steps : nil
  }

  mutating func put(_ path: [Step], _ value: JSONValue) { root = Self.put(root, path[...], value) }

  private static func put(_ node: Node?, _ path: ArraySlice<Step>, _ value: JSONValue) -> Node {
    guard let step = path.first else { return .leaf(value) }
    switch step {
    case .name(let name):
      var members: [(String, Node)] = []
      if case .object(let own) = node { members = own }
      let place = members.firstIndex { $0.0 == name }
      let child = put(place.map { members[$0].1 }, path.dropFirst(), value)
      if let place { members[place].1 = child } else { members.append((name, child)) }
      return .object(members)
    case .index(let index):
      var elements: [Int: Node] = [:]
      if case .array(let own) = node { elements = own }
      elements[index] = put(elements[index], path.dropFirst(), value)
      return .array(elements)
    }
  }

  var value: JSONValue { Self.value(root) }

  private static func value(_ node: Node) -> JSONValue {
    switch node {
    case .leaf(let value): value
    case .object(let members): .object(members.map { JSONMember($0.0, value($0.1)) })
    case .array(let elements): .array(elements.keys.sorted().compactMap { elements[$0].map(value) })
    }
  }
}
