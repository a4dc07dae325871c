package import Clinical

/// A JSON value with its numbers as the decimals that were written and its members in the order in
/// which they were written; names within an object are unique.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(DecimalNumber)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// A whole number.
  package static func int(_ n: Int) -> JSONValue { .number(DecimalNumber(n)) }

  /// The member of that name, of an object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

/// A name with its value.
package struct JSONMember: Hashable, Sendable {
  package var name: String
  package var value: JSONValue

  package init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}
