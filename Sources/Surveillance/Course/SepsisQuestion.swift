package import Clinical

/// Fever with neutropenia, which may be sepsis beside CRS: what a screen asks for as facts, beside the
/// grade and never instead of it.
package struct SepsisQuestion: Sendable, Hashable {
  /// When the fever began, and was last measured.
  package let feverSince: Instant
  package let lastFever: Instant
  /// 10*9/L.
  package let neutrophils: LabInterval
  /// The newest antimicrobial since the day before the fever; `nil` where none is on record.
  package let antimicrobial: Given?
  /// When cultures were recorded as taken since then: a finding whose name speaks of a culture.
  package let cultures: Instant?

  /// What the name of such a finding holds.
  static let culture = "culture"
  /// The name of the finding by which a screen records them, in the record's language.
  package static let culturesFinding = "blood cultures taken"

  package struct Given: Sendable, Hashable {
    package let drug: String
    package let at: Instant
  }
}

extension Look {
  /// The question while a fever of the last 24 h meets neutrophils at or below the limit of A01.
  mutating func sepsisQuestion() -> SepsisQuestion? {
    guard let fever = chart.fever, !reached(fever.last + .hours(24)), isCurrent(fever.last),
      let count = lab(.neutrophils), count.interval.isAtMost(settings[.a01Neutrophils])
    else { return nil }
    let since = fever.first - .hours(24)
    let cultures = chart.findings.filter {
      $0.key.contains(SepsisQuestion.culture) && $0.value.at >= since
    }
    return SepsisQuestion(
      feverSince: fever.first, lastFever: fever.last, neutrophils: count.interval,
      antimicrobial: chart.drugs.antimicrobials.last { $0.at >= since }.map {
        SepsisQuestion.Given(drug: $0.drug, at: $0.at)
      }, cultures: cultures.map(\.value.at).max())
  }
}
