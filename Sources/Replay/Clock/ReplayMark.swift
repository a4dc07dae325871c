package import Clinical
import Grading
import Surveillance

/// A moment on the line of time of a replay, to step to.
package struct ReplayMark: Sendable, Hashable {
  package enum Kind: String, CaseIterable, Sendable { case event, grade, alert, day }

  package let at: Instant
  package let kind: Kind
  /// Of a grade what both scales say, of an alert its rule; empty for an event or a day.
  package let text: String

  package init(at: Instant, kind: Kind, text: String = "") {
    self.at = at
    self.kind = kind
    self.text = text
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
    for (before, change) in zip(changes, changes.dropFirst())
    where !before.crs.saysTheSame(as: change.crs) || !before.icans.saysTheSame(as: change.icans) {
      let text = "CRS \(change.crs.inShort) ICANS \(change.icans.inShort)"
      marks.append(ReplayMark(at: change.at, kind: .grade, text: text))
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

extension GradeRecord {
  /// `2`, `2?` where it is provisional, `1-2` for bounds, `--` where there is nothing to grade.
  var inShort: String {
    if let grade {
      if let atMost, atMost > grade { return "\(grade)-\(atMost)" }
      return mark(grade)
    }
    guard let atLeast, let atMost else { return "--" }
    return "\(atLeast)-\(atMost)"
  }

  private func mark(_ grade: Int) -> String { status == .provisional ? "\(grade)?" : "\(grade)" }
}
