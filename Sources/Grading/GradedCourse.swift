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
    views.isEmpty ? own : cautious(\.own, GradeChange.heldBack)
  }
  private var own: [GradeChange] = []
  private(set) var tail = FoldState()
  private var marks: [Mark] = []
  /// While something unsigned is in force, the course of the signed facts alone, and the one in
  /// which an unsigned fact counts only where it lowers nothing; otherwise empty, and nothing is
  /// folded for them.
  private var views: [GradedCourse] = []
  private var hasUnsigned = false
  private var takesOnlyRaising = false

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
      hasUnsigned = true
      settleViews()
    }
  }

  private init(folding course: Course, takesOnlyRaising: Bool = false) {
    self.course = course
    self.takesOnlyRaising = takesOnlyRaising
    fold(from: 0)
  }

  package var zone: Zone { course.zone }
  package var facts: [Fact] { course.facts }
  /// The facts without those that await their co-signature, a signed version in place of each that
  /// has one; `nil` where nothing unsigned is in force.
  package var signedFacts: [Fact]? { views.first?.facts }

  /// Takes in one more event, in whatever order. An event already in changes nothing.
  ///
  /// - Complexity: constant for an event later than all others; for one dated *k* facts back in
  ///   proportion to *k*.
  package mutating func insert(_ event: Event) {
    let isUnsigned = event.awaitsCosignature
    let mayEndViews = (isUnsigned || hasUnsigned) && course.isLinked(event)
    if isUnsigned {
      hasUnsigned = true
      if views.isEmpty { beginViews() }
    }
    insertOwn(event)
    for index in views.indices { views[index].insertOwn(event) }
    if mayEndViews { settleViews() }
  }

  // Until now nothing unsigned has been in force, so what was folded holds for both.
  private mutating func beginViews() {
    var (signed, raising) = (self, self)
    signed.course = course.signedOnly
    raising.takesOnlyRaising = true
    views = [signed, raising]
  }

  // A co-signature may have been the last that was missing; and a retraction that is taken back may
  // bring something unsigned into force again.
  private mutating func settleViews() {
    let signed = views.first?.course ?? course.signedOnly
    let isSame = signed.facts.elementsEqual(course.facts) {
      $0.key == $1.key && $0.event.id == $1.event.id
    }
    if isSame {
      views = []
    } else if views.isEmpty {
      views = [
        GradedCourse(folding: signed), GradedCourse(folding: course, takesOnlyRaising: true),
      ]
    }
  }

  // What all facts say, held back by what the signed ones do and by what is left where nothing
  // unsigned may lower what something unsigned has raised.
  private func cautious<Answer>(
    _ answer: (GradedCourse) -> Answer, _ heldBack: (Answer, Answer) -> Answer
  ) -> Answer {
    guard let signed = views.first, let raising = views.last else { return answer(self) }
    return heldBack(answer(raising), heldBack(answer(self), answer(signed)))
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
    cautious({ $0.ownAssessment(at: t) }, { $0.heldBack(by: $1) })
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
    cautious(
      { course in
        let (state, _, _) = course.state(at: t)
        return GradeChange(at: t, crs: state.crs, icans: state.icans)
      }, { $0.heldBack(by: $1) })
  }

  /// Every change of grade up to an instant, those included that time alone brings after the last
  /// fact.
  package func changes(through t: Instant) -> [GradeChange] {
    cautious({ $0.ownChanges(through: t) }, GradeChange.heldBack)
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
    fold(course.facts[(mark?.count ?? 0)..<end], into: &state, changes: &extra)
    state.pass(until: t, inclusive: true, changes: &extra)
    return (state, extra, mark?.changes ?? 0)
  }

  private mutating func fold(from start: Int) {
    var next = start
    var lastMark = marks.last?.count ?? 0
    while next < course.facts.count {
      next = Self.foldInstant(
        course.facts[next...], into: &tail, zone: course.zone, changes: &own, takesOnlyRaising)
      if next - lastMark >= Self.markInterval {
        marks.append(Mark(count: next, changes: own.count, state: tail))
        lastMark = next
      }
    }
  }

  private func fold(
    _ facts: ArraySlice<Fact>, into state: inout FoldState, changes: inout [GradeChange]
  ) {
    var rest = facts
    while !rest.isEmpty {
      let next = Self.foldInstant(
        rest, into: &state, zone: zone, changes: &changes, takesOnlyRaising)
      rest = rest[next...]
    }
  }

  // Takes the facts of the first instant and tells the index of the next.
  private static func foldInstant(
    _ facts: ArraySlice<Fact>, into state: inout FoldState, zone: Zone,
    changes: inout [GradeChange], _ takesOnlyRaising: Bool
  ) -> Int {
    let t = facts[facts.startIndex].key.at
    var end = facts.startIndex + 1
    while end < facts.endIndex, facts[end].key.at == t { end += 1 }
    state.pass(until: t, inclusive: false, changes: &changes)
    if takesOnlyRaising {
      state.takeRaising(facts[..<end], at: t, zone: zone, changes: &changes)
    } else {
      state.take(facts[..<end], at: t, zone: zone, changes: &changes)
    }
    return end
  }
}

extension GradedCourse {
  /// The end of the course, to go on from without its facts.
  package var end: GradedTail {
    GradedTail(
      state: tail, changes: own, zone: zone, takesOnlyRaising: takesOnlyRaising,
      views: views.map(\.end))
  }
}
