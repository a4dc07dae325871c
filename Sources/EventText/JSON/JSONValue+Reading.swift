extension JSONValue {
  /// Reads one strict JSON text: the rules that hold for an event's line hold here too.
  ///
  /// - Throws: a `Refusal` that names the column, and the path where the fault is inside something.
  package init(parsing text: ArraySlice<UInt8>) throws(Refusal) {
    try self.init(parsing: text, limit: EventReader.longestLine)
  }

  /// The same for a document that may be longer than a line.
  ///
  /// - Parameter limit: the most bytes that it may have.
  package init(parsing text: ArraySlice<UInt8>, limit: Int) throws(Refusal) {
    do {
      self = try JSONParser.parse(text, limit: limit).value()
    } catch {
      throw error.refusal
    }
  }
}
