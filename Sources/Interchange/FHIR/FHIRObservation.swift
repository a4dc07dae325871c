import Clinical
import EventText

/// One Observation, understood.
struct FHIRObservation {
  let node: FHIRNode
  private(set) var vitals: [(VitalSign, Quantity)] = []
  private(set) var site: Vitals.Site?
  private(set) var results: [LabResult] = []
  /// Why nothing of it is read, where nothing is wrong with it.
  private(set) var note: String?
  /// Oxygen, ICE or CAPD of a Vigil's own Bundle.
  private(set) var ownKind: EventKind?
  /// True where its status takes back what it said before.
  private(set) var isInError = false

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
    case "entered-in-error":
      note = "entered in error"
      isInError = true
    case let status:
      throw (node["status"] ?? node).refusal(
        "the status \"\((status ?? "").prefix(30))\" does not say whether the value holds",
        remedy: "send it as final")
    }
    if let focus = node["focus"] {
      throw focus.refusal(
        "it is about something else than the subject", remedy: "enter by hand what it means")
    }
    guard note == nil else { return }
    try refuseAbsent()
    if let kind = FHIROwnScores.kind(of: node) {
      ownKind = kind
      return
    }
    let isPanel = codes(of: node).contains { $0 == (FHIRValue.loinc, "85354-9") }
    let parts = node["component"]?.elements ?? []
    if isPanel {
      for part in parts { try take(part) }
    } else {
      try take(node)
      if vitals.isEmpty, results.isEmpty, note == nil { note = unread() }
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

  // A value, a time or a status of which an extension says that it is absent is none, though it may
  // stand there all the same.
  private func refuseAbsent() throws(Refusal) {
    guard case .object(let members) = node.value else { return }
    for member in members {
      let name = member.name.hasPrefix("_") ? member.name.dropFirst() : member.name[...]
      guard name.hasPrefix("value") || name.hasPrefix("effective") || name == "status",
        let absent = node[member.name]?.extensions(of: FHIRNames.dataAbsent).first
      else { continue }
      throw absent.refusal("it says that \(name.prefix(40)) is absent", remedy: "leave it out")
    }
    for part in node["component"]?.elements ?? [] {
      for name in ["valueQuantity", "_valueQuantity"] {
        guard let absent = part[name]?.extensions(of: FHIRNames.dataAbsent).first else { continue }
        throw absent.refusal("it says that the value is absent", remedy: "send dataAbsentReason")
      }
    }
  }

  // What it is, as far as it says so: by its first code, else in words.
  private func unread() -> String {
    let code = codes(of: node).first?.1 ?? node["code"]?["text"]?.text ?? ""
    let name = node["code"]?["coding"]?.elements.first?["display"]?.text ?? ""
    let what = [code, name].filter { !$0.isEmpty }.map { String($0.prefix(60)) }
    return "of a kind that is not read" + (what.isEmpty ? "" : ": " + what.joined(separator: " "))
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

  enum Meaning: Hashable {
    case vital(VitalSign)
    case lab(String)
  }

  // What the codings say; several must say the same.
  func meaning(of node: FHIRNode) throws(Refusal) -> Meaning? {
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
    if case .object(let members) = node.value,
      let other = members.first(where: {
        $0.name.hasPrefix("value") && $0.name != "valueQuantity" && $0.value != .null
      })
    {
      throw node.refusal("\(other.name.prefix(40)) stands beside a quantity", remedy: "send one")
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

  func own(_ url: String) -> FHIRNode? {
    node["extension"]?.elements.first { $0["url"]?.text == url }
  }

  private func result(
    _ code: String, _ number: DecimalNumber, _ comparator: Comparator?, _ unit: String
  ) -> LabResult {
    // Of the normal range alone, and in the unit of the result: a limit bears no other in an event.
    let range = node["referenceRange"]?.elements.first { range in
      let kinds = range["type"]?["coding"]?.elements ?? []
      return kinds.isEmpty || kinds.contains { $0["code"]?.text == "normal" }
    }
    func bound(_ name: String) -> DecimalNumber? {
      guard let limit = range?[name], case .number(let number)? = limit["value"]?.value else {
        return nil
      }
      let own = limit["code"]?.text ?? limit["unit"]?.text ?? unit
      let isSame = Unit(spelling: own).map { $0 == Unit(spelling: unit) } ?? (own == unit)
      return isSame ? number : nil
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
}
