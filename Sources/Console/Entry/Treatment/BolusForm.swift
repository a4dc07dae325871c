package import Clinical

/// Fluid given at once.
package struct BolusForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleBolus

  static let purposes = [
    EntryOption("h", "hypotension", .forHypotension),
    EntryOption("m", "maintenance", .forMaintenance),
    EntryOption("t", "transfusion", .forTransfusion), EntryOption("o", "other", .forOther),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("volume", .volume, .amount(.volume), unit: "mL"),
      FieldSpec(
        "indication", .indication, .choice(Self.purposes, advances: true), isRequired: true),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    let volume = reading["volume"].amount
    let purpose = reading.option("indication", as: FluidBolus.Indication.self)
    guard volume != nil || purpose != nil else { return [] }
    return [.fluidBolus(FluidBolus(volume: volume, indication: purpose))]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    var texts: [String: String] = [:]
    for event in originals {
      guard case .fluidBolus(let bolus) = event.content else { continue }
      texts["volume"] = bolus.volume.map { "\($0.value) \($0.unit.rawValue)" }
      texts["indication"] = Self.purposes.option(
        id: (bolus.indication ?? .hypotension).rawValue
      ).map { String($0.key) }
    }
    return texts
  }
}
