import Clinical
import Grading

/// How the lines of the ward are put in order.
package enum WardOrder: String, CaseIterable, Sendable {
  /// Higher of CRS and ICANS `atLeast`, or of a clinician's grade where that is graver, then `atMost`, then the oldest data, then the bed.
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

  private static func isMoreUrgent(_ a: WardRow, _ b: WardRow) -> Bool {
    let least = (lowest(a), lowest(b))
    if least.0 != least.1 { return least.0 > least.1 }
    let most = (highest(a.crs.atMost, a.icans.atMost), highest(b.crs.atMost, b.icans.atMost))
    if most.0 != most.1 { return most.0 > most.1 }
    // No data at all is the oldest.
    let ages = (a.dataAge?.microseconds ?? .max, b.dataAge?.microseconds ?? .max)
    if ages.0 != ages.1 { return ages.0 > ages.1 }
    return precedes(bedKey(a), bedKey(b), a, b)
  }

  // What is certain; of a clinician's grade and the computed one the graver.
  private static func lowest(_ row: WardRow) -> Int {
    [row.crs.atLeast, row.icans.atLeast, row.crs.gravest, row.icans.gravest]
      .compactMap { $0 }.max() ?? -1
  }

  private static func highest(_ a: Int?, _ b: Int?) -> Int { max(a ?? -1, b ?? -1) }

  private static func bedKey(_ row: WardRow) -> String { row.summary.bed ?? "\u{10FFFF}" }

  private static func precedes(_ a: String, _ b: String, _ x: WardRow, _ y: WardRow) -> Bool {
    a != b ? a < b : x.id < y.id
  }
}
