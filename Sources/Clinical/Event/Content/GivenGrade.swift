/// A grade as a learner gives it.
package enum GivenGrade: Hashable, Sendable {
  case grade(Int)
  /// What is known allows no grade.
  case notGradable

  /// The word that stands for it where there is no number.
  package static let notGradableWord = "notGradable"

  package init(_ grade: Int?) { self = grade.map(GivenGrade.grade) ?? .notGradable }

  /// The number, or the word.
  package var text: String {
    switch self {
    case .grade(let grade): String(grade)
    case .notGradable: Self.notGradableWord
    }
  }
}

/// How sure a learner is of an answer.
package enum Sureness: String, CaseIterable, Sendable { case low, medium, high }
