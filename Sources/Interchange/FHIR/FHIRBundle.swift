package import Clinical
package import EventText

/// Patients as a FHIR R4 Bundle: Patient, Observation (with the vital-signs profile),
/// MedicationAdministration, AdverseEvent.
///
/// What FHIR has no place for here (notes, settings, attributions, computed grades) is not in it.
package struct FHIRBundle: Sendable {
  private let disclosure: Disclosure
  private var number = 0

  package init(_ disclosure: Disclosure) { self.disclosure = disclosure }

  /// The bundle; `at` is when it was made.
  package mutating func bundle(of patients: [ExportedPatient], at now: Instant) -> JSONValue {
    var entries: [JSONValue] = []
    for patient in patients {
      entries.append(entry(person(patient), "Patient", FHIRValue.id(patient.id.text)))
      for fact in patient.facts {
        let status = fact.event.corrects == nil ? "final" : "corrected"
        entries += resources(of: fact.event, patient, status: status)
      }
      for event in patient.retracted {
        entries += resources(of: event, patient, status: "entered-in-error")
      }
    }
    return FHIRValue.object([
      ("resourceType", .string("Bundle")), ("type", .string("collection")),
      ("timestamp", .string(Timestamp.text(now))),
      ("entry", entries.isEmpty ? nil : .array(entries)),
    ])
  }

  private func entry(_ resource: JSONValue, _ type: String, _ id: String) -> JSONValue {
    FHIRValue.object([
      // A name that leads nowhere (RFC 2606), so that references within the bundle resolve.
      ("fullUrl", .string("http://vigil.invalid/fhir/\(type)/\(id)")), ("resource", resource),
    ])
  }

  private func person(_ patient: ExportedPatient) -> JSONValue {
    let summary = patient.summary
    let isWhole = disclosure.isWhole
    var identifiers = [
      FHIRValue.object([
        ("system", .string(FHIRNames.subject)), ("value", .string(patient.id.text)),
      ])
    ]
    if isWhole, let number = summary.hospitalNumber {
      identifiers.append(
        FHIRValue.object([
          ("system", .string(FHIRNames.hospitalNumber)), ("value", .string(number)),
        ]))
    }
    return FHIRValue.object([
      ("resourceType", .string("Patient")), ("id", .string(FHIRValue.id(patient.id.text))),
      ("identifier", .array(identifiers)),
      (
        "name",
        isWhole
          ? summary.name.map { .array([FHIRValue.object([("text", .string($0))])]) } : nil
      ),
      ("gender", FHIRValue.text(summary.sex)),
      ("birthDate", isWhole ? FHIRValue.text(summary.birthDate?.description) : nil),
      (
        "deceasedDateTime",
        isWhole ? FHIRValue.text(summary.death.map { Timestamp.text($0) }) : nil
      ),
      ("deceasedBoolean", !isWhole && summary.death != nil ? .bool(true) : nil),
    ])
  }

  private mutating func resources(
    of event: Event, _ patient: ExportedPatient, status: String
  ) -> [JSONValue] {
    guard let event = disclosure.event(event) else { return [] }
    number += 1
    let context = FHIRContext(
      event: event, patient: patient, status: status, disclosure: disclosure,
      id: disclosure.isWhole
        ? event.id.description : "\(FHIRValue.id(patient.id.text).prefix(40))-\(number)")
    let made =
      FHIRObservations.made(context) + FHIRTreatments.made(context)
      + [FHIRAdverseEvent.made(context)].compactMap { $0 }
    return made.map { entry($0.resource, $0.type, $0.id) }
  }
}

/// Names of systems and extensions of our own.
package enum FHIRNames {
  package static let subject = "urn:vigil:subject"
  package static let hospitalNumber = "urn:vigil:hospital-number"
  package static let event = "urn:vigil:event"
  package static let envelope = "urn:vigil:envelope"
  package static let studyDay = "urn:vigil:study-day"
  /// The extension by which FHIR says why something is not there.
  static let dataAbsent = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
  static let position = "urn:vigil:position"
  static let resultStatus = "urn:vigil:result-status"
  static let lowerLimit = "urn:vigil:lloq"
  static let upperLimit = "urn:vigil:uloq"
  static let site = "urn:vigil:site"
  /// What an Observation has no element for.
  static let fields = "urn:vigil:fields"
}

/// What every resource of one event has in common.
struct FHIRContext {
  let event: Event
  let patient: ExportedPatient
  var status: String
  let disclosure: Disclosure
  let id: String
  /// Extensions of the resource beside those of the event.
  var more: [(url: String, name: String, value: JSONValue?)] = []

  struct Made {
    var type: String
    var id: String
    var resource: JSONValue
  }

  var subject: JSONValue { FHIRValue.reference("Patient", FHIRValue.id(patient.id.text)) }

  /// Whose event it is, so that an import knows it again.
  var identifier: JSONValue? {
    guard disclosure.isWhole else { return nil }
    return .array([
      FHIRValue.object([
        ("system", .string(FHIRNames.event)), ("value", .string(event.id.description)),
      ])
    ])
  }

  /// `effectiveDateTime`, or that it is masked.
  func time(_ name: String, _ time: EventTime? = nil) -> [(String, JSONValue?)] {
    if disclosure.isWhole { return [(name, .string(Timestamp.text(time ?? event.at)))] }
    let masked = FHIRValue.object([
      ("url", .string(FHIRNames.dataAbsent)),
      ("valueCode", .string("masked")),
    ])
    return [("_" + name, FHIRValue.object([("extension", .array([masked]))]))]
  }

  /// The day of the study, and what the envelope says beside the resource.
  var extensions: JSONValue? { extensions() }

  /// The same with more.
  func extensions(_ more: [(url: String, name: String, value: JSONValue?)] = []) -> JSONValue? {
    var all: [JSONValue] = []
    for (url, name, value) in more {
      guard let value else { continue }
      all.append(FHIRValue.object([("url", .string(url)), (name, value)]))
    }
    if let day = patient.day(of: event.at) {
      all.append(
        FHIRValue.object([("url", .string(FHIRNames.studyDay)), ("valueInteger", .int(day))]))
    }
    let parts = envelope
    if !parts.isEmpty {
      all.append(
        FHIRValue.object([("url", .string(FHIRNames.envelope)), ("extension", .array(parts))]))
    }
    return all.isEmpty ? nil : .array(all)
  }

  private var envelope: [JSONValue] {
    guard disclosure.isWhole else { return [] }
    var parts: [JSONValue] = []
    func put(_ name: String, _ text: String?) {
      guard let text else { return }
      parts.append(FHIRValue.object([("url", .string(name)), ("valueString", .string(text))]))
    }
    // As lines write it: without a fraction where there is none.
    put("recordedAt", event.recordedAt.map { Timestamp.utc($0).replacing(".000000Z", with: "Z") })
    put("by", event.by)
    put("role", event.role?.rawValue)
    put("set", event.set?.description)
    put("corrects", event.corrects?.description)
    put("reason", event.reason)
    return parts
  }

  /// When it was written down (`issued`).
  var issued: JSONValue? { FHIRValue.text(event.recordedAt.map { Timestamp.utc($0) }) }
}
