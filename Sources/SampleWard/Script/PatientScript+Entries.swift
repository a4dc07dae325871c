import Clinical

// The words in which scripts are written: each adds one entry.
extension PatientScript {
  mutating func add(
    _ content: Content, at: Moment, by author: Author = .nurse, delay: Int? = nil,
    reason: String? = nil, tag: String? = nil, dated: Bool = false
  ) {
    steps.append(
      Step(
        at: at, deed: .enters(content), author: author, delay: delay, reason: reason, tag: tag,
        isDated: dated))
  }

  /// Identity, consent, apheresis, admission, preconditioning (fludarabine and cyclophosphamide on
  /// days −5 to −3) and the infusion at `clock`, with doses in 10*6/kg as thousandths.
  mutating func opens(bed: String, infusionClock: Int?, dose: Int = 1000) {
    add(.patient(identity.details), at: admission, delay: 4)
    add(
      .enrolment(Enrolment(consented: true)), at: Moment(-28, 1100), by: .physician, dated: true)
    add(.leukapheresis(Leukapheresis(collected: true)), at: Moment(-20, 1200), dated: true)
    stay(.admission, at: admission, bed: bed, level: .ward)
    for day in -5 ... -3 {
      let clock = 900 + abs(day)
      let drugs = [("fludarabine", 30), ("cyclophosphamide", 300)]
      for (drug, amount) in drugs {
        add(
          .lymphodepletion(
            Lymphodepletion(
              drug: drug, dose: Quantity(DecimalNumber(amount), .milligramPerSquareMetre))),
          at: Moment(day, clock), dated: true)
      }
    }
    if let infusionClock {
      add(
        .infusion(
          Infusion(
            product: "anti-CD7 CAR-T", dose: Quantity(.places(3, dose), .millionPerKilogram),
            donor: .autologous, vector: "lentiviral")),
        at: Moment(0, infusionClock), by: .physician, delay: 3)
    }
  }

  mutating func stay(
    _ action: Stay.Action, at: Moment, bed: String? = nil, unit: String? = "7B",
    level: Stay.Level? = nil
  ) {
    add(
      .stay(Stay(action: action, unit: unit, bed: bed, level: level)), at: at, delay: 3)
  }

  mutating func gives(
    _ drug: String, _ amount: Int, _ unit: Unit = .milligram, at: Moment, route: String = "IV",
    for indication: String? = nil, action: Medication.Action? = nil, delay: Int? = nil
  ) {
    add(
      .medication(
        Medication(
          drug: drug, drugClass: DrugTable.drug(named: drug)?.drugClass ?? .other,
          dose: Quantity(DecimalNumber(amount), unit), route: route, indication: indication,
          action: action)),
      at: at, delay: delay)
  }

  /// Flow in tenths of L/min, oxygen fraction in per cent.
  mutating func oxygen(
    _ device: Oxygen.Device, at: Moment, flow: Int? = nil, fio2: Int? = nil,
    for indication: Oxygen.Indication? = nil, delay: Int? = 2
  ) {
    add(
      .oxygen(
        Oxygen(
          device: device, flow: flow.map { Quantity(DecimalNumber(tenths: $0), .litrePerMinute) },
          fio2: fio2.map { Quantity(DecimalNumber($0), .percent) }, indication: indication)),
      at: at, delay: delay)
  }

  mutating func bolus(_ millilitres: Int, at: Moment, for indication: FluidBolus.Indication? = nil)
  {
    add(
      .fluidBolus(
        FluidBolus(
          volume: Quantity(DecimalNumber(millilitres), .millilitre), indication: indication)),
      at: at, delay: 3)
  }

  /// The rate in thousandths of its unit.
  mutating func pressor(
    _ agent: VasoactiveAgent, _ action: Vasopressor.Action, at: Moment, rate: Int? = nil,
    _ unit: Unit = .microgramPerKilogramMinute, for indication: Vasopressor.Indication? = nil,
    delay: Int? = 2
  ) {
    add(
      .vasopressor(
        Vasopressor(
          agent: agent, action: action, rate: rate.map { Quantity(.places(3, $0), unit) },
          indication: indication)),
      at: at, delay: delay)
  }

  mutating func note(_ text: String, at: Moment, by author: Author = .nurse) {
    add(.note(text), at: at, by: author)
  }

  mutating func attributes(
    _ domain: Attribution.Domain, to cause: Attribution.Cause, _ note: String, at: Moment
  ) {
    add(
      .attribution(Attribution(domain: domain, cause: cause, note: note)), at: at, by: .physician,
      delay: 2)
  }

  mutating func notDone(_ what: NotDone.What, _ because: NotDone.Reason, at: Moment) {
    add(.notDone(NotDone(what: what, because: because)), at: at, delay: 5)
  }
}
