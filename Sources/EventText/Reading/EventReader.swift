package import Clinical

/// Reads events from JSON Lines (contract 1): strict, one line at a time, no line stopping another.
package struct EventReader: Sendable {
  /// SHA-256 of bytes. It comes in as an argument, for this room imports no cryptography.
  package typealias Digest = @Sendable (ArraySlice<UInt8>) -> [UInt8]

  let digest: Digest
  /// True for a reader of a training store, whose sessions are no events of a ward.
  private var takesTraining = false

  package init(digest: @escaping Digest) { self.digest = digest }

  /// The same for what is to go into a training store.
  package var forTraining: EventReader {
    var reader = self
    reader.takesTraining = true
    return reader
  }

  /// How many bytes a line may have, without its line end.
  package static let longestLine = JSONParser.maximumLength

  /// Reads one line, without its line end.
  ///
  /// The event keeps hold of `line`, which therefore should not be a small part of something big
  /// that is otherwise done with.
  ///
  /// - Parameter isStored: the line has been taken into a store: what came to be asked of events
  ///   later makes no record unreadable.
  /// - Throws: the first `Refusal`, naming `number` as its line.
  /// - Complexity: O(*n* log *n*) in the length of the line.
  package func read(
    _ line: ArraySlice<UInt8>, number: Int? = nil, isStored: Bool = false
  ) throws(Refusal) -> SentEvent {
    do throws(Refusal) {
      var sent = try sent(line, isStored: isStored)
      sent.lineNumber = number
      return sent
    } catch {
      var refusal = error
      refusal.line = number
      throw refusal
    }
  }

  /// An event that was made here, by a form or a generator, held to everything that is asked of one
  /// that was sent.
  package func read(_ event: Event) throws(Refusal) -> SentEvent {
    try read(EventWriter.line(for: event)[...])
  }

  private func sent(_ line: ArraySlice<UInt8>, isStored: Bool) throws(Refusal) -> SentEvent {
    let text: JSONText
    do {
      text = try JSONParser.parse(line)
    } catch {
      throw error.refusal
    }
    let fields = try EventFields(text)
    // What "the same content" means: the object as sent, without `source`.
    let hash: [UInt8]
    if text.isCanonical, fields.sourceName == nil {
      hash = digest(line)
    } else {
      hash = digest(text.canonical(omitting: fields.sourceName)[...])
    }
    let event = try fields.event(contentHash: hash)
    if !isStored {
      try fields.checkSent(event)
      if event.kind.isOfTraining, !takesTraining { throw Self.notOfWard(event.kind) }
    }
    return SentEvent(event: event, line: line, contentHash: hash)
  }

  /// Why a ward takes no event of a training session.
  package static func notOfWard(_ kind: EventKind) -> Refusal {
    Refusal(
      field: "kind",
      problem: "\(kind.rawValue) belongs to a training session, and no ward takes it",
      remedy: "leave it where it is: vigil replay keeps sessions in a store made by"
        + " vigil init --training")
  }
}
