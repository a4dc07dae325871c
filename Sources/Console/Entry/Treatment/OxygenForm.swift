package import Clinical

/// A change of oxygen support: a state that holds until the next.
package struct OxygenForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleOxygen

  static let indications = [
    EntryOption("h", "hypoxia", .forHypoxia), EntryOption("c", "comfort", .forComfort),
    EntryOption("l", "chronic", .forChronic), EntryOption("s", "sleepApnoea", .forSleepApnoea),
    EntryOption("a", "airwayProtection", .forAirway), EntryOption("p", "procedure", .forProcedure),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    OxygenFields.specs(reading, isRequired: true) + [
      FieldSpec(
        "indication", EntryText(.indication), .choice(Self.indications, advances: true),
        remark: EntryText(.emptyIsHypoxia))
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    OxygenFields.content(reading).map { [.oxygen($0)] } ?? []
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    for event in originals {
      if case .oxygen(let oxygen) = event.content { return OxygenFields.texts(of: oxygen) }
    }
    return [:]
  }

  package func remark(_ field: FieldSpec, _ reading: FormReading) -> FieldRemark? {
    VitalsRemarks(reading).remark(field.id)
  }
}
