import Clinical
import EventText

/// Observations of one event.
enum FHIRObservations {
  static func made(_ context: FHIRContext) -> [FHIRContext.Made] {
    switch context.event.content {
    case .vitals(let vitals):
      var context = context
      context.more = [(FHIRNames.position, "valueString", FHIRValue.text(vitals.position))]
      return self.vitals(vitals, context)
    case .lab(let lab):
      return lab.results.enumerated().map { result($1, lab, number: $0, context) }
    case .oxygen(let oxygen):
      return [self.oxygen(oxygen, context.with(fieldsBeside: ["device", "flow", "fio2"]))]
    case .ice(let ice):
      let parts = Set(ICEPart.allCases.map(\.rawValue))
      return [self.ice(ice, context.with(fieldsBeside: parts.union(["items"])))]
    case .capd(let capd): return [self.capd(capd, context.with(fieldsBeside: ["items"]))]
    case .notDone(let notDone) where notDone.what == .vitals:
      return [
        observation(
          context, "vitals", category: "vital-signs", profile: "vitalsigns",
          code: FHIRValue.concept([
            FHIRValue.coding(FHIRValue.loinc, "85353-1", "Vital signs panel")
          ]), [("dataAbsentReason", absent("not-performed"))])
      ]
    default: return []
    }
  }

  private static func vitals(_ vitals: Vitals, _ context: FHIRContext) -> [FHIRContext.Made] {
    let single: [(VitalSign, String)] = [
      (.temperature, "bodytemp"), (.heartRate, "heartrate"), (.pulse, "vitalsigns"),
      (.respiratoryRate, "resprate"), (.spo2, "oxygensat"),
    ]
    var made: [FHIRContext.Made] = []
    for (sign, profile) in single {
      guard let quantity = vitals[sign: sign] else { continue }
      let site = sign == .temperature ? vitals.site : nil
      made.append(
        observation(
          context, sign.rawValue, category: "vital-signs", profile: profile, code: code(sign),
          [
            (
              "bodySite",
              site.map { FHIRValue.concept([FHIRValue.coding(FHIRNames.site, $0.rawValue)]) }
            ),
            ("valueQuantity", value(quantity)),
          ]))
    }
    return made + pressure(vitals, context)
  }

  // One panel; the profile of blood pressure wants both pressures, or why one is not there.
  private static func pressure(_ vitals: Vitals, _ context: FHIRContext) -> [FHIRContext.Made] {
    let signs: [VitalSign] = [.systolic, .diastolic, .meanArterial]
    guard signs.contains(where: { vitals[sign: $0] != nil }) else { return [] }
    guard vitals.systolic != nil || vitals.diastolic != nil else {
      return [
        observation(
          context, "meanArterial", category: "vital-signs", profile: "vitalsigns",
          code: code(.meanArterial), [("valueQuantity", vitals.meanArterial.map(value))])
      ]
    }
    var components: [JSONValue] = []
    for sign in signs {
      if let quantity = vitals[sign: sign] {
        components.append(
          FHIRValue.object([("code", code(sign)), ("valueQuantity", value(quantity))]))
      } else if sign != .meanArterial {
        components.append(
          FHIRValue.object([("code", code(sign)), ("dataAbsentReason", absent("unknown"))]))
      }
    }
    let panel = FHIRValue.concept([
      FHIRValue.coding(FHIRValue.loinc, "85354-9", "Blood pressure panel")
    ])
    return [
      observation(
        context, "pressure", category: "vital-signs", profile: "bp", code: panel,
        [("component", .array(components))])
    ]
  }

  private static func value(_ quantity: Quantity) -> JSONValue {
    FHIRValue.quantity(quantity.value, quantity.unit.rawValue, quantity.comparator)
  }

  private static func code(_ sign: VitalSign) -> JSONValue {
    FHIRValue.concept(sign.loinc.map { FHIRValue.coding(FHIRValue.loinc, $0) }, text: sign.label)
  }

  private static func absent(_ code: String) -> JSONValue {
    FHIRValue.concept([FHIRValue.coding(FHIRValue.dataAbsent, code)])
  }

  private static func result(
    _ result: LabResult, _ lab: Lab, number: Int, _ context: FHIRContext
  ) -> FHIRContext.Made {
    var codings: [JSONValue] = []
    if let variable = result.variable, let unit = Unit(spelling: result.unit),
      let loinc = variable.loinc(for: unit)
    {
      codings.append(FHIRValue.coding(FHIRValue.loinc, loinc, variable.label))
    }
    codings.append(FHIRValue.coding(FHIRValue.local, result.code))
    let unit = Unit(spelling: result.unit)?.rawValue ?? result.unit
    func bound(_ value: DecimalNumber?) -> JSONValue? {
      value.map { FHIRValue.quantity($0, unit, nil) }
    }
    let range =
      result.lower == nil && result.upper == nil
      ? nil
      : JSONValue.array([
        FHIRValue.object([("low", bound(result.lower)), ("high", bound(result.upper))])
      ])
    var context = context
    if context.status == "final", let status = result.status, statuses.contains(status) {
      context.status = status
    }
    context.more = [
      (FHIRNames.resultStatus, "valueString", FHIRValue.text(result.status)),
      (
        FHIRNames.lowerLimit, "valueDecimal",
        result.lowerLimitOfQuantification.map { .number($0) }
      ),
      (
        FHIRNames.upperLimit, "valueDecimal",
        result.upperLimitOfQuantification.map { .number($0) }
      ),
    ]
    return observation(
      context, "lab-\(number)", category: "laboratory", profile: nil,
      code: FHIRValue.concept(
        codings, text: result.variable?.label ?? String(result.code.dropFirst(2))),
      [
        ("valueQuantity", FHIRValue.quantity(result.value, unit, result.comparator)),
        (
          "specimen",
          lab.specimen.map { FHIRValue.object([("display", .string($0))]) }
        ),
        ("method", lab.kit.map { FHIRValue.concept([], text: $0) }),
        ("referenceRange", range),
        (
          "performer",
          lab.laboratory.map { .array([FHIRValue.object([("display", .string($0))])]) }
        ),
      ])
  }

  private static let statuses = ["preliminary", "corrected", "amended"]

  private static func oxygen(_ oxygen: Oxygen, _ context: FHIRContext) -> FHIRContext.Made {
    var components: [JSONValue] = []
    if let flow = oxygen.flow {
      components.append(component(FHIRValue.loinc, "3151-8", value(flow)))
    }
    if let fio2 = oxygen.fio2 {
      components.append(component(FHIRValue.loinc, "3150-0", value(fio2)))
    }
    return observation(
      context, "oxygen", category: "therapy", profile: nil,
      code: FHIRValue.concept(
        [FHIRValue.coding(FHIRValue.local, "oxygen")], text: "Oxygen support"),
      [
        ("valueString", .string(oxygen.device.rawValue)),
        ("component", components.isEmpty ? nil : .array(components)),
      ])
  }

  private static func component(_ system: String, _ code: String, _ value: JSONValue) -> JSONValue {
    FHIRValue.object([
      ("code", FHIRValue.concept([FHIRValue.coding(system, code)])), ("valueQuantity", value),
    ])
  }

  private static func ice(_ ice: ICE, _ context: FHIRContext) -> FHIRContext.Made {
    var components: [JSONValue] = []
    for part in ICEPart.allCases {
      guard let points = ice.value(of: part) else { continue }
      components.append(
        component(FHIRValue.local, "ice." + part.rawValue, score(points)))
    }
    for item in ICEItem.allCases {
      guard let point = ice.items?[item] else { continue }
      components.append(component(FHIRValue.local, "ice.item." + item.rawValue, score(point)))
    }
    let whole = ice.points.flatMap { $0.low == $0.high ? $0.low : nil }
    return observation(
      context, "ice", category: "survey", profile: nil,
      code: FHIRValue.concept([FHIRValue.coding(FHIRValue.local, "ICE")], text: "ICE, 0 to 10"),
      [
        ("valueQuantity", whole.map(score)),
        ("dataAbsentReason", whole == nil ? absent(reason(ice.status)) : nil),
        ("component", components.isEmpty ? nil : .array(components)),
      ])
  }

  private static func capd(_ capd: CAPD, _ context: FHIRContext) -> FHIRContext.Made {
    let whole = capd.isWhole ? capd.points : nil
    let components = (capd.items ?? []).enumerated().map { n, points in
      component(FHIRValue.local, "capd.\(n + 1)", score(points))
    }
    return observation(
      context, "capd", category: "survey", profile: nil,
      code: FHIRValue.concept([FHIRValue.coding(FHIRValue.local, "CAPD")], text: "CAPD, 0 to 32"),
      [
        ("valueQuantity", whole.map(score)),
        ("dataAbsentReason", whole == nil ? absent(reason(capd.status)) : nil),
        ("component", components.isEmpty ? nil : .array(components)),
      ])
  }

  private static func score(_ points: Int) -> JSONValue {
    FHIRValue.object([
      ("value", .int(points)), ("unit", .string("{score}")), ("system", .string(FHIRValue.ucum)),
      ("code", .string("{score}")),
    ])
  }

  private static func reason(_ status: InstrumentStatus?) -> String {
    switch status {
    case .refused: "asked-declined"
    case .unarousable, .sedated, .intubated, .languageBarrier: "unsupported"
    case .notDone, .asleep: "not-performed"
    case .done, nil: "unknown"
    }
  }

  private static func observation(
    _ context: FHIRContext, _ part: String, category: String, profile: String?, code: JSONValue,
    _ own: [(String, JSONValue?)]
  ) -> FHIRContext.Made {
    let id = String("\(context.id)-\(part)".prefix(64))
    let categories = "http://terminology.hl7.org/CodeSystem/observation-category"
    let resource = FHIRValue.object(
      [
        ("resourceType", .string("Observation")), ("id", .string(id)),
        (
          "meta",
          profile.map {
            FHIRValue.object([
              (
                "profile",
                .array([.string("http://hl7.org/fhir/StructureDefinition/\($0)")])
              )
            ])
          }
        ),
        ("extension", context.extensions(context.more)), ("identifier", context.identifier),
        ("status", .string(context.status)),
        ("category", .array([FHIRValue.concept([FHIRValue.coding(categories, category)])])),
        ("code", code), ("subject", context.subject),
      ] + context.time("effectiveDateTime") + [("issued", context.issued)] + own)
    return FHIRContext.Made(type: "Observation", id: id, resource: resource)
  }
}

extension FHIRContext {
  /// With those fields of the event that no element says; not where nobody is to be known, for free
  /// texts may be among them.
  fileprivate func with(fieldsBeside names: Set<String>) -> FHIRContext {
    guard disclosure.isWhole else { return self }
    var context = self
    context.more.append(
      (FHIRNames.fields, "extension", FHIROwnScores.extra(event, without: names)))
    return context
  }
}
