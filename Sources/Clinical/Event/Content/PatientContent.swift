/// Who the patient is; a later event updates only the fields that it carries.
package struct PatientDetails: Hashable, Sendable {
  package enum Sex: String, CaseIterable, Sendable { case female, male, other, unknown }

  package var name: String?
  package var sex: Sex?
  package var birthDate: CalendarDate?
  /// `T-ALL`, `T-LBL`, or another.
  package var diagnosis: String?
  package var weight: Quantity?
  package var height: Quantity?
  /// CAPD instead of ICE at any age up to 21 years (D-21, D-32).
  package var developmentalDelay: Bool?
  package var hospitalNumber: String?
  package var language: String?

  package init(
    name: String? = nil, sex: Sex? = nil, birthDate: CalendarDate? = nil,
    diagnosis: String? = nil, weight: Quantity? = nil, height: Quantity? = nil,
    developmentalDelay: Bool? = nil, hospitalNumber: String? = nil, language: String? = nil
  ) {
    self.name = name
    self.sex = sex
    self.birthDate = birthDate
    self.diagnosis = diagnosis
    self.weight = weight
    self.height = height
    self.developmentalDelay = developmentalDelay
    self.hospitalNumber = hospitalNumber
    self.language = language
  }
}

/// Consent and screening for the trial.
package struct Enrolment: Hashable, Sendable {
  package var consented: Bool?
  package var screenFailure: Bool?

  package init(consented: Bool? = nil, screenFailure: Bool? = nil) {
    self.consented = consented
    self.screenFailure = screenFailure
  }
}

/// Coming, moving and going: a patient is in house from admission to discharge or death.
package struct Stay: Hashable, Sendable {
  package enum Action: String, CaseIterable, Sendable {
    case admission, transfer, leave, `return`, discharge
  }
  package enum Level: String, CaseIterable, Sendable { case ward, intensiveCare }

  package var action: Action
  package var unit: String?
  package var bed: String?
  package var level: Level?

  package init(action: Action, unit: String? = nil, bed: String? = nil, level: Level? = nil) {
    self.action = action
    self.unit = unit
    self.bed = bed
    self.level = level
  }
}

package struct Leukapheresis: Hashable, Sendable {
  package var collected: Bool?
  package init(collected: Bool? = nil) { self.collected = collected }
}

/// One drug of the preconditioning on one day.
package struct Lymphodepletion: Hashable, Sendable {
  package var drug: String
  package var dose: Quantity?

  package init(drug: String, dose: Quantity? = nil) {
    self.drug = drug
    self.dose = dose
  }
}

/// The CAR-T cells going in; the first one of a patient is day 0.
package struct Infusion: Hashable, Sendable {
  package enum Donor: String, CaseIterable, Sendable { case autologous, allogeneic }

  package var product: String
  /// 10^6 cells, or 10^6 cells/kg.
  package var dose: Quantity?
  package var donor: Donor?
  package var vector: String?

  package init(
    product: String, dose: Quantity? = nil, donor: Donor? = nil, vector: String? = nil
  ) {
    self.product = product
    self.dose = dose
    self.donor = donor
    self.vector = vector
  }
}
