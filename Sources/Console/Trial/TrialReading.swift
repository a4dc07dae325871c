package import Outcomes

/// The trial's endpoints as they were read, with the tables that the figures show: made once, away from
/// the screen, for of many patients that takes longer than a key may.
package struct TrialReading: Sendable {
  package let report: OutcomeReport
  private let tables: [String: OutcomeTable]
  private let lines: [TrialState.Part: [Int]]
  private let icans: [Int]

  package init(_ report: OutcomeReport) {
    self.report = report
    var tables: [String: OutcomeTable] = [:]
    var lines: [TrialState.Part: [Int]] = [:]
    for part in TrialState.Part.allCases {
      for name in Self.tables(of: part) { tables[name] = report.table(named: name) }
      if let table = Self.tables(of: part).first.flatMap({ tables[$0] }) {
        lines[part] = Self.lines(of: table, part, "CRS")
      }
    }
    icans = tables["grades-by-day"].map { Self.lines(of: $0, .grades, "ICANS") } ?? []
    self.tables = tables
    self.lines = lines
  }

  /// The tables that a figure is made of; the first has the lines that can be chosen.
  static func tables(of part: TrialState.Part) -> [String] {
    switch part {
    case .overview: ["overview"]
    case .swimmer: ["patients", "milestones"]
    case .survival: ["survival", "survival-curves", "numbers-at-risk"]
    case .grades: ["grades-by-day"]
    case .cytokines: ["cytokines"]
    case .expansion: ["kinetics-listing", "samples"]
    case .events: ["adverse-events"]
    case .concordance: ["concordance"]
    }
  }

  func table(_ name: String) -> OutcomeTable? { tables[name] }

  /// The lines of a figure that can be chosen, as places in its first table.
  func lines(of part: TrialState.Part, showsICANS: Bool) -> [Int] {
    part == .grades && showsICANS ? icans : lines[part] ?? []
  }

  private static func lines(
    of table: OutcomeTable, _ part: TrialState.Part, _ scale: String
  ) -> [Int] {
    switch part {
    case .grades: table.rows.indices.filter { table.cell("syndrome", $0)?.text == scale }
    case .expansion:
      table.rows.indices.filter {
        table.cell("variable", $0)?.text == table.cell("variable", 0)?.text
      }
    default: Array(table.rows.indices)
    }
  }
}
