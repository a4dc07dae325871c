/// A count of so many: the digits first, the bar after them, `6/10 [||||||····]`.
package struct Gauge: Hashable, Sendable {
  /// `nil` where nothing was counted: drawn as `-`, never as an empty bar.
  package var value: Int?
  package var total: Int
  package var role: Role

  package init(value: Int?, of total: Int, role: Role = .value) {
    self.value = value.map { min(max(0, $0), max(1, total)) }
    self.total = max(1, total)
    self.role = role
  }

  /// The gauge in at most `width` cells: the bar goes before the digits do.
  package func text(width: Int) -> StyledText {
    guard let value else { return StyledText("-/\(total)", .missing) }
    let digits = "\(value)/\(total)"
    let room = width - digits.utf8.count - 3
    guard room >= 3 else { return StyledText(digits, role) }
    let length = min(total, room)
    // Rounded down unless full, and never empty for a value above none.
    var filled = value * length / total
    if value > 0, filled == 0 { filled = 1 }
    return StyledText(spans: [
      .init(digits, role), .init(" [", .dim),
      .init(String(repeating: "|", count: filled), role),
      .init(String(repeating: "·", count: length - filled), .dim), .init("]", .dim),
    ])
  }
}
