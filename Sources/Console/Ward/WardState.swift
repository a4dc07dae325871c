package import Clinical
import Grading
package import Terminal

/// The ward as it is shown: its patients, the order, the filter, the choice.
package struct WardState: Sendable {
  package var patients: [PatientID: WardPatient] = [:]
  package var order = WardOrder.urgency
  package var filter = Filter.all
  /// Text that a line must hold; empty is every line.
  package var search = TextInput("", limit: searchLimit)
  /// True while the search field has the focus.
  package var isSearching = false
  /// True while those not in house are shown too.
  package var showsOutOfHouse = false
  package var hasLoadedOutOfHouse = false
  package var selected: PatientID?
  package var isLoaded = false
  /// Those of whom a highest alert stands unacknowledged: first of all, and never hidden.
  package var standing: Set<PatientID> = []
  /// Those in house whose name is like another's; found when names change, not with every frame.
  package internal(set) var alike: Set<PatientID> = []

  static let searchLimit = 64

  /// Small plots in the place of the newest values.
  package var showsTrends = false

  package init() {}

  /// Which lines are shown.
  package enum Filter: String, CaseIterable, Sendable {
    case all
    /// CRS or ICANS at least 1.
    case graded
    /// CRS or ICANS at least 2.
    case severe
    /// A grade that is not known for want of data.
    case unknown

    func keeps(_ row: WardRow) -> Bool {
      switch self {
      case .all: return true
      // Whoever cannot be graded since the infusion may have any grade.
      case .graded: return row.gravest.map { $0 >= 1 } ?? (row.day != nil)
      case .severe: return row.gravest.map { $0 >= 2 } ?? (row.day != nil)
      case .unknown:
        return row.day != nil && (row.crs.grade == nil || row.icans.grade == nil)
      }
    }
  }

  /// What the ward shows at a moment.
  package struct Listing: Sendable {
    package let rows: [WardRow]
    /// Everybody in house, whatever is hidden.
    package let house: [WardRow]
    /// Lines in house that a filter or a search keeps off the screen.
    package let hidden: Int
    package let inHouse: Int
    package let outOfHouse: Int
    /// The gravest among the hidden, when it is above 0.
    package let worstHidden: Int?
  }

  package func listing(at now: Instant) -> Listing {
    let all = patients.values.map { WardRow($0, at: now) }
    let inHouse = all.filter(\.isInHouse)
    let eligible = showsOutOfHouse ? all : inHouse
    let shown = eligible.filter {
      standing.contains($0.id) || filter.keeps($0) && matches($0)
    }
    let kept = Set(shown.map(\.id))
    let hidden = eligible.filter { !kept.contains($0.id) }
    let worst = hidden.compactMap(\.gravest).max() ?? 0
    return Listing(
      rows: standingFirst(order.sorted(shown)), house: inHouse, hidden: hidden.count,
      inHouse: inHouse.count,
      outOfHouse: all.count - inHouse.count, worstHidden: worst > 0 ? worst : nil)
  }

  /// Chooses the first that the search finds: those who are shown although they do not match must
  /// not be opened in the place of the one who was looked for.
  mutating func chooseFound(at now: Instant) {
    guard !standing.isEmpty, !search.text.isEmpty,
      let found = listing(at: now).rows.first(where: matches)
    else { return }
    selected = found.id
  }

  // The order stays, but for those who must not wait.
  private func standingFirst(_ rows: [WardRow]) -> [WardRow] {
    guard !standing.isEmpty else { return rows }
    return rows.filter { standing.contains($0.id) } + rows.filter { !standing.contains($0.id) }
  }

  private func matches(_ row: WardRow) -> Bool {
    guard !search.text.isEmpty else { return true }
    let wanted = search.text.lowercased()
    let texts = [
      row.id.text, row.summary.name, row.summary.bed, row.summary.hospitalNumber,
      row.summary.diagnosis,
    ]
    return texts.contains { $0?.lowercased().contains(wanted) ?? false }
  }
}
