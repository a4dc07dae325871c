import Clinical

/// The ages for which CAPD has developmental anchors (clinical-rules 2.3): newborn, 4, 6, 8 and 28
/// weeks, 1 and 2 years. A child between two is read by the younger; one of two years or more by
/// the item itself.
package enum CAPDAge: String, CaseIterable, Sendable {
  case newborn, weeks4, weeks6, weeks8, weeks28, year1, year2

  package init?(_ context: EntryContext) {
    guard let birth = context.summary.birthDate else { return nil }
    let date = context.zone.date(of: context.at)
    self.init(days: date.dayNumber - birth.dayNumber, years: date.completedYears(since: birth))
  }

  /// The band of an age; `nil` from 3 years on, where no anchor is needed.
  package init?(days: Int64, years: Int) {
    switch (days, years) {
    case (..<0, _): return nil
    case (_, 3...): return nil
    case (_, 2): self = .year2
    case (_, 1): self = .year1
    case (196..., _): self = .weeks28
    case (56..., _): self = .weeks8
    case (42..., _): self = .weeks6
    case (28..., _): self = .weeks4
    default: self = .newborn
    }
  }
}
