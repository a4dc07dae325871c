/// Where and why a text is not JSON as Vigil takes it.
struct JSONFault: Error {
  /// Offset of the byte, from 0.
  var offset: Int
  var problem: String
  var remedy: String?
  /// Names and places of what holds the fault, outermost first.
  var path: [String] = []

  /// The same fault, inside one more container.
  func inside(_ name: String) -> JSONFault {
    var fault = self
    fault.path.insert(name, at: 0)
    return fault
  }

  /// As it is told to a person.
  var refusal: Refusal {
    var field = ""
    for part in path {
      if !field.isEmpty, !part.hasPrefix("[") { field += "." }
      field += part
    }
    return Refusal(
      field: field.isEmpty ? nil : field, problem: "column \(offset + 1): \(problem)",
      remedy: remedy)
  }
}
