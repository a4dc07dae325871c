package import Clinical
package import Grading

/// A patient's course under surveillance: facts in, alerts and what is due at any instant out.
///
/// The facts are those of the patient's `GradedCourse`, the ward's settings among them; the same
/// facts give the same answers whatever the order in which they arrived. While something unsigned is
/// in force the signed facts are watched beside all of them: what a trainee writes may raise an alert
/// and ends none.
package struct WatchedCourse: Sendable {
  package let patient: PatientID
  package let zone: Zone
  private var all = WatchedFacts()
  /// The signed facts alone, while something unsigned is in force.
  private var signed: WatchedFacts?

  /// A course without any facts yet.
  package init(_ patient: PatientID, zone: Zone) {
    self.patient = patient
    self.zone = zone
  }

  /// - Complexity: in proportion to the facts.
  package init(_ patient: PatientID, _ course: GradedCourse) {
    self.init(patient, zone: course.zone)
    update(course)
  }

  /// Takes over the facts as they are now.
  ///
  /// - Complexity: comparing goes through the ids of all facts, for a correction may change any of
  ///   them; what is folded anew is in proportion to the facts after the first that differs.
  package mutating func update(_ course: GradedCourse) {
    if let facts = course.signedFacts {
      // What has been folded holds for the signed facts too, as far as they are the same.
      if signed == nil { signed = all }
      signed?.update(facts, zone)
    } else {
      signed = nil
    }
    all.update(course.factsOfPresence, zone)
  }

  /// What is watched at an instant, of the facts observed up to it.
  ///
  /// - Complexity: in proportion to the alerts so far; for an instant before the last fact also to the
  ///   facts since the nearest mark.
  package func surveillance(at now: Instant) -> PatientSurveillance {
    answer(at: now).surveillance(at: now, patient, zone)
  }

  /// The next instant after `now` at which time alone may change an alert, a grade or what is due.
  package func nextChange(after now: Instant) -> Instant? {
    answer(at: now).nextChange(after: now, zone)
  }

  func answer(at now: Instant) -> WatchAnswer {
    WatchAnswer(all: all.state(at: now, zone), signed: signed?.state(at: now, zone))
  }
}

/// Facts under surveillance: the state after the last of them, and states to go back to.
private struct WatchedFacts: Sendable {
  private var facts: [Fact] = []
  private var tail = WatchState()
  private var marks: [(count: Int, state: WatchState)] = []

  // Facts between two marks: what a late event costs at the least.
  private static let markInterval = 256

  mutating func update(_ new: [Fact], _ zone: Zone) {
    var same = 0
    let shared = min(new.count, facts.count)
    while same < shared, new[same].key == facts[same].key,
      new[same].event.id == facts[same].event.id
    {
      same += 1
    }
    if same == new.count, same == facts.count { return }
    // The facts of one instant are taken together.
    while same > 0, same < new.count, new[same - 1].key.at == new[same].key.at { same -= 1 }
    let isAppended = same == facts.count
    facts = new
    var next = same
    if !isAppended {
      while let mark = marks.last, mark.count > same { marks.removeLast() }
      tail = marks.last?.state ?? WatchState()
      next = marks.last?.count ?? 0
    }
    fold(from: next, zone)
  }

  private mutating func fold(from start: Int, _ zone: Zone) {
    var next = start
    var lastMark = marks.last?.count ?? 0
    while next < facts.count {
      next = Self.foldInstant(facts[next...], into: &tail, zone)
      if next - lastMark >= Self.markInterval {
        marks.append((next, tail))
        lastMark = next
      }
    }
  }

  private static func foldInstant(
    _ facts: ArraySlice<Fact>, into state: inout WatchState, _ zone: Zone
  ) -> Int {
    let t = facts[facts.startIndex].key.at
    var end = facts.startIndex + 1
    while end < facts.endIndex, facts[end].key.at == t { end += 1 }
    state.take(facts[..<end], at: t, zone: zone)
    return end
  }

  func state(at now: Instant, _ zone: Zone) -> WatchState {
    var state = tail
    if let last = facts.last, last.key.at > now {
      let end = facts.partition { $0.key.at > now }
      let mark = marks.last { $0.count <= end }
      state = mark?.state ?? WatchState()
      var next = mark?.count ?? 0
      while next < end { next = Self.foldInstant(facts[next..<end], into: &state, zone) }
    }
    state.pass(until: now, inclusive: true, zone: zone)
    return state
  }
}

extension [Fact] {
  // The first index whose fact satisfies `isAfter`, which must hold from some index on.
  fileprivate func partition(_ isAfter: (Fact) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
