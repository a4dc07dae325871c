package import Clinical
package import Grading
import Surveillance

/// A moment on the line of time of a replay, to step to.
package struct ReplayMark: Sendable, Equatable {
  package enum Kind: String, CaseIterable, Sendable { case event, grade, alert, day }

  package let at: Instant
  package let kind: Kind
  /// Of an alert its rule; empty for any other.
  package let text: String
  /// Of a change of grade what both scales say from then on.
  package let grades: Grades?

  package struct Grades: Sendable, Equatable {
    package let crs: GradeRecord
    package let icans: GradeRecord
  }

  package init(at: Instant, kind: Kind, text: String = "", grades: Grades? = nil) {
    self.at = at
    self.kind = kind
    self.text = text
    self.grades = grades
  }
}

/// The marks of a course, in order of time.
package struct ReplayMarks: Sendable {
  package let all: [ReplayMark]

  /// - Complexity: in proportion to the moments at which anything changes.
  package init(_ course: ReplayedCourse, from start: Instant, through end: Instant) {
    var marks = course.happenings(from: start, through: end).map {
      ReplayMark(at: $0, kind: .event)
    }
    let changes = course.liveChanges(from: start, through: end)
    let moments = Set(
      Scale.allCases.flatMap { changes.sayingSomethingElse(of: $0).dropFirst().map(\.at) })
    for change in changes where moments.contains(change.at) {
      marks.append(
        ReplayMark(at: change.at, kind: .grade, grades: .init(crs: change.crs, icans: change.icans))
      )
    }
    for raised in LiveWatch(course, from: start, through: end).raised
    where raised.alert.priority != .listed {
      marks.append(
        ReplayMark(
          at: raised.shown, kind: .alert,
          text: "\(raised.alert.priority.mark) \(raised.alert.rule.id) \(raised.alert.text)"))
    }
    let zone = course.zone
    var day = zone.dayNumber(of: start) + 1
    while zone.startOfDay(number: day) <= end {
      marks.append(ReplayMark(at: zone.startOfDay(number: day), kind: .day))
      day += 1
    }
    all = marks.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  /// The next mark of a kind after a moment, and the last before it.
  package func next(_ kind: ReplayMark.Kind, after t: Instant) -> ReplayMark? {
    all.first { $0.kind == kind && $0.at > t }
  }

  package func previous(_ kind: ReplayMark.Kind, before t: Instant) -> ReplayMark? {
    all.last { $0.kind == kind && $0.at < t }
  }
}
