import Clinical
import Grading
package import Outcomes

/// The Trial screen: the endpoints as they were read, which figure is in front, which line is chosen.
package struct TrialState: Sendable {
  /// What stands in front.
  package enum Part: String, CaseIterable, Sendable {
    case overview, swimmer, survival, grades, cytokines, expansion, events, concordance
  }

  /// The lines of patients behind a line of a figure.
  package struct Behind: Sendable {
    package var table: OutcomeTable
    package var row = 0
  }

  /// `nil` until they have been read.
  package private(set) var report: OutcomeReport?
  package var part = Part.overview
  package var behind: Behind?
  /// True while the patient in front was opened from here.
  package var hasOpened = false
  /// True where the grades are those of ICANS.
  var showsICANS = false
  private var rows: [Part: Int] = [:]
  // Made once: a screen is drawn at every key.
  private var tables: [String: OutcomeTable] = [:]

  package init() {}

  /// Takes over what was read; what is chosen stays.
  package mutating func take(_ report: OutcomeReport) {
    self.report = report
    let names = Part.allCases.flatMap { Self.tables(of: $0) }
    tables = [:]
    for name in names { tables[name] = report.table(named: name) }
    behind = nil
  }

  /// The tables that a figure is made of; the first has the lines that can be chosen.
  static func tables(of part: Part) -> [String] {
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

  /// The lines of the figure in front, as places in its first table.
  package var lines: [Int] {
    guard let table = Self.tables(of: part).first.flatMap(table) else { return [] }
    switch part {
    case .grades:
      let scale = showsICANS ? "ICANS" : "CRS"
      return table.rows.indices.filter { table.cell("syndrome", $0)?.text == scale }
    case .expansion:
      let copies = table.rows.first.flatMap { $0.count > 1 ? $0[1].text : nil }
      return table.rows.indices.filter { table.cell("variable", $0)?.text == copies }
    default: return Array(table.rows.indices)
    }
  }

  /// Which of `lines` is chosen.
  package var row: Int {
    get { max(0, min(rows[part] ?? 0, lines.count - 1)) }
    set { rows[part] = newValue }
  }

  /// The chosen line's place in the figure's first table.
  var chosen: Int? { lines.indices.contains(row) ? lines[row] : nil }
}
