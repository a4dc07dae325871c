import Clinical
import Grading
import Replay
import Surveillance
import Terminal

extension ConsoleState {
  /// From when on grades, and what tells them, are covered: a question is open. `nil` for never.
  var coveredFrom: Instant? { replay?.training?.lesson.coveredFrom }

  func covers(_ t: Instant) -> Bool { coveredFrom.map { t >= $0 } ?? false }

  /// A grade as a screen may show it: `?` while the learner is asked for it.
  func gradeText(_ record: GradeRecord, at t: Instant) -> StyledText {
    covers(t) ? Self.coveredGrade : GradeText.short(record, words)
  }

  /// With the trend behind it.
  func gradeText(_ record: GradeRecord, _ trend: WardRow.Trend) -> FittedText {
    covers(now) ? FittedText(Self.coveredGrade) : GradeText.short(record, trend, words)
  }

  static let coveredGrade = StyledText("?", .gradeUnknown)

  /// What stands where reasons would.
  func coveredGroup() -> Group {
    let key = Command.named("train.question").flatMap { keymap.keys(of: $0).first?.name } ?? "-"
    return Group(
      id: "covered", title: FittedText([]),
      content: .text([StyledText("? " + words(TrainingWord.covered, key), .notice)]),
      frame: .none, priority: 15, leastRows: 1)
  }
}
