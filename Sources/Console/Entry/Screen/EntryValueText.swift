import Clinical
import Terminal

/// Values of fields as a person reads them.
struct EntryValueText {
  let words: EntryCatalogue
  let zone: Zone

  func text(_ value: FieldValue, in spec: FieldSpec) -> String {
    switch value {
    case .empty, .unfinished: ""
    case .refused(let text): words(text)
    case .notDone: words(.notDoneMark)
    case .number(let number, let comparator):
      "\(comparator?.rawValue ?? "")\(Self.padded(number, in: spec))"
    case .pressure(let systolic, let diastolic):
      "\(systolic)" + (diastolic.map { "/\($0)" } ?? "")
    case .choice(let id): spec.options.option(id: id).map { words($0.word, $0.id) } ?? id
    case .choices(let ids):
      ids.map { id in spec.options.option(id: id).map { words($0.word, $0.id) } ?? id }
        .joined(separator: ", ")
    case .text(let text): text
    case .moment(let instant): LocalTime(zone: zone).dayAndClock(instant)
    case .date(let date): "\(date)"
    case .results(let results): results.map(\.code).joined(separator: " ")
    case .amount(let quantity): "\(quantity.value) \(quantity.unit.label)"
    case .contents: ""
    }
  }

  // A temperature is written with its tenth.
  private static func padded(_ number: DecimalNumber, in spec: FieldSpec) -> String {
    guard case .number(let rule) = spec.kind, rule.shorthand == .tenths, number.whole != nil else {
      return "\(number)"
    }
    return "\(number).0"
  }

  /// The last value with the difference from it: `38.7 (+0.2)`.
  func last(_ spec: FieldSpec, now value: FieldValue) -> FittedText {
    guard let last = spec.last else { return FittedText([]) }
    var text = text(last.value, in: spec)
    // The unit is printed beside it already.
    if case .amount(let quantity) = last.value, quantity.unit.label == spec.unit {
      text = "\(quantity.value)"
    }
    if case .choice(let id) = last.value, let option = spec.options.option(id: id) {
      return FittedText([StyledText(text, .dim), StyledText(String(option.key), .dim)])
    }
    guard let difference = Self.difference(value, from: last.value) else {
      return FittedText(text, .dim)
    }
    return FittedText([
      StyledText("\(text) (\(difference))", .dim), StyledText(text, .dim),
    ])
  }

  static func difference(_ value: FieldValue, from last: FieldValue) -> String? {
    let pair: (DecimalNumber, DecimalNumber)? =
      switch (value, last) {
      case (.number(let a, nil), .number(let b, nil)): (a, b)
      case (.pressure(let a, _), .pressure(let b, _)): (a, b)
      case (.amount(let a), .amount(let b)) where a.unit == b.unit: (a.value, b.value)
      default: nil
      }
    guard let (now, before) = pair else { return nil }
    let difference = now - before
    return difference > .zero ? "+\(difference)" : "\(difference)"
  }
}
