package import Clinical

/// Reads events from JSON Lines (contract 1): strict, one line at a time, no line stopping another.
package struct EventReader: Sendable {
  /// SHA-256 of bytes. It comes in as an argument, for this room imports no cryptography.
  package typealias Digest = @Sendable (ArraySlice<UInt8>) -> [UInt8]

  let digest: Digest

  package init(digest: @escaping Digest) { self.digest = digest }

  /// Reads one line, without its line end.
  ///
  /// - Throws: the first `Refusal`, naming `number` as its line.
  package func read(_ line: ArraySlice<UInt8>, number: Int? = nil) throws(Refusal) -> SentEvent {
    throw Refusal(line: number, problem: "not built yet")
  }
}
