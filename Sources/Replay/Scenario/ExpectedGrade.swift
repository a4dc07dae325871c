package import Clinical
package import Grading

/// The two scales, as a scenario names them.
package enum ScaleName: String, CaseIterable, Sendable {
  case crs, icans

  package var scale: Scale { self == .crs ? .crs : .icans }
}

/// What the author of a scenario derives from the rule text, from a moment on.
///
/// It is written before the engine is asked, and says by which rule and which value; where the two
/// differ one of them is wrong.
package struct ExpectedGrade: Sendable, Hashable {
  package var at: Instant
  package var scale: ScaleName
  /// `nil` is "no grade", never 0.
  package var grade: Int?
  package var status: GradeStatus
  package var atLeast: Int?
  package var atMost: Int?
  /// Number of the episode; `nil` where the author says nothing of it.
  package var episode: Int?
  /// Remarks that must be in force.
  package var flags: [String]
  /// The rules that give the grade; empty for 0 and for no grade.
  package var rules: [String]
  /// The value that the rules were held against, in words.
  package var value: String
  /// The derivation: which sentence of the rule text leads from the value to the grade.
  package var because: String

  package init(
    at: Instant, scale: ScaleName, grade: Int?, status: GradeStatus, atLeast: Int?, atMost: Int?,
    episode: Int? = nil, flags: [String] = [], rules: [String], value: String, because: String
  ) {
    self.at = at
    self.scale = scale
    self.grade = grade
    self.status = status
    self.atLeast = atLeast
    self.atMost = atMost
    self.episode = episode
    self.flags = flags
    self.rules = rules
    self.value = value
    self.because = because
  }

  /// True where a record says the same, as far as the author says anything.
  func agrees(with record: GradeRecord) -> Bool {
    record.grade == grade && record.status == status && record.atLeast == atLeast
      && record.atMost == atMost && (episode == nil || record.episode == episode)
  }
}
