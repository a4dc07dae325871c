package import Clinical
package import EventText

/// One event as the store holds it.
///
/// The body is the text that the chain covers; what it says is read from it only when asked for,
/// so that listing, exporting and checking need not decode.
package struct StoredEvent: Hashable, Sendable {
  /// Its position in the store, from 1.
  package var seq: Int64
  /// When the store took it.
  package var storedAt: Instant
  package var id: EventID
  package var patient: PatientID?
  /// The kind as its text says it.
  package var kind: String
  /// The canonical text of the event, without line end (contract 4, "Body").
  package var body: [UInt8]
  /// SHA-256 of the content as first sent, without `source` (contract 1.1).
  package var contentHash: [UInt8]
  package var previousHash: ChainHash
  package var hash: ChainHash

  /// What the body says.
  ///
  /// - Throws: `StoreError` of the code `damaged`, with the refusal of `reader`, for a body that is no
  ///   event: the store lets none in, so the file was changed by something else.
  package func event(_ reader: EventReader) throws(StoreError) -> Event {
    do throws(Refusal) {
      return try read(reader)
    } catch {
      let whose = patient.map { " of \($0.text)" } ?? ""
      throw StoreError(
        .damaged, "event \(seq) (\(kind)\(whose)) cannot be read: \(error)",
        remedy: "`vigil verify` says what is spoilt; `vigil restore` brings back a backup")
    }
  }
  /// The same, with the refusal alone, for who says of which event it is.
  func read(_ reader: EventReader) throws(Refusal) -> Event {
    try reader.read(body[...], isStored: true).event
  }
}
