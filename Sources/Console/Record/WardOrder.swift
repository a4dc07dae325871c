import Clinical
import Grading

/// How the lines of the ward are put in order.
package enum WardOrder: String, CaseIterable, Sendable {
  /// As `GradeUrgency` has it.
  case urgency
  case bed
  case name
  case day

  package func sorted(_ rows: [WardRow]) -> [WardRow] {
    rows.sorted { a, b in
      // Those who have left come last, in whatever order.
      if a.isInHouse != b.isInHouse { return a.isInHouse }
      return switch self {
      case .urgency: Self.isMoreUrgent(a, b)
      case .bed: Self.precedes(Self.bedKey(a), Self.bedKey(b), a, b)
      case .name: Self.precedes(a.summary.name ?? "", b.summary.name ?? "", a, b)
      case .day:
        (a.day ?? .min, Self.bedKey(a), a.id) < (b.day ?? .min, Self.bedKey(b), b.id)
      }
    }
  }

  private static func isMoreUrgent(_ a: WardRow, _ b: WardRow) -> Bool { a.urgency < b.urgency }

  private static func bedKey(_ row: WardRow) -> String { row.summary.bed ?? "\u{10FFFF}" }

  private static func precedes(_ a: String, _ b: String, _ x: WardRow, _ y: WardRow) -> Bool {
    a != b ? a < b : x.id < y.id
  }
}

extension WardRow {
  fileprivate var urgency: GradeUrgency {
    GradeUrgency(crs: crs, icans: icans, dataAge: dataAge, bed: summary.bed, id: id)
  }
}
