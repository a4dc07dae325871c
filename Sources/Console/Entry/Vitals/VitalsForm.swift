package import Clinical

/// A round of vital signs: the fields in the order of measuring, and above them one line that fills
/// them as it is typed.
package struct VitalsForm: EntryForm {
  package init() {}

  package let title = EntryWord.titleVitals

  /// The fields that the quick line fills, in order; `oxygen` stands for device, flow and FiO2.
  static let quickOrder = [
    "temperature", "heart", "pressure", "breaths", "spo2", "oxygen", "level",
  ]

  package func firstField(_ reading: FormReading) -> String? {
    reading.originals.isEmpty ? "quick" : "temperature"
  }

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    let summary = reading.context.summary
    func last(_ value: Observed<DecimalNumber>?) -> FieldSpec.Last? {
      value.map { FieldSpec.Last(.number($0.value, nil), at: $0.at) }
    }
    func measured(
      _ id: String, _ label: EntryWord, _ measure: Measure, _ before: Observed<DecimalNumber>?,
      shorthand: NumberRule.Shorthand = .none
    ) -> FieldSpec {
      FieldSpec(
        id, label, .number(NumberRule(measure, shorthand: shorthand)), unit: measure.unit.label,
        mayBeNotDone: true, last: last(before))
    }
    var specs = [FieldSpec("quick", .quickLine, .quick)]
    specs.append(
      measured("temperature", .temperature, .temperature, summary.temperature, shorthand: .tenths))
    specs.append(measured("heart", .heartRate, .heartRate, summary.heartRate))
    specs.append(
      FieldSpec(
        "pressure", .pressure, .pressure, unit: "mmHg", mayBeNotDone: true,
        last: summary.systolic.map { systolic in
          let diastolic = summary.diastolic.flatMap { $0.at == systolic.at ? $0.value : nil }
          return FieldSpec.Last(
            .pressure(systolic: systolic.value, diastolic: diastolic), at: systolic.at)
        }))
    specs.append(measured("breaths", .breaths, .respiratoryRate, summary.respiratoryRate))
    specs.append(measured("spo2", .saturation, .spo2, summary.saturation))
    specs += OxygenFields.specs(reading, isRequired: false)
    specs += LevelFields.specs(reading, mayBeNotDone: true)
    specs.append(FieldSpec("site", .temperatureSite, .choice(Self.sites, advances: true)))
    specs.append(measured("mean", .meanArterial, .meanArterial, summary.meanArterial))
    specs.append(FieldSpec("pulse", .pulse, .number(NumberRule(.pulse)), unit: "/min"))
    specs.append(FieldSpec("position", .position, .choice(Self.positions, advances: true)))
    if reading.values.values.contains(.notDone) {
      specs.append(
        FieldSpec(
          "why", .whyNotDone, .choice(NotDoneForm.reasons, advances: true), isRequired: true))
    }
    return specs
  }

  static let sites = [
    EntryOption("a", "axillary", .siteAxillary), EntryOption("o", "oral", .siteOral),
    EntryOption("t", "tympanic", .siteTympanic), EntryOption("r", "rectal", .siteRectal),
    EntryOption("c", "core", .siteCore),
  ]
  static let positions = [
    EntryOption("l", "lying", .lying), EntryOption("s", "sitting", .sitting),
    EntryOption("u", "standing", .standing),
  ]

  package func contents(_ reading: FormReading) -> [Content] {
    var contents: [Content] = []
    var vitals = Vitals(
      temperature: reading.number("temperature", .celsius),
      heartRate: reading.number("heart", .perMinute), pulse: reading.number("pulse", .perMinute),
      meanArterial: reading.number("mean", .millimetreOfMercury),
      respiratoryRate: reading.number("breaths", .perMinute),
      spo2: reading.number("spo2", .percent))
    if case .pressure(let systolic, let diastolic) = reading["pressure"] {
      vitals.systolic = Quantity(systolic, .millimetreOfMercury)
      vitals.diastolic = diastolic.map { Quantity($0, .millimetreOfMercury) }
    }
    if vitals != Vitals() {
      vitals.site = vitals.temperature == nil ? nil : reading.option("site", as: Vitals.Site.self)
      vitals.position = reading["position"].choice
      contents.append(.vitals(vitals))
    }
    if let oxygen = OxygenFields.content(reading) { contents.append(.oxygen(oxygen)) }
    if let level = LevelFields.content(reading) { contents.append(.consciousness(level)) }
    if let reason = reading.option("why", as: NotDone.Reason.self) {
      contents.append(.notDone(NotDone(what: .vitals, because: reason)))
    }
    return contents
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    var texts: [String: String] = [:]
    for event in originals {
      switch event.content {
      case .vitals(let vitals): texts.merge(Self.texts(of: vitals)) { $1 }
      case .oxygen(let oxygen): texts.merge(OxygenFields.texts(of: oxygen)) { $1 }
      case .consciousness(let entry): texts.merge(LevelFields.texts(of: entry)) { $1 }
      case .notDone(let entry):
        texts["why"] = NotDoneForm.reasons.option(id: entry.because.rawValue).map { String($0.key) }
      default: break
      }
    }
    if texts["why"] != nil {
      // What was not done then is not done still, until a value is typed over it.
      for id in ["temperature", "heart", "pressure", "breaths", "spo2"] where texts[id] == nil {
        texts[id] = "-"
      }
    }
    return texts
  }

  private static func texts(of vitals: Vitals) -> [String: String] {
    var texts: [String: String] = [:]
    func put(_ id: String, _ quantity: Quantity?, _ measure: Measure) {
      texts[id] = quantity.flatMap(measure.normalised).map { "\($0)" }
    }
    // With its point, so that 36.8 is not read as tenths again.
    texts["temperature"] = vitals.temperature.flatMap(Measure.temperature.normalised).map {
      $0.whole.map { "\($0).0" } ?? "\($0)"
    }
    put("heart", vitals.heartRate, .heartRate)
    put("pulse", vitals.pulse, .pulse)
    put("mean", vitals.meanArterial, .meanArterial)
    put("breaths", vitals.respiratoryRate, .respiratoryRate)
    put("spo2", vitals.spo2, .spo2)
    if let systolic = vitals.systolic.flatMap(Measure.systolic.normalised) {
      let diastolic = vitals.diastolic.flatMap(Measure.diastolic.normalised)
      texts["pressure"] = "\(systolic)" + (diastolic.map { "/\($0)" } ?? "")
    }
    texts["site"] = vitals.site.flatMap { sites.option(id: $0.rawValue) }.map { String($0.key) }
    texts["position"] = vitals.position.flatMap { positions.option(id: $0) }.map { String($0.key) }
    return texts
  }

  package func remark(_ field: FieldSpec, _ reading: FormReading) -> FieldRemark? {
    VitalsRemarks(reading).remark(field.id)
  }
}
