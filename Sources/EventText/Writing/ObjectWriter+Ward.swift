package import Clinical

extension ObjectWriter {
  mutating func put(_ site: Site) {
    put(.name, site.name)
    put(.timeZone, site.timeZone)
    put(.languages, site.languages)
    put(.demoMoment, site.demoMoment)
  }

  /// The role of a user stands where the envelope's role does (contract 1.3).
  mutating func put(_ user: User) {
    put(.login, user.login)
    put(.name, user.name)
    remove(.role)
    put(.role, user.role)
    put(.active, user.active)
  }

  mutating func put(_ details: PatientDetails) {
    put(.name, details.name)
    put(.sex, details.sex)
    put(.birthDate, details.birthDate?.description)
    put(.diagnosis, details.diagnosis)
    put(.weight, details.weight)
    put(.height, details.height)
    put(.developmentalDelay, details.developmentalDelay)
    put(.hospitalNumber, details.hospitalNumber)
    put(.language, details.language)
  }

  mutating func put(_ stay: Stay) {
    put(.action, stay.action)
    put(.unit, stay.unit)
    put(.bed, stay.bed)
    put(.level, stay.level)
  }

  mutating func put(_ infusion: Infusion) {
    put(.product, infusion.product)
    put(.dose, infusion.dose)
    put(.donor, infusion.donor)
    put(.vector, infusion.vector)
  }
}

extension JSONValue {
  /// A setting's value as JSON has it, members sorted.
  package init(_ value: SettingValue) {
    switch value {
    case .null: self = .null
    case .flag(let flag): self = .bool(flag)
    case .number(let number): self = .number(number)
    case .text(let text): self = .string(text)
    case .list(let list): self = .array(list.map { JSONValue($0) })
    case .fields(let fields):
      self = .object(
        fields.sorted { JSONStrings.precedes($0.key, $1.key) }
          .map { JSONMember($0.key, JSONValue($0.value)) })
    }
  }
}
