package import Clinical

/// One event as it was sent: its meaning, and the text that it came as.
package struct SentEvent: Sendable {
  /// What it says, with the id that it carries or that follows from its content (contract 1.1).
  package var event: Event
  /// SHA-256 over the RFC 8785 form of the object as sent, without `source`: what "the same
  /// content" means.
  package var contentHash: [UInt8]
  /// The line of the file that it came on, from 1.
  package var lineNumber: Int?
  /// The text as it came.
  let line: ArraySlice<UInt8>

  init(
    event: Event, line: ArraySlice<UInt8>, contentHash: [UInt8], lineNumber: Int? = nil
  ) {
    self.event = event
    self.line = line
    self.contentHash = contentHash
    self.lineNumber = lineNumber
  }

  package init(event: Event, object: JSONValue, contentHash: [UInt8]) {
    self.init(event: event, line: object.bytes[...], contentHash: contentHash)
  }

  /// The object as sent, members in the order written; made anew at every call.
  package var object: JSONValue { (try? JSONParser.parse(line).value()) ?? .object([]) }

  /// The line as it came, without its line end; what `vigil import --refused` and the like keep.
  package var bytes: ArraySlice<UInt8> { line }
}
