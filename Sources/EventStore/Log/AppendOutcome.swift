package import Clinical
package import EventText

/// What became of one event that was handed to the store.
package enum AppendOutcome: Hashable, Sendable {
  /// It is durable, at that position.
  case stored(seq: Int64, id: EventID, storedAt: Instant, findings: [AppendFinding])
  /// The same event is there already, at that position; nothing was stored.
  case duplicate(seq: Int64, id: EventID)
  /// It cannot be taken.
  case refused(Refusal)
  /// A live correction of a version that is no longer the newest (contract 1.4): `newest` is the
  /// version, or the retraction, that counts now, and the refusal says who made it and what it
  /// says.
  case overtaken(Refusal, newest: StoredEvent)
  /// Nothing is wrong with it, but another of the same form was refused, so none was stored.
  case withheld(id: EventID)

  /// The position at which the event stands, however it came there.
  package var seq: Int64? {
    switch self {
    case .stored(let seq, _, _, _), .duplicate(let seq, _): seq
    case .refused, .overtaken, .withheld: nil
    }
  }

  /// Why it was not taken.
  package var refusal: Refusal? {
    switch self {
    case .refused(let refusal), .overtaken(let refusal, _): refusal
    case .stored, .duplicate, .withheld: nil
    }
  }

  /// What is reported although the event was stored.
  package var findings: [AppendFinding] {
    if case .stored(_, _, _, let findings) = self { findings } else { [] }
  }
}

/// Something to report about an event that was stored nevertheless.
package enum AppendFinding: Hashable, Sendable {
  /// It corrects or retracts an event that has not arrived, or was refused (contract 1.4).
  case missingTarget(EventID)
  /// An event that arrived earlier corrects or retracts this one, but is of another patient or
  /// kind and so has no effect.
  case voidLink(from: EventID)

  /// The sentence that a person reads.
  package var text: String {
    switch self {
    case .missingTarget(let id):
      "names \(id), which is not in the store; it counts, and takes that event's place if it comes"
    case .voidLink(let id):
      "\(id), stored earlier, names this event as its target, but is of another patient or kind;"
        + " it has no effect"
    }
  }
}
