package import Clinical

/// How much a grade can be relied on (contract 3), the first that fits in this order.
package enum GradeStatus: String, Sendable, Codable {
  case notApplicable, final, notAssessable, indeterminate, partial, provisional

  /// `final` after a death stands before the others; without one it is what remains.
  static func settled(isProvisional: Bool) -> GradeStatus { isProvisional ? .provisional : .final }
}

/// What one scale says at one instant: all that decides whether something has changed.
package struct GradeRecord: Equatable, Sendable, Codable {
  package var status: GradeStatus
  /// `nil` is "no grade", never 0.
  package var grade: Int?
  package var atLeast: Int?
  package var atMost: Int?
  package var flags: Flags
  /// Number of the newest episode; `nil` before the first.
  package var episode: Int?
  /// The adjudication in force.
  package var adjudication: EventID?
  /// The clinician's grade that it says.
  package var adjudicated: Int?

  static let notApplicable = GradeRecord(
    status: .notApplicable, grade: nil, atLeast: nil, atMost: nil, flags: [])

  /// The highest grade that is certain: the grade, or a lower bound of 1 and more.
  package var certain: Int? { grade ?? atLeast.flatMap { $0 > 0 ? $0 : nil } }
}

/// An instant from which a scale says something else than before.
package struct GradeChange: Sendable, Codable, Equatable {
  package let at: Instant
  package let crs: GradeRecord
  package let icans: GradeRecord

  package subscript(scale: Scale) -> GradeRecord { scale == .crs ? crs : icans }
}

extension GradeRecord {
  /// What a scale says where there is nothing to grade.
  package static var none: GradeRecord { notApplicable }
}
