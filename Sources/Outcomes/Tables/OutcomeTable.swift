package import Clinical

/// A table of results: what stands in it, by which conventions, and what cannot be given and why.
/// The command prints it and the screen shows it; neither computes.
package struct OutcomeTable: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    /// The name in JSON and CSV.
    package let key: String
    /// What a person reads.
    package let heading: String

    package init(_ key: String, _ heading: String) {
      self.key = key
      self.heading = heading
    }
  }

  /// How `--table` calls it.
  package let name: String
  package let title: String
  /// The rules behind its numbers, one sentence each.
  package let conventions: [String]
  package let columns: [Column]
  package let rows: [[Cell]]
  /// True for one line a patient, behind a table's counts.
  package let isListing: Bool

  package init(
    _ name: String, _ title: String, conventions: [String], columns: [Column], rows: [[Cell]],
    isListing: Bool = false
  ) {
    self.name = name
    self.title = title
    self.conventions = conventions
    self.columns = columns
    self.rows = rows
    self.isListing = isListing
  }

  /// The cell of a column in a row; `nil` where there is no such column or row.
  package func cell(_ key: String, _ row: Int) -> Cell? {
    guard let column = columns.firstIndex(where: { $0.key == key }), rows.indices.contains(row),
      rows[row].indices.contains(column)
    else { return nil }
    return rows[row][column]
  }
}

/// One value of a table.
package enum Cell: Sendable, Hashable {
  case text(String)
  case count(Int)
  /// A number at full precision, with how many digits a person reads.
  case number(Double, Digits)
  /// A part of 1, read in per cent.
  case percent(Double)
  case flag(Bool)
  case patients([PatientID])
  case events([EventID])
  /// Cannot be given, and why.
  case missing(String)
  /// Does not apply in this row.
  case none

  /// How many digits of a number a person reads.
  package enum Digits: Sendable, Hashable {
    /// After the point.
    case places(Int)
    /// Of the number, but never fewer than those before the point.
    case significant(Int)
  }

  /// A number that may be missing.
  package static func number(_ value: Double?, _ digits: Digits, else why: String) -> Cell {
    value.map { .number($0, digits) } ?? .missing(why)
  }
}

extension Cell {
  /// What a person reads; `nil` for what cannot be given or does not apply.
  package var text: String? {
    switch self {
    case .text(let text): text
    case .count(let count): "\(count)"
    case .number(let value, let digits): NumberText.text(value, digits)
    case .percent(let value): NumberText.fixed(value * 100, places: 1)
    case .flag(let flag): flag ? "yes" : "no"
    case .patients(let patients): patients.map(\.text).joined(separator: " ")
    case .events(let events): "\(events.count)"
    case .missing, .none: nil
    }
  }

  /// Why it cannot be given; `nil` where it can.
  package var reason: String? { if case .missing(let why) = self { why } else { nil } }
}
