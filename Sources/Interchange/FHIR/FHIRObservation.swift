import Clinical
import EventText

/// One Observation, understood.
struct FHIRObservation {
  private let node: FHIRNode
  private var vitals: [(VitalSign, Quantity)] = []
  private var site: Vitals.Site?
  private var results: [LabResult] = []
  /// Why nothing of it is read, where nothing is wrong with it.
  private(set) var note: String?

  var holdsValues: Bool { !vitals.isEmpty || !results.isEmpty }

  /// The id of the event of a Vigil that it was, where it was one.
  static func ownEvent(_ node: FHIRNode) -> String? {
    node["identifier"]?.elements.first { $0["system"]?.text == FHIRNames.event }?["value"]?.text
  }

  static func modified(_ node: FHIRNode) -> Refusal {
    node.refusal(
      "a modifier changes what it means, and is not known here", remedy: "enter the value by hand")
  }

  /// - Throws: where something that changes the meaning is not understood.
  init(_ node: FHIRNode) throws(Refusal) {
    self.node = node
    for name in ["modifierExtension", "implicitRules"] {
      if let found = node.anywhere(name) { throw Self.modified(found) }
    }
    switch node["status"]?.text {
    case "final", "amended", "corrected", "preliminary": break
    case "registered": note = "registered only; there is no value yet"
    case "cancelled": note = "cancelled; there is no value"
    case "entered-in-error": note = "entered in error; nothing is taken of it"
    case let status:
      throw (node["status"] ?? node).refusal(
        "the status \"\((status ?? "").prefix(30))\" does not say whether the value holds",
        remedy: "send it as final")
    }
    guard note == nil else { return }
    let isPanel = codes(of: node).contains { $0 == (FHIRValue.loinc, "85354-9") }
    let parts = node["component"]?.elements ?? []
    if isPanel {
      for part in parts { try take(part) }
    } else {
      try take(node)
      if vitals.isEmpty, results.isEmpty, note == nil { note = "of a kind that is not read" }
      // A value with components that say something of their own is not the value alone.
      if holdsValues, !parts.isEmpty {
        throw node.refusal(
          "it has a value and components, of which nobody can say how they belong together",
          remedy: "send each as an Observation of its own")
      }
    }
    if !holdsValues, note == nil { note = "there is no value" }
    readSite()
  }

  private mutating func readSite() {
    for (system, code) in codes(of: node, in: "bodySite") where system == FHIRNames.site {
      site = Vitals.Site(rawValue: code)
    }
  }

  private func codes(of node: FHIRNode, in name: String = "code") -> [(String, String)] {
    (node[name]?["coding"]?.elements ?? []).compactMap { coding in
      guard let code = coding["code"]?.text else { return nil }
      return (coding["system"]?.text ?? "", code)
    }
  }

  private enum Meaning: Hashable {
    case vital(VitalSign)
    case lab(String)
  }

  // What the codings say; several must say the same.
  private func meaning(of node: FHIRNode) throws(Refusal) -> Meaning? {
    var found: Meaning?
    for (system, code) in codes(of: node) {
      let meaning: Meaning?
      switch system {
      case FHIRValue.loinc:
        meaning =
          VitalSign(loinc: code).map { .vital($0) }
          ?? LabVariable(loinc: code).map { .lab($0.rawValue) }
      case FHIRValue.local:
        meaning =
          LabVariable(rawValue: code) != nil || code.hasPrefix("X:") ? .lab(code) : nil
      default: meaning = nil
      }
      guard let meaning else { continue }
      if let found, found != meaning {
        throw (node["code"] ?? node).refusal(
          "its codes are of different things", remedy: "send one of them")
      }
      found = meaning
    }
    return found
  }

  // The value of an Observation or of a component of a panel.
  private mutating func take(_ node: FHIRNode) throws(Refusal) {
    let absent = node["dataAbsentReason"]
    let value = node["valueQuantity"]
    guard let meaning = try meaning(of: node) else { return }
    if let absent {
      guard value == nil else {
        throw absent.refusal("it says that the value is absent, and there is one")
      }
      let reason = codes(of: node, in: "dataAbsentReason").first?.1 ?? absent["text"]?.text ?? ""
      if self.node.path == node.path { note = "no value: \(reason.prefix(40))" }
      return
    }
    guard let value else {
      if case .object(let members) = node.value,
        let other = members.first(where: { $0.name.hasPrefix("value") })
      {
        throw node.refusal(
          "\(other.name.prefix(40)) stands where a quantity belongs", remedy: "send valueQuantity")
      }
      return
    }
    let (number, comparator, unit) = try quantity(value)
    switch meaning {
    case .vital(let sign):
      guard let known = Unit(spelling: unit), let own = sign.measure.normalised(number, known)
      else {
        throw value.refusal(
          "\"\(unit.prefix(20))\" is not a unit of \(sign.measure.name)",
          remedy: "write " + sign.measure.conversions.map(\.unit.rawValue).joined(separator: " or ")
        )
      }
      guard sign.measure.possible?.contains(own) ?? true else {
        throw value.refusal("\(number) \(unit.prefix(20)) cannot be true")
      }
      vitals.append((sign, Quantity(number, known, comparator: comparator)))
    case .lab(let code):
      results.append(result(code, number, comparator, unit))
    }
  }

  private func quantity(
    _ node: FHIRNode
  ) throws(Refusal) -> (DecimalNumber, Comparator?, String) {
    guard case .number(let number)? = node["value"]?.value else {
      throw node.refusal("there is no number in it", remedy: "write value")
    }
    var comparator: Comparator?
    if let sign = node["comparator"] {
      guard let known = sign.text.flatMap(Comparator.init(rawValue:)) else {
        throw sign.refusal("it is no comparator", remedy: "write <, <=, >= or >")
      }
      comparator = known
    }
    if let code = node["code"]?.text {
      guard node["system"]?.text == FHIRValue.ucum else {
        throw (node["system"] ?? node).refusal(
          "the unit's code is not of UCUM", remedy: "write system \"\(FHIRValue.ucum)\"")
      }
      return (number, comparator, code)
    }
    guard let unit = node["unit"]?.text, !unit.isEmpty else {
      throw node.refusal("there is no unit", remedy: "write system and code in UCUM")
    }
    return (number, comparator, unit)
  }

  private func own(_ url: String) -> FHIRNode? {
    node["extension"]?.elements.first { $0["url"]?.text == url }
  }

  private func result(
    _ code: String, _ number: DecimalNumber, _ comparator: Comparator?, _ unit: String
  ) -> LabResult {
    func bound(_ name: String) -> DecimalNumber? {
      if case .number(let number)? = node["referenceRange"]?.elements.first?[name]?["value"]?.value
      {
        number
      } else {
        nil
      }
    }
    func limit(_ url: String) -> DecimalNumber? {
      if case .number(let number)? = own(url)?["valueDecimal"]?.value { number } else { nil }
    }
    var status: String?
    if Self.ownEvent(node) != nil {
      status = own(FHIRNames.resultStatus)?["valueString"]?.text
    } else {
      switch node["status"]?.text {
      case "preliminary": status = "preliminary"
      case "amended", "corrected": status = "corrected"
      default: break
      }
    }
    return LabResult(
      code: code, value: number, unit: unit, comparator: comparator, lower: bound("low"),
      upper: bound("high"), lowerLimitOfQuantification: limit(FHIRNames.lowerLimit),
      upperLimitOfQuantification: limit(FHIRNames.upperLimit), status: status)
  }

  private func time() throws(Refusal) -> EventTime {
    for name in ["effectiveDateTime", "effectiveInstant"] {
      guard let field = node[name] else { continue }
      do throws(Timestamp.Problem) {
        let moment = try Timestamp.moment(field.text ?? "")
        return .moment(moment.instant, utcOffset: moment.utcOffset)
      } catch {
        throw field.refusal(error.problem, remedy: error.remedy)
      }
    }
    if let period = node["effectivePeriod"] {
      throw period.refusal(
        "a period is no moment of observation", remedy: "send effectiveDateTime")
    }
    throw node.refusal("it does not say when it was observed", remedy: "send effectiveDateTime")
  }

  /// The events of Observations that belong together: one of vital signs, one of the laboratory.
  static func events(
    _ readings: [FHIRObservation], of patient: PatientID, _ reader: EventReader
  ) throws(Refusal) -> [SentEvent] {
    guard let first = readings.first(where: { $0.holdsValues }) else { return [] }
    let at = try first.time()
    var vitals = Vitals()
    var lab = Lab(results: [])
    for reading in readings where reading.holdsValues {
      guard try reading.time() == at else {
        throw reading.node.refusal("it is of the same event as another, at another time")
      }
      for (sign, quantity) in reading.vitals {
        guard vitals[sign: sign] == nil else {
          throw reading.node.refusal("\(sign.rawValue) stands twice in one event")
        }
        vitals[sign: sign] = quantity
      }
      if let site = reading.site, reading.vitals.contains(where: { $0.0 == .temperature }) {
        vitals.site = site
      }
      if !reading.vitals.isEmpty {
        vitals.position = reading.own(FHIRNames.position)?["valueString"]?.text ?? vitals.position
      }
      lab.results += reading.results
      lab.specimen = reading.node["specimen"]?["display"]?.text ?? lab.specimen
      lab.kit = reading.node["method"]?["text"]?.text ?? lab.kit
      if !reading.results.isEmpty {
        lab.laboratory =
          reading.node["performer"]?.elements.first?["display"]?.text ?? lab.laboratory
      }
    }
    var events: [SentEvent] = []
    let hasVitals = readings.contains { !$0.vitals.isEmpty }
    if hasVitals { events.append(try first.sent(patient, at, .vitals(vitals), reader)) }
    if !lab.results.isEmpty { events.append(try first.sent(patient, at, .lab(lab), reader)) }
    return events
  }

  // With the id and the envelope of the event that it was, where it was one.
  private func sent(
    _ patient: PatientID, _ at: EventTime, _ content: Content, _ reader: EventReader
  ) throws(Refusal) -> SentEvent {
    guard let id = Self.ownEvent(node) else {
      return try ImportedEvent.sent(patient: patient, at: at, content, reader: reader)
    }
    let event = Event(
      id: EventID(high: 0, low: 0), patient: patient, at: at, content: content)
    guard case .object(var members) = EventWriter.object(for: event) else {
      return try reader.read(event)
    }
    members.removeAll { $0.name == "id" }
    members.append(JSONMember("id", .string(id)))
    for part in own(FHIRNames.envelope)?["extension"]?.elements ?? [] {
      guard let name = part["url"]?.text, let text = part["valueString"]?.text,
        ["recordedAt", "by", "role", "set", "corrects", "reason"].contains(name)
      else { continue }
      members.removeAll { $0.name == name }
      members.append(JSONMember(name, .string(text)))
    }
    return try reader.read(CanonicalJSON.bytes(of: .object(members))[...])
  }
}
