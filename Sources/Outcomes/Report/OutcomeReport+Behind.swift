package import Clinical
import Grading

extension OutcomeReport {
  /// The lines of patients, with their events, behind one line of a table; `nil` where the table has
  /// none, or no such line.
  package func behind(_ table: OutcomeTable, row: Int) -> OutcomeTable? {
    guard table.rows.indices.contains(row), let title = table.rows[row].first?.text else {
      return nil
    }
    func text(_ key: String) -> String? { table.cell(key, row)?.text }
    switch table.name {
    case "overview": return OverviewLine(rawValue: title).flatMap(behind)
    case "adverse-events":
      return lines("adverse-events-listing", title) {
        $0("term").map { $0.trimmed.lowercased() } == title.lowercased()
      }
    case "patients": return lines("milestones", title) { $0("patient") == title }
    case "grades-by-day":
      return lines("toxicity-listing", title) {
        $0("patient") == title && $0("syndrome") == text("syndrome")
      }
    case "survival", "numbers-at-risk":
      return lines("survival-listing", title) { $0("analysis") == title }
    case "cytokines":
      return lines(
        "cytokines-listing", [title, text("crs")].compactMap { $0 }.joined(separator: ", CRS ")
      ) {
        $0("cytokine") == title && $0("crs") == text("crs")
      }
    case "kinetics-listing":
      return lines("samples", [title, text("variable")].compactMap { $0 }.joined(separator: ", ")) {
        $0("patient") == title && $0("variable") == text("variable")
      }
    case "concordance": return pairs(behind: text("measure") ?? "", of: title)
    default: return nil
    }
  }

  private func behind(_ line: OverviewLine) -> OutcomeTable? {
    let counted = Set(counted(line).map(\.text))
    func isCounted(_ value: (String) -> String?) -> Bool {
      value("patient").map(counted.contains) ?? false
    }
    func lines(_ listing: String, _ holds: @escaping ((String) -> String?) -> Bool) -> OutcomeTable?
    {
      self.lines(listing, line.rawValue) { isCounted($0) && holds($0) }
    }
    switch line {
    case .crsAny, .crsSevere: return lines("toxicity-listing") { $0("syndrome") == "CRS" }
    case .icansAny, .icansSevere: return lines("toxicity-listing") { $0("syndrome") == "ICANS" }
    case .neurotoxicity:
      return lines("adverse-events-listing") { value in
        value("term").map {
          ReportedEvents.scale(named: $0) == .icans || NervousSystem.holds($0)
        } ?? false
      }
    case .severeEvent:
      return lines("adverse-events-listing") { (Int($0("grade") ?? "") ?? 0) >= 3 }
    case .bestResponse, .bestComplete, .negative, .thirdResponse:
      return lines("response-listing") { _ in true }
    case .duration, .progressionFree, .overall:
      return lines("survival-listing") { $0("analysis") == line.analysis?.rawValue }
    case .cmax, .tmax:
      let copies = Self.title(.carCopies)
      return lines("kinetics-listing") { $0("variable") == copies }
    case .cleared: return lines("cd7-listing") { _ in true }
    case .concordance: return lines("concordance-listing") { $0("computed") == $0("adjudicated") }
    }
  }

  private func pairs(behind measure: String, of scale: String) -> OutcomeTable? {
    lines("concordance-listing", "\(scale), \(measure)") { value in
      guard value("scale")?.contains(scale) == true else { return false }
      let computed = value("computed").flatMap { Int($0) }
      guard let adjudicated = value("adjudicated").flatMap({ Int($0) }) else { return false }
      return switch measure {
      case "equal": computed == adjudicated
      case "computed lower": computed.map { $0 < adjudicated } ?? false
      case "computed higher": computed.map { $0 > adjudicated } ?? false
      case "no computed grade": computed == nil
      case "pairs": true
      default: measure == "clinician \(adjudicated), computed \(computed.map { "\($0)" } ?? "")"
      }
    }
  }

  // The lines of a listing that hold, asked by the texts of their cells.
  private func lines(
    _ listing: String, _ title: String, _ holds: ((String) -> String?) -> Bool
  ) -> OutcomeTable? {
    guard let table = table(named: listing) else { return nil }
    let rows = table.rows.indices.filter { row in holds { table.cell($0, row)?.text } }
    return OutcomeTable(
      table.name, title, conventions: table.conventions, columns: table.columns,
      rows: rows.map { table.rows[$0] }, isListing: true)
  }
}

extension OutcomeTable {
  /// The patient of a line of a listing, and the last of its events: what ended it, the peak, the
  /// recovery.
  package func patient(_ row: Int) -> (PatientID, EventID?)? {
    guard rows.indices.contains(row) else { return nil }
    var patient: PatientID?
    var event: EventID?
    for cell in rows[row] {
      if case .patients(let patients) = cell { patient = patients.first }
      if case .events(let events) = cell { event = events.last }
    }
    return patient.map { ($0, event) }
  }
}
