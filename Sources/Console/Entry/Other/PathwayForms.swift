package import Clinical

/// Consent and screening.
package struct EnrolmentForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleEnrolment

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("consented", .consented, .choice(EntryOption.yesNo, advances: true)),
      FieldSpec("failure", .screenFailure, .choice(EntryOption.yesNo, advances: true)),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    let enrolment = Enrolment(
      consented: reading.flag("consented"), screenFailure: reading.flag("failure"))
    return enrolment == Enrolment() ? [] : [.enrolment(enrolment)]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .enrolment(let entry)? = originals.first?.content else { return [:] }
    return [
      "consented": entry.consented.map { $0 ? "y" : "n" },
      "failure": entry.screenFailure.map { $0 ? "y" : "n" },
    ].compactMapValues { $0 }
  }
}

/// Cells collected.
package struct LeukapheresisForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleLeukapheresis

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec(
        "collected", .collected, .choice(EntryOption.yesNo, advances: true), isRequired: true)
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    reading.flag("collected").map { [.leukapheresis(Leukapheresis(collected: $0))] } ?? []
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .leukapheresis(let entry)? = originals.first?.content else { return [:] }
    return ["collected": entry.collected.map { $0 ? "y" : "n" }].compactMapValues { $0 }
  }
}

/// One drug of the preconditioning on one day.
package struct LymphodepletionForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleLymphodepletion

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("drug", .drug, .name(.drug), isRequired: true),
      FieldSpec("dose", .dose, .amount(.dose), unit: "mg"),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    reading["drug"].text.map {
      [.lymphodepletion(Lymphodepletion(drug: $0, dose: reading["dose"].amount))]
    } ?? []
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .lymphodepletion(let entry)? = originals.first?.content else { return [:] }
    return ["drug": entry.drug, "dose": entry.dose.map { "\($0.value) \($0.unit.rawValue)" }]
      .compactMapValues { $0 }
  }
}

/// The cells going in: the first is day 0.
package struct InfusionForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleInfusion

  static let donors = [
    EntryOption("a", "autologous", .autologous), EntryOption("l", "allogeneic", .allogeneic),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("product", .product, .text(100), isRequired: true),
      FieldSpec("dose", .cellDose, .amount(.cells), unit: "x10^6/kg"),
      FieldSpec("donor", .donor, .choice(Self.donors, advances: true)),
      FieldSpec("vector", .vector, .text(100)),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    reading["product"].text.map {
      [
        .infusion(
          Infusion(
            product: $0, dose: reading["dose"].amount,
            donor: reading.option("donor", as: Infusion.Donor.self), vector: reading["vector"].text)
        )
      ]
    } ?? []
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .infusion(let entry)? = originals.first?.content else { return [:] }
    return [
      "product": entry.product, "dose": entry.dose.map { "\($0.value) \($0.unit.rawValue)" },
      "donor": Self.donors.key(of: entry.donor), "vector": entry.vector,
    ].compactMapValues { $0 }
  }
}
