package import Clinical
package import Grading

/// A patient's course as it came to be known, at whatever moment a replay stands.
///
/// It is the course of the live ward and no other: the events known by that moment, folded by the
/// same engine. Going forward takes in what comes; going back folds anew, so that every way to a
/// moment gives the same course.
package struct ReplayedCourse: Sendable {
  package let patient: PatientID
  package let zone: Zone
  /// The course of what is known.
  package private(set) var graded: GradedCourse
  /// By when it is known; `nil` before anything was asked.
  package private(set) var knownAt: Instant?
  // In the order in which they came to be known.
  private var events: [KnownEvent]
  // How many of them are known.
  private var count = 0

  /// - Parameter events: the patient's and the ward's own, in any order.
  package init(_ patient: PatientID, _ events: [KnownEvent], zone: Zone) {
    self.patient = patient
    self.zone = zone
    self.events = events.sorted(by: KnownEvent.precedes)
    graded = GradedCourse(zone: zone)
  }

  /// Goes to what is known at a moment.
  ///
  /// - Complexity: forward in proportion to what comes; backward to all that is known then.
  package mutating func know(at t: Instant) {
    if knownAt == nil || knownAt.map({ t < $0 }) == true {
      count = events.prefix { $0.known <= t }.count
      graded = GradedCourse(events[..<count].map(\.event), zone: zone)
    } else {
      while count < events.count, events[count].known <= t {
        graded.insert(events[count].event)
        count += 1
      }
    }
    knownAt = t
  }

  /// Every moment within the limits, both allowed, at which something comes to be known.
  package func knowledge(from start: Instant, through end: Instant) -> [Instant] {
    var moments: [Instant] = []
    for event in events where event.known >= start && event.known <= end {
      if moments.last != event.known { moments.append(event.known) }
    }
    return moments
  }

  /// The moments within the limits at which an event of the patient appears: when it is known, or
  /// observed where that is later, each once.
  package func happenings(from start: Instant, through end: Instant) -> [Instant] {
    appearances(of: events.filter { $0.event.patient != nil }, from: start, through: end)
  }

  /// The same with the ward's own events: every moment at which events alone may change what is
  /// watched.
  package func appearances(from start: Instant, through end: Instant) -> [Instant] {
    appearances(of: events, from: start, through: end)
  }

  private func appearances(
    of events: [KnownEvent], from start: Instant, through end: Instant
  ) -> [Instant] {
    let times = events.map { max($0.known, $0.event.at.start(in: zone)) }
    return Set(times.filter { $0 >= start && $0 <= end }).sorted()
  }

  /// What is known of events at a moment, in the order in which it came.
  package func events(knownAt t: Instant) -> [Event] {
    events.prefix { $0.known <= t }.map(\.event)
  }

  /// Takes in what is entered into the copy.
  package mutating func add(_ new: [KnownEvent]) {
    guard !new.isEmpty else { return }
    events = (events + new).sorted(by: KnownEvent.precedes)
    if let t = knownAt {
      knownAt = nil
      know(at: t)
    }
  }

  /// What a console showed of both grades, from `start` on: first what was in force there, then
  /// every change, whether something came to be known or time alone brought it.
  package func liveChanges(from start: Instant, through end: Instant) -> [GradeChange] {
    var course = self
    var shown: [GradeChange] = []
    func show(_ change: GradeChange) {
      if let last = shown.last, last.crs == change.crs, last.icans == change.icans { return }
      shown.append(change)
    }
    course.know(at: start)
    show(course.graded.grades(at: start))
    var reached = start
    for moment in knowledge(from: start, through: end) where moment > reached {
      for change in course.graded.changes(through: moment)
      where change.at > reached && change.at < moment { show(change) }
      course.know(at: moment)
      show(course.graded.grades(at: moment))
      reached = moment
    }
    for change in course.graded.changes(through: end) where change.at > reached { show(change) }
    return shown
  }

  /// What both scales said at a moment, as known then.
  package func assessment(at t: Instant) -> Assessment {
    var course = self
    course.know(at: t)
    return course.graded.assessment(at: t)
  }
}
