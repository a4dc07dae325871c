package import Clinical

/// Which of the three times of an event decides when a replay comes to know it.
package enum ReplayReading: String, CaseIterable, Sendable {
  /// As it was: everything that is known by now, at the time of its observation.
  case at
  /// As it was known then: by when it was written down.
  case recordedAt
  /// As a console of that store showed it then: by when the store took it.
  case storedAt
}

/// An event, and from when on a replay knows it.
package struct KnownEvent: Sendable, Hashable {
  package let event: Event
  package let known: Instant

  package init(_ event: Event, known: Instant) {
    self.event = event
    self.known = known
  }

  /// - Parameter storedAt: when the store took it; `nil` for an event of a file, where the time at
  ///   which it was written down stands for it.
  package init(_ event: Event, _ reading: ReplayReading, storedAt: Instant?, zone: Zone) {
    self.event = event
    known =
      switch reading {
      case .at: .earliest
      case .recordedAt: event.recorded(in: zone)
      case .storedAt: storedAt ?? event.recorded(in: zone)
      }
  }

  /// In the order in which they came to be known.
  package static func precedes(_ a: KnownEvent, _ b: KnownEvent) -> Bool {
    (a.known, a.event.id) < (b.known, b.event.id)
  }
}
