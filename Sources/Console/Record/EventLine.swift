package import Clinical
import Grading

/// One line of a patient's list of events.
package struct EventLine: Sendable {
  package let event: Event
  /// When it was observed.
  package let at: Instant
  package let fate: Fate
  let words: Catalogue

  /// What it says; put into words only where it is drawn.
  package var text: String { words.text(of: event) }

  /// What became of it.
  package enum Fate: Sendable, Equatable {
    case inForce
    /// Another version counts, for that reason.
    case corrected(reason: String?)
    case retracted(reason: String?)
    /// It corrects an earlier version and counts.
    case correction(reason: String?)

    package var isStruck: Bool {
      switch self {
      case .corrected, .retracted: true
      case .inForce, .correction: false
      }
    }
  }
}

extension PatientRecord {
  /// Every event of the patient up to `t` as known, the newest first, corrections and retractions
  /// marked.
  ///
  /// - Parameters:
  ///   - only: the events whose lines are wanted; `nil` for all.
  ///   - ofWard: the events of the whole ward (settings, users, the place) in the patient's stead.
  package func lines(
    until t: Instant, words: Catalogue, only: Set<EventID>? = nil, ofWard: Bool = false
  ) -> [EventLine] {
    let limit = knownAt
    let known = events.filter { event in
      (event.patient == nil) == ofWard && (limit.map { event.recorded(in: zone) <= $0 } ?? true)
    }
    let counting = Set(course.facts.map(\.event.id))
    var correctedBy: [EventID: Event] = [:]
    var retractedBy: [EventID: Event] = [:]
    for event in known {
      if let target = event.corrects { correctedBy[target] = event }
      if let target = event.retracts { retractedBy[target] = event }
    }
    func reason(of event: Event) -> EventLine.Fate {
      // Down the chain of versions to what ended it.
      var current = event
      var seen: Set<EventID> = [event.id]
      while true {
        if let retraction = retractedBy[current.id] { return .retracted(reason: retraction.reason) }
        guard let next = correctedBy[current.id], seen.insert(next.id).inserted else { break }
        if counting.contains(next.id) { return .corrected(reason: next.reason) }
        current = next
      }
      return .corrected(reason: correctedBy[event.id]?.reason)
    }
    var lines: [EventLine] = []
    for event in known {
      let at = event.at.start(in: zone)
      guard at <= t, only?.contains(event.id) ?? true else { continue }
      let fate: EventLine.Fate
      if event.kind == .retraction {
        fate = .inForce
      } else if counting.contains(event.id) {
        fate = event.corrects == nil ? .inForce : .correction(reason: event.reason)
      } else {
        fate = reason(of: event)
      }
      lines.append(EventLine(event: event, at: at, fate: fate, words: words))
    }
    return lines.sorted {
      $0.at != $1.at ? $0.at > $1.at : $0.event.ownKey(in: zone) > $1.event.ownKey(in: zone)
    }
  }
}
