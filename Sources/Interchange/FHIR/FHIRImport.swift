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
    /// What another program says, to be fitted to what the record has of it; `nil` for events of a
    /// Vigil, which carry their own versions.
    package var versions: Versions?
    /// An event of a Vigil that was entered in error.
    package var inError: EventID?
    package var refusal: Refusal?
    /// What was not read, and why.
    package var notes: [String] = []
  }

  /// What an Observation of another program brings into a patient's record, or takes out of it.
  package struct Versions: Sendable {
    package var patient: PatientID
    package var drafts: [HL7Charting.Draft] = []
    package var changes: [HL7Charting.Change] = []
  }

  /// How long a document may be.
  package static let longest = 64 << 20

  private let entries: [FHIRNode]
  private let reader: EventReader
  private let now: Instant

  /// - Parameter now: what another program observed more than five minutes later is refused.
  /// - Throws: for what is no FHIR resource, and for one whose meaning a modifier changes as a whole.
  package init(
    _ bytes: ArraySlice<UInt8>, now: Instant, reader: EventReader
  ) throws(Refusal) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    let root = FHIRNode(
      try JSONValue(parsing: bytes, limit: Self.longest), path: "", number: 1)
    self.reader = reader
    self.now = now
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
    case "collection", "searchset", "batch", "transaction", "document", "message": break
    case "history":
      throw Refusal(
        field: "type", problem: "a history holds older versions beside those that count",
        remedy: "send a collection of what counts")
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
        if let method = entry["request"]?["method"], !["PUT", "POST"].contains(method.text) {
          outcome.refusal = method.refusal(
            "the entry does not ask for the Observation to be written",
            remedy: "enter by hand what it means")
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
      guard readings.contains(where: { $0.holdsValues || $0.isInError || $0.ownKind != nil })
      else { return }
      let who = try people.patient(of: first.node, patient)
      if let id = FHIRObservation.ownEvent(first.node) {
        if readings.contains(where: \.isInError) { outcomes[first.place].inError = EventID(id) }
        if let kind = readings[0].ownKind {
          outcomes[first.place].events = [try readings[0].ownScore(of: who, kind, reader)]
        } else {
          outcomes[first.place].events = try FHIRObservation.events(readings, of: who, reader)
        }
      } else {
        let (events, versions) = try readings[0].versions(of: who, now: now, reader)
        outcomes[first.place].events = events
        outcomes[first.place].versions = versions
      }
    } catch {
      var refusal = error
      // What the reader of events says of its own text is told by the resource too.
      let path = first.node.path
      if !path.isEmpty, refusal.field?.hasPrefix(path) != true {
        refusal.field = refusal.field.map { "\(path) as \($0)" } ?? path
      }
      outcomes[first.place].refusal = refusal
    }
  }
}
