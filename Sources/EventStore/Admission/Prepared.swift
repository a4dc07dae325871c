import Clinical
import EventText

/// An event made ready to be stored, before any lock is taken.
struct Prepared {
  /// With `recordedAt`, `by`, `role` and `source` filled in.
  var sent: SentEvent
  var body: [UInt8]

  var event: Event { sent.event }

  /// How far ahead of the store's clock an event may say that it was written down.
  static let tolerance = TimeSpan.minutes(5)

  // What the store says of live entry, whatever the event says.
  private static let ownOfStore = ["recordedAt", "by", "role", "source"]

  /// Fills in what the author and the clock know (contract 1.1).
  ///
  /// - Throws: a refusal for an event written down later than now, that does not belong in a store
  ///   of this kind, or that is too long with what is filled in.
  init(
    _ sent: SentEvent, by author: Authorship, at now: Instant, in kind: StoreKind
  ) throws(Refusal) {
    var sent = sent
    switch author.entry {
    case .live:
      Self.strip(&sent)
      sent.event.recordedAt = now
      sent.event.by = author.login
      // The role of a `user` event is the person's of whom it tells, not the writer's.
      if case .user(let user) = sent.event.content {
        sent.event.role = user.role
      } else {
        sent.event.role = author.role
      }
      sent.event.source = author.source
    case .imported:
      if let recordedAt = sent.event.recordedAt, recordedAt > now + Self.tolerance {
        throw Refusal(
          field: "recordedAt",
          problem: "\(recordedAt.utcReadable) is more than 5 minutes later than the store's clock,"
            + " which says \(now.utcReadable)",
          remedy: "check the clocks of both machines, then import it again")
      }
      sent.event.recordedAt = sent.event.recordedAt ?? now
      sent.event.by = sent.event.by ?? author.login
      sent.event.role = sent.event.role ?? author.role
      sent.event.source = sent.event.source ?? author.source
    }
    try Self.check(sent.event, in: kind)
    self.sent = sent
    body = try Self.body(of: sent)
  }

  // Sessions and patients never stand in one store.
  private static func check(_ event: Event, in kind: StoreKind) throws(Refusal) {
    if kind == .ward, event.source?.hasPrefix("scenario:") == true {
      throw Refusal(
        field: "source",
        problem: "an event of a scenario does not belong in the record of real patients",
        remedy: "vigil replay plays it")
    }
    if kind.holds(event) { return }
    if event.kind.isOfTraining { throw EventReader.notOfWard(event.kind) }
    throw Refusal(
      field: "kind",
      problem: "a training store holds sessions, and \(event.kind.rawValue) is of a patient",
      remedy: "give it to a ward's store, made by vigil init")
  }

  /// What preparation makes of each event, in their order.
  static func each(
    of events: [SentEvent], by author: Authorship, at now: Instant, in kind: StoreKind
  ) -> [Result<Prepared, Refusal>] {
    events.map { sent in
      Result { () throws(Refusal) in try Prepared(sent, by: author, at: now, in: kind) }
    }
  }

  /// The same event, written down at another moment.
  func recorded(at moment: Instant) throws(Refusal) -> Prepared {
    var copy = self
    copy.sent.event.recordedAt = moment
    copy.body = try Self.body(of: copy.sent)
    return copy
  }

  // The text that is stored. One that no reader takes would make the whole record unreadable.
  private static func body(of sent: SentEvent) throws(Refusal) -> [UInt8] {
    let body = EventWriter.body(of: sent)
    guard body.count <= EventReader.longestLine else {
      throw Refusal(
        problem: "with what the store writes beside it the event is \(body.count) bytes long, and"
          + " the most is \(EventReader.longestLine) (1 MB)",
        remedy: "shorten its longest text, or write it as two events")
    }
    return body
  }

  // Takes out of a live event what the store says itself, so that the body holds the store's
  // words; the content is then what is left.
  private static func strip(_ sent: inout SentEvent) {
    // Most entries carry none of them, and making the object anew is dear.
    let event = sent.event
    guard
      event.recordedAt != nil || event.by != nil || event.role != nil || event.source != nil,
      case .object(let members) = sent.object
    else { return }
    let kept = members.filter {
      !ownOfStore.contains($0.name) || $0.name == "role" && event.kind == .user
    }
    guard kept.count < members.count else { return }
    let object = JSONValue.object(kept)
    sent = SentEvent(
      event: sent.event, object: object,
      contentHash: ContentDigest.sha256(CanonicalJSON.bytes(of: object)[...]))
  }
}
