import Clinical
import Grading

extension ReportedPatient {
  /// Every change of a grade that was certain, with what gave it.
  var changeSection: ReportSection? {
    let rows = gradeChanges(since: .earliest).map { change -> [String] in
      [
        clock.stamp(change.at), GradeWords.name(change.scale), change.text(words),
        because(change.scale, at: change.at),
      ]
    }
    guard !rows.isEmpty else { return nil }
    return ReportSection(
      words(.changes),
      [.table(ReportTable([.time, .scale, .grade, .because].map { words($0) }, rows))])
  }

  /// A change of the grade of a scale.
  struct Change {
    let scale: Scale
    let at: Instant
    /// What was certain before; `nil` where nothing was.
    let from: Int?
    let to: Int?

    /// `1 to 2`: a sign between two grades could be read as one of order.
    func text(_ words: ReportWords) -> String {
      func text(_ grade: Int?) -> String { grade.map { "\($0)" } ?? GradeWords.noGrade }
      return words(.changeOf, text(from), text(to))
    }

    var isRise: Bool { to.map { $0 > from ?? 0 } ?? false }
  }

  /// The changes after an instant, in order; the first grade of a scale is one only above 0.
  func gradeChanges(since start: Instant) -> [Change] {
    var changes: [Change] = []
    let all = course.changes(through: now)
    for scale in Scale.allCases {
      var before: Int?
      var isFirst = true
      for change in all {
        let grade = change[scale].certain
        if grade != before, !(isFirst && grade == 0), change.at > start {
          changes.append(Change(scale: scale, at: change.at, from: before, to: grade))
        }
        if grade != nil { isFirst = false }
        before = grade
      }
    }
    return changes.sorted { ($0.at, $0.scale.rawValue) < ($1.at, $1.scale.rawValue) }
  }

  /// The evidence that leads at an instant, with its rule; that there is none, or why no grade.
  func because(_ scale: Scale, at t: Instant) -> String {
    let assessment = course.assessment(at: t)[scale]
    guard assessment.grade != nil else { return GradeWords.status(assessment) }
    let evidence = assessment.evidence
    guard let most = evidence.first?.grade else { return words(.noEvidence) }
    return evidence.filter { $0.grade == most }
      .map { "\($0.text) (\($0.rule))" }.joined(separator: "; ")
  }
}
