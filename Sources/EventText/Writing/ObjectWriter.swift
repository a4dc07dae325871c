internal import Clinical

/// Puts the members of an event together; what is `nil` is left out.
struct ObjectWriter {
  private(set) var members: [JSONMember] = []

  mutating func put(_ field: Field, _ value: JSONValue) {
    members.append(JSONMember(field.name, value))
  }

  /// A field that is none of a ward's.
  mutating func put(_ name: String, _ value: JSONValue?) {
    if let value { members.append(JSONMember(name, value)) }
  }

  mutating func remove(_ field: Field) {
    members.removeAll { $0.name == field.name }
  }

  mutating func put(_ field: Field, _ text: String?) {
    if let text { put(field, .string(text)) }
  }

  mutating func put(_ field: Field, _ flag: Bool?) {
    if let flag { put(field, .bool(flag)) }
  }

  mutating func put(_ field: Field, _ whole: Int?) {
    if let whole { put(field, .int(whole)) }
  }

  mutating func put(_ field: Field, _ number: DecimalNumber?) {
    if let number { put(field, .number(number)) }
  }

  mutating func put(_ field: Field, _ word: (some RawRepresentable<String>)?) {
    if let word { put(field, .string(word.rawValue)) }
  }

  mutating func put(_ field: Field, _ id: EventID?) {
    if let id { put(field, .string(id.description)) }
  }

  mutating func put(_ field: Field, _ instant: Instant?) {
    if let instant { put(field, .string(Timestamp.text(instant))) }
  }

  mutating func put(_ field: Field, _ time: EventTime?) {
    if let time { put(field, .string(Timestamp.text(time))) }
  }

  mutating func put(_ field: Field, _ texts: [String]) {
    if !texts.isEmpty { put(field, .array(texts.map { .string($0) })) }
  }

  mutating func put(_ field: Field, _ quantity: Quantity?) {
    guard let quantity else { return }
    var parts = ObjectWriter()
    parts.put(.comparator, quantity.comparator)
    parts.put(.value, quantity.value)
    parts.put(.unit, quantity.unit)
    put(field, .object(parts.members))
  }
}
