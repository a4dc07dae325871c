import Clinical
import Grading
import Terminal

/// How a grade is written: the digit alone only where it is final; text alone tells everything.
enum GradeText {
  /// `3`, `3?` provisional, `≥2`, `0-2`, `--` not known, `n/a`, `-` before the infusion, and after a
  /// clinician's grade the computed one: `2(3)`.
  static func short(_ record: GradeRecord, _ words: Catalogue) -> StyledText {
    StyledText(plain(record, words), role(record))
  }

  /// With the trend behind it: `3▴`.
  static func short(
    _ record: GradeRecord, _ trend: WardRow.Trend, _ words: Catalogue
  ) -> FittedText {
    let text = short(record, words)
    let sign =
      switch trend {
      case .up: "▴"
      case .down: "▾"
      case .level, .unknown: ""
      }
    return sign.isEmpty ? FittedText(text) : FittedText([text + StyledText(sign, .strong), text])
  }

  static func plain(_ record: GradeRecord, _ words: Catalogue) -> String {
    let computed = computed(record, words)
    guard let said = record.adjudicated else { return computed }
    return said == record.grade ? "\(said)✓" : "\(said)(\(computed))"
  }

  private static func computed(_ record: GradeRecord, _ words: Catalogue) -> String {
    let least = record.atLeast ?? 0
    let most = record.atMost ?? 4
    switch record.status {
    case .notApplicable: return words(.gradeBefore)
    case .notAssessable: return words(.gradeNotAssessable)
    case .final: return record.grade.map { "\($0)" } ?? words(.gradeNone)
    case .provisional: return record.grade.map { "\($0)?" } ?? "\(least)-\(most)"
    case .partial: return least > 0 ? "≥\(least)" : "\(least)-\(most)"
    case .indeterminate: return least > 0 ? "≥\(least)" : words(.gradeNone)
    }
  }

  static func role(_ record: GradeRecord) -> Terminal.Role {
    if let said = record.adjudicated { return .grade(said) }
    if let grade = record.grade { return .grade(grade) }
    if let least = record.atLeast, least > 0 { return .grade(least) }
    return .gradeUnknown
  }

  static func status(_ status: GradeStatus, _ words: Catalogue) -> String {
    switch status {
    case .notApplicable: words(.statusNotApplicable)
    case .final: words(.statusFinal)
    case .notAssessable: words(.statusNotAssessable)
    case .indeterminate: words(.statusIndeterminate)
    case .partial: words(.statusPartial)
    case .provisional: words(.statusProvisional)
    }
  }
}

extension Scale {
  /// `CRS`, `ICANS`.
  var word: Word { self == .crs ? .columnCRS : .columnICANS }
}

extension Domain {
  var word: EntryWord {
    switch self {
    case .fever: .domainFever
    case .hypotension: .domainHypotension
    case .hypoxia: .domainHypoxia
    case .cognition: .domainCognition
    case .consciousness: .domainConsciousness
    case .seizure: .domainSeizure
    case .motor: .domainMotor
    case .intracranial: .domainIntracranial
    case .death: .domainDeath
    }
  }
}

extension MissingDomain.Why {
  var word: Word {
    switch self {
    case .neverRecorded: .neverRecorded
    case .expired: .expired
    case .refused: .refused
    case .notDone: .notDoneWhy
    }
  }
}
