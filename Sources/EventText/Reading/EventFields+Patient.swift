internal import Clinical

extension EventFields {
  func patientDetails(_ event: Event) throws(Refusal) -> PatientDetails {
    let details = PatientDetails(
      name: try line(.name), sex: try word(.sex), birthDate: try date(.birthDate),
      diagnosis: try line(.diagnosis), weight: try quantity(.weight, .weight),
      height: try quantity(.height, .height), developmentalDelay: try flag(.developmentalDelay),
      hospitalNumber: try line(.hospitalNumber), language: try line(.language))
    if let birth = details.birthDate {
      let written: CalendarDate
      switch event.at {
      case .day(let date): written = date
      case .moment(let instant, let utcOffset):
        written = Zone(fixedOffset: utcOffset).date(of: instant)
      }
      guard birth <= written else {
        throw refusal(
          .birthDate, "\(birth) cannot be true; it is later than the event itself",
          remedy: "check the date")
      }
    }
    return details
  }

  func enrolment() throws(Refusal) -> Enrolment {
    Enrolment(consented: try flag(.consented), screenFailure: try flag(.screenFailure))
  }

  func stay() throws(Refusal) -> Stay {
    Stay(
      action: try required(
        word(.action), .action, "write \(Prose.list(Stay.Action.allCases.map(\.rawValue)))"),
      unit: try line(.unit), bed: try line(.bed), level: try word(.level))
  }

  func leukapheresis() throws(Refusal) -> Leukapheresis {
    Leukapheresis(collected: try flag(.collected))
  }

  func lymphodepletion() throws(Refusal) -> Lymphodepletion {
    let drug = try required(line(.drug), .drug, "write the drug, e.g. \"fludarabine\"")
    return Lymphodepletion(
      drug: DrugTable.drug(named: drug)?.generic ?? drug,
      dose: try quantity(.dose, .drugDose))
  }

  func infusion() throws(Refusal) -> Infusion {
    Infusion(
      product: try required(
        line(.product), .product, "write the product, e.g. \"anti-CD7 CAR-T\""),
      dose: try quantity(.dose, .cellDose), donor: try word(.donor), vector: try line(.vector))
  }
}
