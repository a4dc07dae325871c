extension JSONValue {
  /// Reads one strict JSON text: the rules that hold for an event's line hold here too.
  ///
  /// - Throws: a `Refusal` that names the column, and the path where the fault is inside something.
  package init(parsing text: ArraySlice<UInt8>) throws(Refusal) {
    do {
      self = try JSONParser.parse(text).value()
    } catch {
      throw error.refusal
    }
  }
}
