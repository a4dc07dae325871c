import Clinical
package import EventText
import Grading

extension Scenario {
  /// Where the author's grades and the engine's differ, and where the author says nothing.
  ///
  /// One of the two is wrong: the derivation, or the engine. Which, only the rule text can tell.
  package var disagreements: [Refusal] {
    let course = course()
    let changes = course.liveChanges(from: head.starts, through: head.ends)
    var faults: [Refusal] = []
    for (n, expected) in head.expected.enumerated() {
      faults += disagreements(expected, "expected[\(n)]", course)
    }
    for scale in ScaleName.allCases {
      for change in changes.sayingSomethingElse(of: scale.scale) {
        let record = change[scale.scale]
        let isForeseen = head.expected.contains { $0.scale == scale && $0.at == change.at }
        if isForeseen { continue }
        faults.append(
          fault(
            "expected",
            "nothing is said of \(scale.rawValue) at \(time(change.at)), where the engine comes to"
              + " \(record.inWords)", "derive what holds from then on"))
      }
    }
    return faults
  }

  private func disagreements(
    _ expected: ExpectedGrade, _ place: String, _ course: ReplayedCourse
  ) -> [Refusal] {
    var known = course
    known.know(at: expected.at)
    let record = known.graded.grades(at: expected.at)[expected.scale.scale]
    let said = known.graded.assessment(at: expected.at)[expected.scale.scale]
    let here = "\(expected.scale.rawValue) at \(time(expected.at))"
    var faults: [Refusal] = []
    if !expected.agrees(with: record) {
      let why = said.evidence.map { "\($0.rule) \($0.grade) (\($0.text))" }.joined(separator: "; ")
      faults.append(
        fault(
          place,
          "\(here): the author derives \(expected.inWords), the engine says \(record.inWords)"
            + (why.isEmpty ? "" : " by \(why)")))
    }
    for rule in expected.rules
    where !said.evidence.contains(where: { $0.rule == rule && $0.grade == expected.grade }) {
      faults.append(
        fault("\(place).rules", "\(here): \(rule) is not among what gives the engine's grade"))
    }
    for flag in expected.flags where !said.flags.contains(flag) {
      faults.append(fault("\(place).flags", "\(here): the engine does not raise \(flag)"))
    }
    return faults
  }

  private func time(_ t: Instant) -> String { Timestamp.local(t, in: zone) }
}

extension GradeRecord {
  /// `2 (provisional)`, `no grade (indeterminate, 0 to 4)`.
  var inWords: String { GradeInWords.of(grade, status, atLeast, atMost, episode) }
}

extension ExpectedGrade {
  var inWords: String { GradeInWords.of(grade, status, atLeast, atMost, episode) }
}

private enum GradeInWords {
  static func of(
    _ grade: Int?, _ status: GradeStatus, _ low: Int?, _ high: Int?, _ episode: Int?
  ) -> String {
    let number = grade.map(String.init) ?? "no grade"
    let bounds = low.flatMap { low in high.flatMap { low == $0 ? nil : ", \(low) to \($0)" } } ?? ""
    let course = episode.map { ", episode \($0)" } ?? ""
    return "\(number) (\(status.rawValue)\(bounds)\(course))"
  }
}
