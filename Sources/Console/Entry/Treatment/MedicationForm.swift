package import Clinical

/// A drug that was given, with the ledger of tocilizumab and corticosteroids. It records and counts;
/// nothing is ordered here.
package struct MedicationForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleMedication

  static let actions = [
    EntryOption("g", "give", .actionGive), EntryOption("s", "start", .actionStart),
    EntryOption("x", "stop", .actionStop),
  ]
  static let routes = [
    EntryOption("i", "intravenous", .routeIV), EntryOption("o", "oral", .routeOral),
    EntryOption("s", "subcutaneous", .routeSC), EntryOption("m", "intramuscular", .routeIM),
    EntryOption("t", "intrathecal", .routeIT), EntryOption("r", "rectal", .routeRectal),
    EntryOption("x", "other", .forOther),
  ]
  static let classes = [
    EntryOption("p", "antipyretic", .classAntipyretic),
    EntryOption("c", "anticytokine", .classAnticytokine),
    EntryOption("s", "corticosteroid", .classCorticosteroid),
    EntryOption("d", "sedative", .classSedative),
    EntryOption("z", "antiseizure", .classAntiseizure),
    EntryOption("m", "antimicrobial", .classAntimicrobial),
    EntryOption("o", "other", .forOther),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    var specs = [FieldSpec("drug", .drug, .name(.drug), isRequired: true)]
    if let drug = reading["drug"].text, DrugTable.drug(named: drug) == nil {
      specs.append(
        FieldSpec("class", .drugClass, .choice(Self.classes, advances: true), isRequired: true))
    }
    specs.append(FieldSpec("dose", .dose, .amount(.dose), unit: "mg"))
    specs.append(FieldSpec("route", .route, .choice(Self.routes, advances: true)))
    specs.append(
      FieldSpec(
        "action", EntryText(.action), .choice(Self.actions, advances: true),
        remark: EntryText(.emptyIsGiven)))
    specs.append(FieldSpec("indication", .indication, .text(200)))
    return specs
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let name = reading["drug"].text else { return [] }
    let known = DrugTable.drug(named: name)
    return [
      .medication(
        Medication(
          drug: known?.generic ?? name,
          drugClass: known?.drugClass ?? reading.option("class", as: DrugClass.self) ?? .other,
          dose: reading["dose"].amount, route: reading["route"].choice,
          indication: reading["indication"].text,
          action: reading.option("action", as: Medication.Action.self)))
    ]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    var texts: [String: String] = [:]
    for event in originals {
      guard case .medication(let entry) = event.content else { continue }
      texts["drug"] = entry.drug
      texts["class"] = Self.classes.option(id: entry.drugClass.rawValue).map { String($0.key) }
      texts["dose"] = entry.dose.map { "\($0.value) \($0.unit.rawValue)" }
      texts["route"] = entry.route.flatMap { Self.routes.option(id: $0) }.map { String($0.key) }
      texts["action"] = entry.action.flatMap { Self.actions.option(id: $0.rawValue) }
        .map { String($0.key) }
      texts["indication"] = entry.indication
    }
    return texts
  }

  package func stops(_ reading: FormReading) -> [EntryText] {
    TocilizumabStops.texts(
      of: contents(reading), in: reading.context, ignoring: Set(reading.originals.map(\.id)))
  }

  package func remark(_ field: FieldSpec, _ reading: FormReading) -> FieldRemark? {
    switch field.id {
    case "drug":
      guard let drug = reading["drug"].text else { return nil }
      guard let known = DrugTable.drug(named: drug) else {
        return FieldRemark(EntryText(.drugNotInTable), .out)
      }
      let option = Self.classes.option(id: known.drugClass.rawValue)
      return option.map { FieldRemark(EntryText($0.word)) }
    case "dose":
      return stops(reading).first.map { FieldRemark($0, .out) }
    default: return nil
    }
  }
}
