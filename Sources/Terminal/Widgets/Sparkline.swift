/// The course of a value in one row: a sign a step, its height the value, `▁▂▅▇`.
package struct Sparkline: Sendable {
  /// One a step in order of time; `nil` where nothing was recorded.
  package var values: [Double?]
  /// The same range for every row that is compared with this one.
  package var range: ClosedRange<Double>
  /// Which value stands for several steps in one cell.
  package var keep: Extreme
  package var role: Role

  package init(
    values: [Double?], range: ClosedRange<Double>, keep: Extreme, role: Role = .series1
  ) {
    self.values = values
    self.range = range
    self.keep = keep
    self.role = role
  }

  /// The line in at most `width` cells, `-` where nothing was recorded. In ASCII four heights are
  /// left of eight.
  package func text(width: Int) -> StyledText {
    guard width > 0, !values.isEmpty else { return StyledText() }
    let count = min(width, values.count)
    var spans: [StyledText.Span] = []
    for cell in 0..<count {
      let part = values[(cell * values.count / count)..<((cell + 1) * values.count / count)]
      guard let value = keep.of(part.compactMap { $0 }) else {
        spans.append(.init("-", .missing))
        continue
      }
      spans.append(.init(sign(value), role))
    }
    return StyledText(spans: spans)
  }

  private func sign(_ value: Double) -> String {
    let signs = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let span = range.upperBound - range.lowerBound
    let part = span > 0 ? (value - range.lowerBound) / span : 0
    return signs[min(7, max(0, Int(part * 8)))]
  }
}

/// Which of several values is kept where there is room for one: a spike is never averaged away.
package enum Extreme: Sendable {
  case maximum
  /// For values whose danger is below, as blood pressure and oxygen saturation.
  case minimum

  /// The kept one of the finite values; `nil` of none.
  package func of(_ values: [Double]) -> Double? {
    let finite = values.filter(\.isFinite)
    return switch self {
    case .maximum: finite.max()
    case .minimum: finite.min()
    }
  }

  /// True when `a` is to be kept rather than `b`.
  func prefers(_ a: Double, to b: Double) -> Bool {
    switch self {
    case .maximum: a > b
    case .minimum: a < b
    }
  }
}
