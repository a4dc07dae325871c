import Clinical
import Grading
import TestSupport
import Testing

@Suite(
  "What is said of a moment depends on what had happened by then, and changes only where the timeline says"
)
struct TimePropertyTests {
  static let end = History.at(700)

  @Test("The past is what it was: later facts change nothing about it")
  func past() {
    var unlinked = RandomHistory.Options()
    unlinked.links = false
    Property(unlinked) { events, dice in
      let whole = GradedCourse(events, zone: History.zone)
      for t in OrderPropertyTests.moments(events, &dice, 3) {
        let cut = GradedCourse(
          events.filter { $0.at.start(in: History.zone) <= t }, zone: History.zone)
        if whole.assessment(at: t) != cut.assessment(at: t) {
          return "at \(t):\n\(whole.assessment(at: t))\n\(cut.assessment(at: t))"
        }
      }
      return nil
    }.hold("the past", share: 3)
  }

  @Test("With corrections, the past is that of the facts that count, up to the moment")
  func pastWithCorrections() {
    Property { events, dice in
      let whole = GradedCourse(events, zone: History.zone)
      // A later part of a seizure may name any version of it, which the cut record no longer has.
      if events.contains(where: { $0.kind == .seizure && $0.corrects != nil }) { return nil }
      for t in OrderPropertyTests.moments(events, &dice, 2) {
        let cut = whole.facts.filter { $0.key.at <= t }.map { fact in
          var event = fact.event
          event.id = fact.key.id
          event.recordedAt = fact.key.recordedAt
          event.corrects = nil
          return event
        }
        let a = Self.withoutNames(whole.grades(at: t))
        let b = Self.withoutNames(GradedCourse(cut, zone: History.zone).grades(at: t))
        if a != b { return "at \(t):\n\(a)\n\(b)" }
      }
      return nil
    }.hold("the past with corrections", share: 3)
  }

  private static func withoutNames(_ change: GradeChange) -> [GradeRecord] {
    func bare(_ record: GradeRecord) -> GradeRecord {
      var record = record
      record.adjudication = record.adjudication.map { _ in EventID(high: 0, low: 0) }
      return record
    }
    return [bare(change.crs), bare(change.icans)]
  }

  @Test("The timeline is exact: it begins at the infusion, each line differs, nothing lies between")
  func timeline() {
    Property { events, dice in
      let course = GradedCourse(events, zone: History.zone)
      if Self.diedBeforeInfusion(course) { return nil }
      let changes = course.changes(through: Self.end)
      for (a, b) in zip(changes, changes.dropFirst()) {
        if a.at >= b.at { return "not in order at \(b.at)" }
        if a.crs == b.crs && a.icans == b.icans { return "nothing changed at \(b.at)" }
      }
      if let infusion = course.facts.first(where: { $0.event.kind == .infusion })?.key.at {
        if changes.first?.at != infusion {
          return "begins at \(String(describing: changes.first?.at))"
        }
      } else if !changes.isEmpty {
        return "a timeline without an infusion"
      }
      func expected(_ t: Instant) -> GradeChange? { changes.last { $0.at <= t } }
      var moments = OrderPropertyTests.moments(events, &dice, 6)
      for change in changes.suffix(12) {
        moments.append(Instant(microseconds: change.at.microseconds - 1))
        moments.append(change.at)
      }
      for (a, b) in zip(changes, changes.dropFirst()) where dice.oneIn(2) {
        let between = b.at.microseconds - a.at.microseconds
        moments.append(
          Instant(microseconds: a.at.microseconds + Int64(dice.next() % UInt64(between))))
      }
      for t in moments where t <= Self.end {
        let said = course.grades(at: t)
        guard let line = expected(t) else {
          if said.crs.status != .notApplicable || said.icans.status != .notApplicable {
            return "something is said before the infusion at \(t)"
          }
          continue
        }
        if said.crs != line.crs || said.icans != line.icans {
          return "at \(t):\nsaid \(said)\nline \(line)"
        }
      }
      return nil
    }.hold("exact timeline")
  }

  // A record that says so contradicts itself, and no grade is asked of it.
  private static func diedBeforeInfusion(_ course: GradedCourse) -> Bool {
    for fact in course.facts {
      switch fact.event.content {
      case .infusion: return false
      case .status(let status) where status.state == .death: return true
      default: continue
      }
    }
    return false
  }

  @Test("Every assessment is sound: bounds in order, no grade exactly where none may be")
  func sound() {
    Property { events, dice in
      let course = GradedCourse(events, zone: History.zone)
      for t in OrderPropertyTests.moments(events, &dice, 3) {
        let a = course.assessment(at: t)
        let record = course.grades(at: t)
        let isDead = course.facts.contains {
          if case .status(let status) = $0.event.content, $0.key.at <= t {
            status.state == .death
          } else {
            false
          }
        }
        for scale in Scale.allCases {
          if !isDead, let grade = a[scale].grade, grade > 0, a[scale].evidence.isEmpty {
            return "\(scale) at \(t): a grade without evidence\n\(a[scale])"
          }
          if let what = Self.unsound(a[scale], record[scale]) {
            return "\(scale) at \(t): \(what)\n\(a[scale])"
          }
        }
      }
      return nil
    }.hold("sound assessments", share: 2)
  }

  private static func unsound(_ a: ScaleAssessment, _ record: GradeRecord) -> String? {
    if a.status != record.status || a.grade != record.grade || a.atLeast != record.atLeast
      || a.atMost != record.atMost || a.flags != record.flags.list
      || a.episode?.number != record.episode
    {
      return "the assessment and the record differ"
    }
    switch a.status {
    case .notApplicable:
      return a.grade == nil && a.atLeast == nil && a.atMost == nil && a.episode == nil
        ? nil : "something before the infusion"
    case .indeterminate, .notAssessable:
      if a.grade != nil { return "a grade where there is none" }
    case .final, .partial, .provisional: break
    }
    guard let low = a.atLeast, let high = a.atMost else {
      // Who died before anything was graded has no last grade.
      return a.status == .final && a.grade == nil ? nil : "no bounds"
    }
    if low > high { return "bounds crossed" }
    if low < 0 || high > 5 { return "out of the scale" }
    if let grade = a.grade {
      if grade != low { return "grade is not the lower bound" }
      if low == 0 && high > 0 { return "nothing found so far is not a grade 0" }
    } else if a.status != .indeterminate, a.status != .notAssessable, !(low == 0 && high > 0) {
      return "no grade without a reason"
    }
    if (a.status == .partial) != (high > low), a.status != .indeterminate,
      a.status != .notAssessable
    {
      return "partial is exactly open bounds"
    }
    if let grade = a.grade, (a.worst24h ?? -1) < grade { return "worst below the grade in force" }
    if let episode = a.episode, episode.ended == nil, let grade = a.grade, episode.maximum < grade {
      return "maximum below the grade of the open episode"
    }
    for evidence in a.evidence where evidence.ageMinutes < 0 { return "evidence of the future" }
    let grades = a.evidence.map(\.grade)
    if grades != grades.sorted(by: >) { return "evidence not highest first" }
    for change in a.wouldChange where change.grade <= low { return "would change to no more" }
    return nil
  }
}
