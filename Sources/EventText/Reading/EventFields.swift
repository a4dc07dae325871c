internal import Clinical

/// The members of one event, found by their names; a member that is `null` is not there.
struct EventFields {
  let text: JSONText
  /// The kind whose fields are read, for what a refusal says.
  private(set) var kind: EventKind = .note
  private var members: [(field: Field, node: Int)] = []
  private var present = FieldSet()
  /// Fields that stand there as `null`.
  private(set) var nulls = FieldSet()

  /// Index of the name of `source`, be its value `null`.
  private(set) var sourceName: Int?

  /// Finds the members and refuses what does not belong there.
  init(_ text: JSONText) throws(Refusal) {
    self.text = text
    guard text.nodes[0].kind == .object else {
      throw Refusal(
        problem: "the line holds \(Self.describe(text, 0)), not an object",
        remedy: "write one event as {\"patient\": …, \"kind\": …, \"at\": …}")
    }
    members.reserveCapacity(Int(text.nodes[0].payload))
    var strangers: [Int] = []
    var name = 1
    let end = Int(text.nodes[0].next)
    while name < end {
      if let field = Field(text.content(name)) {
        if field == .source { sourceName = name }
        if text.nodes[name + 1].kind == .null {
          nulls.insert(field)
        } else {
          members.append((field, name + 1))
          present.insert(field)
        }
      } else {
        strangers.append(name)
      }
      name = Int(text.nodes[name + 1].next)
    }
    for field in [Field.seq, .storedAt] where present.contains(field) {
      throw Refusal(
        field: field.name, problem: "it is given by the store when it takes the event",
        remedy: "leave it out")
    }
    try settleKind(strangers)
  }

  // Reads `kind` and refuses fields that it does not have.
  private mutating func settleKind(_ strangers: [Int]) throws(Refusal) {
    guard let node = node(.kind) else {
      throw Refusal(
        field: "kind", problem: "it is missing",
        remedy: "write what the event says, e.g. \"kind\": \"vitals\"")
    }
    guard text.nodes[node].kind.isString else {
      throw refusal(.kind, "\(Self.describe(text, node)) is not a kind of event")
    }
    guard let (kind, known) = KnownFields.kind(text.content(node)) else {
      let written = text.string(node)
      throw Refusal(
        field: "kind", problem: "\(Echo.quoted(written)) is not a kind of event",
        nearest: NearestName.of(written, in: EventKind.ofWard.map(\.rawValue)))
    }
    self.kind = kind
    let ofTraining = KnownFields.ofTraining(kind)
    for stranger in strangers {
      let name = text.string(stranger)
      if !ofTraining.contains(name) { throw unknownField(name, known) }
    }
    for (field, _) in members where !known.contains(field) {
      throw unknownField(field.name, known)
    }
  }

  private func unknownField(_ name: String, _ known: FieldSet) -> Refusal {
    var remedy: String?
    if let field = Field(Array(name.utf8)[...]) {
      let kinds = KnownFields.kinds(with: field).map(\.rawValue)
      if !kinds.isEmpty { remedy = "it belongs to \(Prose.list(kinds, "and"))" }
    }
    return Refusal(
      field: Echo.cut(name), problem: "\(kind.rawValue) has no such field", remedy: remedy,
      nearest: FieldAliases.field(name, in: known)
        ?? NearestName.of(name, in: known.fields.map(\.name) + KnownFields.ofTraining(kind)))
  }

  /// True when the field is there and not `null`.
  func has(_ field: Field) -> Bool { present.contains(field) }

  /// The node of a field's value.
  func node(_ field: Field) -> Int? {
    guard present.contains(field) else { return nil }
    for member in members where member.field == field { return member.node }
    return nil
  }

  func refusal(
    _ field: Field, _ problem: String, remedy: String? = nil, nearest: String? = nil
  ) -> Refusal {
    Refusal(field: field.name, problem: problem, remedy: remedy, nearest: nearest)
  }

  /// Refuses a field that must be there and is not.
  func required<Value>(
    _ value: Value?, _ field: Field, _ remedy: @autoclosure () -> String
  ) throws(Refusal) -> Value {
    guard let value else { throw missing(field, remedy()) }
    return value
  }

  func missing(_ field: Field, _ remedy: String) -> Refusal {
    refusal(field, "\(kind.rawValue) needs it and it is missing", remedy: remedy)
  }

  /// What a value is, in words: `the number 38.4`, `the text "38.4"`, `a list`.
  static func describe(_ text: JSONText, _ node: Int) -> String {
    switch text.nodes[node].kind {
    case .null: "null"
    case .no: "false"
    case .yes: "true"
    case .number, .looseNumber: "the number \(text.number(node))"
    case .string, .escapedString: "the text \(Echo.quoted(text.string(node)))"
    case .array: "a list"
    case .object: "an object"
    }
  }

  func describe(_ node: Int) -> String { Self.describe(text, node) }
}
