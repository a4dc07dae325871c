package import Clinical

/// Which names a field takes.
package enum NameRule: Hashable, Sendable {
  /// A vasoactive agent of the table.
  case agent
  /// A drug: the generic name where the table knows it, any other as written.
  case drug
  /// Any name.
  case any

  /// The name that is recorded.
  func read(_ typed: String, isTyping: Bool) -> FieldValue {
    let text = TypedText.plain(typed)
    guard !text.isEmpty else { return .empty }
    switch self {
    case .any: return .text(text)
    case .drug: return .text(DrugTable.drug(named: text)?.generic ?? text)
    case .agent:
      if let agent = VasoactiveAgent(name: text) { return .text(agent.rawValue) }
      let folded = DrugNames.folded(text)
      let isBeginning = VasoactiveAgent.knownNames.contains {
        DrugNames.folded($0).hasPrefix(folded)
      }
      return isTyping && isBeginning ? .unfinished : .refused(EntryText(.unknownAgent, text))
    }
  }
}

/// How a field reads a dose or a rate: a number, with a unit or in the one that is printed beside.
package struct AmountRule: Hashable, Sendable {
  package let standard: Clinical.Unit
  package let allowed: [Clinical.Unit]

  package init(standard: Clinical.Unit, allowed: [Clinical.Unit]) {
    self.standard = standard
    self.allowed = allowed
  }

  package static let dose = AmountRule(standard: .milligram, allowed: Measure.drugDoseUnits)
  package static let volume = AmountRule(standard: .millilitre, allowed: [.millilitre, .litre])
  package static let cells = AmountRule(
    standard: .millionPerKilogram, allowed: [.millionPerKilogram, .million])
  package static func rate(of agent: VasoactiveAgent?) -> AmountRule {
    switch agent {
    case .vasopressin, .terlipressin, .ornipressin, .selepressin:
      AmountRule(standard: .internationalUnitPerMinute, allowed: Measure.pressorRateUnits)
    default:
      AmountRule(standard: .microgramPerKilogramMinute, allowed: Measure.pressorRateUnits)
    }
  }

  /// The quantity that is meant; `nil` for what is no amount, or in a unit that does not fit.
  func quantity(_ typed: String) -> Quantity? {
    let text = TypedText.plain(typed)
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = TypedText.decimal(digits) else { return nil }
    let rest = TypedText.plain(String(text.dropFirst(digits.count)))
    guard !rest.isEmpty else { return Quantity(value, standard) }
    guard let unit = Clinical.Unit(spelling: rest), allowed.contains(unit) else { return nil }
    return Quantity(value, unit)
  }

  func read(_ typed: String, isTyping: Bool) -> FieldValue {
    let text = TypedText.plain(typed)
    guard !text.isEmpty else { return .empty }
    if let quantity = quantity(text) { return .amount(quantity) }
    let rest = text.drop { $0.isASCII && ($0.isNumber || $0 == ".") }
    let mayFit = rest.count < text.count && (rest.isEmpty || !unitsBeginning(with: rest).isEmpty)
    let points = text.prefix(text.count - rest.count).filter { $0 == "." }.count
    if isTyping, mayFit, points <= 1 { return .unfinished }
    return .refused(
      EntryText(.notAnAmount, text, allowed.prefix(4).map(\.label).joined(separator: ", ")))
  }

  private func unitsBeginning(with text: Substring) -> [String] {
    let start = TypedText.plain(String(text))
    return Clinical.Unit.allSpellings.filter { $0.hasPrefix(start) }
  }
}
