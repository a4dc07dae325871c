package import Clinical

/// How a field reads a number: its unit, what can be true, and the shorthand that it takes.
package struct NumberRule: Hashable, Sendable {
  package enum Shorthand: Hashable, Sendable {
    case none
    /// Three digits without a point are tenths: `368` is 36.8.
    case tenths
    /// A number from 0.21 to 1 is a fraction: `0.4` is 40 %.
    case fraction
  }

  package var unit: Clinical.Unit
  /// The smallest and largest value that can be true, both allowed; `nil` is 0 and more.
  package var possible: ClosedRange<DecimalNumber>?
  package var shorthand = Shorthand.none
  /// True where a laboratory gives bounds: `<2.5`, `>5000`.
  package var takesBounds = false

  package init(
    _ unit: Clinical.Unit, _ possible: ClosedRange<DecimalNumber>? = nil,
    shorthand: Shorthand = .none, takesBounds: Bool = false
  ) {
    self.unit = unit
    self.possible = possible
    self.shorthand = shorthand
    self.takesBounds = takesBounds
  }

  package init(_ measure: Measure, shorthand: Shorthand = .none) {
    self.init(measure.unit, measure.possible, shorthand: shorthand)
  }

  /// Reads what is typed. What can no longer become a value is refused with the next letter, and
  /// the letter stays: were it dropped, `3.89` would silently become 389, which is 38.9.
  package func read(_ typed: String, isTyping: Bool) -> FieldValue {
    let text = TypedText.plain(typed)
    guard !text.isEmpty else { return .empty }
    if let value = value(text) { return value }
    let refusal = FieldValue.refused(refusal(text))
    guard isTyping else { return refusal }
    return canBecomeValue(text, steps: 3) ? .unfinished : refusal
  }

  private func value(_ text: String) -> FieldValue? {
    let (comparator, digits) = bound(text)
    guard let written = TypedText.decimal(digits) else { return nil }
    let number = meant(written, hasPoint: digits.contains("."))
    guard isPossible(number) else { return nil }
    return .number(number, comparator)
  }

  private func bound(_ text: String) -> (Comparator?, Substring) {
    guard takesBounds else { return (nil, text[...]) }
    for comparator in [Comparator.lessOrEqual, .greaterOrEqual, .less, .greater]
    where text.hasPrefix(comparator.rawValue) {
      return (comparator, text.dropFirst(comparator.rawValue.count))
    }
    return (nil, text[...])
  }

  private func meant(_ written: DecimalNumber, hasPoint: Bool) -> DecimalNumber {
    switch shorthand {
    case .none: return written
    case .tenths:
      guard !hasPoint, written >= 100, let whole = written.whole else { return written }
      return DecimalNumber(tenths: whole)
    case .fraction:
      return written <= 1 ? written.scaled(by: 100, over: 1, places: 6) : written
    }
  }

  private func isPossible(_ number: DecimalNumber) -> Bool {
    possible.map { $0.contains(number) } ?? (number >= .zero)
  }

  private func refusal(_ text: String) -> EntryText {
    let (_, digits) = bound(text)
    guard let written = TypedText.decimal(digits) else { return EntryText(.notANumber, text) }
    let number = meant(written, hasPoint: digits.contains("."))
    guard let possible else { return EntryText(.notANumber, text) }
    return EntryText(
      .impossible, "\(number)", "\(possible.lowerBound)", "\(possible.upperBound)", unit.label)
  }

  // Whether some letters more make a value: three are enough, for every range that can be true is
  // reached by three digits more or by a point and one.
  private func canBecomeValue(_ text: String, steps: Int) -> Bool {
    guard steps > 0, text.utf8.count < 12 else { return false }
    let comparators: Set<String> = takesBounds ? ["<", ">", "<=", ">="] : []
    if comparators.contains(text) { return true }
    let (_, digits) = bound(text)
    // Only digits and a point can follow, so what is none of both now never will be.
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else { return false }
    for next in "0123456789." {
      let longer = text + String(next)
      if value(longer) != nil || canBecomeValue(longer, steps: steps - 1) { return true }
    }
    return false
  }
}
