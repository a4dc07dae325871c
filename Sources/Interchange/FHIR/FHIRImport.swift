package import Clinical
package import EventText

/// Reads Observations of FHIR R4, single or in a Bundle, into events.
///
/// What changes the meaning of a resource is understood or the resource is refused: comparators,
/// reasons for absent values, statuses, modifier extensions, implicit rules. Resources of other types
/// are told of and left alone.
package struct FHIRImport: Sendable {
  /// What became of one Observation, or of several that are one event of a Vigil.
  package struct Outcome: Sendable {
    /// The number of the entry, from 1; 1 for a single resource.
    package var number: Int
    package var events: [SentEvent] = []
    package var refusal: Refusal?
    /// What was not read, and why.
    package var notes: [String] = []
  }

  /// How long a document may be.
  package static let longest = 64 << 20

  private let entries: [FHIRNode]
  private let reader: EventReader

  /// - Throws: for what is no FHIR resource, and for one whose meaning a modifier changes as a whole.
  package init(_ bytes: ArraySlice<UInt8>, reader: EventReader) throws(Refusal) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    let root = FHIRNode(
      try JSONValue(parsing: bytes, limit: Self.longest), path: "", number: 1)
    self.reader = reader
    guard let type = root["resourceType"]?.text else {
      throw Refusal(
        field: "resourceType", problem: "it is missing", remedy: "this is no FHIR resource")
    }
    guard type == "Bundle" else {
      entries = [root]
      return
    }
    try Self.refuseModifiers(of: root)
    switch root["type"]?.text {
    case "collection", "searchset", "batch", "transaction", "document", "message", "history": break
    case let type:
      throw Refusal(
        field: "type",
        problem: "a Bundle of type \"\((type ?? "").prefix(30))\" holds no resources to take",
        remedy: "send a collection")
    }
    entries = (root["entry"]?.elements ?? []).enumerated().map {
      FHIRNode($1.value, path: "entry[\($0)]", number: $0 + 1)
    }
  }

  // Of the Bundle itself; its entries are looked at one by one.
  private static func refuseModifiers(of root: FHIRNode) throws(Refusal) {
    for name in ["modifierExtension", "implicitRules"] where root[name] != nil {
      throw Refusal(
        field: name, problem: "it changes what the whole Bundle means, and is not known here",
        remedy: "send it without")
    }
  }

  /// What becomes of every resource, in order.
  ///
  /// - Parameter patient: the patient whom one of these identifiers means, or why they mean nobody.
  package func outcomes(patient: ([String]) throws(Refusal) -> PatientID) -> [Outcome] {
    var outcomes: [Outcome] = []
    var groups: [String: [Int]] = [:]
    var pending: [(place: Int, node: FHIRNode)] = []
    let people = FHIRPeople(entries)
    for entry in entries {
      let node = entry["resource"] ?? entry
      var outcome = Outcome(number: entry.number)
      switch node["resourceType"]?.text {
      case "Observation":
        if let id = FHIRObservation.ownEvent(node) { groups[id, default: []].append(pending.count) }
        pending.append((outcomes.count, node))
        if let found = entry["modifierExtension"] ?? entry["implicitRules"] {
          outcome.refusal = FHIRObservation.modified(found)
        }
      case "Patient": break
      case let type:
        outcome.notes.append(
          "entry \(entry.number): \((type ?? "something else").prefix(40)) is not read")
      }
      outcomes.append(outcome)
    }
    var done: Set<Int> = []
    for n in pending.indices where !done.contains(n) && outcomes[pending[n].place].refusal == nil {
      let own = FHIRObservation.ownEvent(pending[n].node).flatMap { groups[$0] } ?? [n]
      done.formUnion(own)
      take(own.map { pending[$0] }, people, patient, &outcomes)
    }
    return outcomes
  }

  // One event of Observations that belong together; refused together too.
  private func take(
    _ parts: [(place: Int, node: FHIRNode)], _ people: FHIRPeople,
    _ patient: ([String]) throws(Refusal) -> PatientID, _ outcomes: inout [Outcome]
  ) {
    guard let first = parts.first else { return }
    do throws(Refusal) {
      var readings: [FHIRObservation] = []
      for part in parts {
        let reading = try FHIRObservation(part.node)
        if let note = reading.note {
          outcomes[part.place].notes.append(
            "\(part.node.path.isEmpty ? "Observation" : part.node.path): \(note)")
        }
        readings.append(reading)
      }
      guard readings.contains(where: { $0.holdsValues }) else { return }
      let who = try people.patient(of: first.node, patient)
      for event in try FHIRObservation.events(readings, of: who, reader) {
        outcomes[first.place].events.append(event)
      }
    } catch {
      outcomes[first.place].refusal = error
    }
  }
}

/// A JSON value with its path, for what a refusal names.
struct FHIRNode: Sendable {
  let value: JSONValue
  let path: String
  let number: Int

  init(_ value: JSONValue, path: String, number: Int) {
    self.value = value
    self.path = path
    self.number = number
  }

  subscript(name: String) -> FHIRNode? {
    guard let value = value[name], value != .null else { return nil }
    return FHIRNode(value, path: path.isEmpty ? name : "\(path).\(name)", number: number)
  }

  var text: String? { if case .string(let text) = value { text } else { nil } }

  var elements: [FHIRNode] {
    guard case .array(let elements) = value else { return [] }
    return elements.enumerated().map { FHIRNode($1, path: "\(path)[\($0)]", number: number) }
  }

  func refusal(_ problem: String, remedy: String? = nil, nearest: String? = nil) -> Refusal {
    Refusal(field: path.isEmpty ? nil : path, problem: problem, remedy: remedy, nearest: nearest)
  }

  /// The first member of that name anywhere inside.
  func anywhere(_ name: String) -> FHIRNode? {
    switch value {
    case .object(let members):
      for member in members {
        guard let child = self[member.name] else { continue }
        if member.name == name { return child }
        if let found = child.anywhere(name) { return found }
      }
      return nil
    case .array: return elements.lazy.compactMap { $0.anywhere(name) }.first
    default: return nil
    }
  }
}

/// The Patient resources of a Bundle, by what others refer to them by.
struct FHIRPeople {
  private var identifiers: [String: [String]] = [:]
  private var subjects: [String: String] = [:]

  init(_ entries: [FHIRNode]) {
    for entry in entries {
      let node = entry["resource"] ?? entry
      guard node["resourceType"]?.text == "Patient" else { continue }
      var names: [String] = []
      if let id = node["id"]?.text { names.append("Patient/\(id)") }
      if let url = entry["fullUrl"]?.text { names.append(url) }
      let own = node["identifier"]?.elements ?? []
      let values = own.compactMap { $0["value"]?.text }
      let subject = own.first { $0["system"]?.text == FHIRNames.subject }?["value"]?.text
      for name in names {
        identifiers[name] = values
        subjects[name] = subject
      }
    }
  }

  /// Whose an Observation is: by the identifiers of the Patient that it refers to, of the reference
  /// itself, or by the id in it; never by a name.
  func patient(
    of observation: FHIRNode, _ patient: ([String]) throws(Refusal) -> PatientID
  ) throws(Refusal) -> PatientID {
    guard let subject = observation["subject"] else {
      throw observation.refusal("it names no subject", remedy: "say whose it is")
    }
    let reference = subject["reference"]?.text ?? ""
    if let own = subjects[reference], let id = PatientID(own) { return id }
    var words = identifiers[reference] ?? []
    if let value = subject["identifier"]?["value"]?.text { words.append(value) }
    if words.isEmpty, reference.hasPrefix("Patient/") {
      words.append(String(reference.dropFirst(8)))
    }
    guard !words.isEmpty else {
      throw subject.refusal(
        "it leads to no Patient of this document and has no identifier",
        remedy: "send the Patient with it, or its identifier")
    }
    do throws(Refusal) {
      return try patient(words)
    } catch {
      var refusal = error
      refusal.field = subject.path
      throw refusal
    }
  }
}
