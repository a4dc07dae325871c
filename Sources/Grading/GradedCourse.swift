package import Clinical

/// A patient's course with its grades: facts in, assessments at any instant out.
///
/// It holds the patient's own events and the ward's (`site`, `setting`), in one zone. The same
/// events give the same assessments whatever the order in which they arrived.
package struct GradedCourse: Sendable {
  /// The facts in order.
  package private(set) var course: Course
  /// Every instant up to the last fact at which either scale came to say something else; the first
  /// is the infusion.
  package var changes: [GradeChange] {
    signed.map { GradeChange.heldBack(own, by: $0.own) } ?? own
  }
  private var own: [GradeChange] = []
  private(set) var tail = FoldState()
  private var marks: [Mark] = []
  // The course of the signed events alone, from the first unsigned one on; never more than one.
  private var signedCourses: [GradedCourse] = []
  private var signed: GradedCourse? { signedCourses.first }

  // A state to begin again from when something dated earlier arrives.
  private struct Mark: Sendable {
    /// Facts folded into it.
    let count: Int
    /// Changes recorded until then.
    let changes: Int
    let state: FoldState
  }

  // Facts between two marks: what a late event costs at the least.
  private static let markInterval = 64

  /// The course of many events at once.
  package init(_ events: [Event] = [], zone: Zone) {
    course = Course(events, zone: zone)
    fold(from: 0)
    if events.contains(where: \.awaitsCosignature) {
      signedCourses = [GradedCourse(events.filter { !$0.awaitsCosignature }, zone: zone)]
    }
  }

  package var zone: Zone { course.zone }
  package var facts: [Fact] { course.facts }

  /// Takes in one more event, in whatever order. An event already in changes nothing.
  ///
  /// - Complexity: constant for an event later than all others; for one dated *k* facts back in
  ///   proportion to *k*.
  package mutating func insert(_ event: Event) {
    if event.awaitsCosignature {
      if signedCourses.isEmpty { signedCourses = [self] }
    } else if !signedCourses.isEmpty {
      signedCourses[0].insert(event)
    }
    insertOwn(event)
  }

  private mutating func insertOwn(_ event: Event) {
    let before = course.facts.count
    guard let index = course.insert(event) else { return }
    let instant = index < course.facts.count ? course.facts[index].key.at : nil
    func isBefore(_ state: FoldState) -> Bool {
      guard let instant, let reached = state.reached else { return true }
      return reached < instant
    }
    // Only where nothing that the tail holds was taken out: a correction may end the last fact.
    if index == before, isBefore(tail) {
      fold(from: index)
      return
    }
    while let mark = marks.last, mark.count > index || !isBefore(mark.state) { marks.removeLast() }
    let mark = marks.last
    tail = mark?.state ?? FoldState()
    own.removeSubrange((mark?.changes ?? 0)...)
    fold(from: mark?.count ?? 0)
  }

  /// The assessment at an instant, of the facts observed up to it.
  ///
  /// - Complexity: proportional to the facts between the last mark and the instant, at most 64 for
  ///   an instant after the last fact.
  package func assessment(at t: Instant) -> Assessment {
    let all = ownAssessment(at: t)
    return signed.map { all.heldBack(by: $0.ownAssessment(at: t)) } ?? all
  }

  private func ownAssessment(at t: Instant) -> Assessment {
    let (state, extra, count) = state(at: t)
    if extra.isEmpty {
      return state.assessment(at: t, changes: own[..<count], zone: zone)
    }
    return state.assessment(at: t, changes: own[..<count] + extra, zone: zone)
  }

  /// What both scales say at an instant, without evidence: for strips and lists.
  package func grades(at t: Instant) -> GradeChange {
    let (state, _, _) = state(at: t)
    let all = GradeChange(at: t, crs: state.crs, icans: state.icans)
    return signed.map { all.heldBack(by: $0.grades(at: t)) } ?? all
  }

  /// Every change of grade up to an instant, those included that time alone brings after the last
  /// fact.
  package func changes(through t: Instant) -> [GradeChange] {
    let all = ownChanges(through: t)
    return signed.map { GradeChange.heldBack(all, by: $0.ownChanges(through: t)) } ?? all
  }

  private func ownChanges(through t: Instant) -> [GradeChange] {
    let (_, extra, count) = state(at: t)
    return own[..<count] + extra
  }

  /// One assessment for each instant, from the infusion up to `t`, at which either scale says
  /// something else than before (contract 3, `--timeline`).
  package func timeline(through t: Instant) -> [Assessment] {
    changes(through: t).map { assessment(at: $0.at) }
  }

  // The state at `t`, the changes that lie between the facts of the nearest mark and `t`, and how
  // many of `changes` came before.
  func state(at t: Instant) -> (FoldState, [GradeChange], Int) {
    var extra: [GradeChange] = []
    if tail.reached.map({ $0 <= t }) ?? true {
      var state = tail
      state.pass(until: t, inclusive: true, changes: &extra)
      return (state, extra, own.count)
    }
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].state.reached.map({ $0 > t }) ?? false {
        high = middle
      } else {
        low = middle + 1
      }
    }
    let mark = low > 0 ? marks[low - 1] : nil
    var state = mark?.state ?? FoldState()
    let end = course.count(through: t)
    Self.fold(course.facts[(mark?.count ?? 0)..<end], into: &state, zone: zone, changes: &extra)
    state.pass(until: t, inclusive: true, changes: &extra)
    return (state, extra, mark?.changes ?? 0)
  }

  private mutating func fold(from start: Int) {
    var next = start
    var lastMark = marks.last?.count ?? 0
    while next < course.facts.count {
      next = Self.foldInstant(
        course.facts[next...], into: &tail, zone: course.zone, changes: &own)
      if next - lastMark >= Self.markInterval {
        marks.append(Mark(count: next, changes: own.count, state: tail))
        lastMark = next
      }
    }
  }

  private static func fold(
    _ facts: ArraySlice<Fact>, into state: inout FoldState, zone: Zone,
    changes: inout [GradeChange]
  ) {
    var rest = facts
    while !rest.isEmpty {
      let next = foldInstant(rest, into: &state, zone: zone, changes: &changes)
      rest = rest[next...]
    }
  }

  // Takes the facts of the first instant and tells the index of the next.
  private static func foldInstant(
    _ facts: ArraySlice<Fact>, into state: inout FoldState, zone: Zone,
    changes: inout [GradeChange]
  ) -> Int {
    let t = facts[facts.startIndex].key.at
    var end = facts.startIndex + 1
    while end < facts.endIndex, facts[end].key.at == t { end += 1 }
    state.pass(until: t, inclusive: false, changes: &changes)
    state.take(facts[..<end], at: t, zone: zone, changes: &changes)
    return end
  }
}

extension GradedCourse {
  /// The end of the course, to go on from without its facts.
  package var end: GradedTail {
    GradedTail(state: tail, changes: own, zone: zone, signed: signed?.end)
  }
}
