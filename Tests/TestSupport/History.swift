package import Clinical

/// A patient's history, told in hours after the infusion: the events of a test, each with an id of
/// its own and a name to ask for it.
package struct History {
  /// The infusion: 2026-03-01 10:00 in the site's zone.
  package static let infusion = Instant(microseconds: 1_772_330_400_000_000)
  package static let zone = Zone(fixedOffset: 8 * 3600)
  package static let patient = PatientID("CD7-003")

  package private(set) var events: [Event] = []
  private var next: UInt64 = 1

  /// An infused adult of 28 years, unless said otherwise.
  package init(age: Int? = 28, infused: Bool = true, delay: Bool? = nil) {
    var details = PatientDetails(name: "王芳", developmentalDelay: delay)
    if let age { details.birthDate = CalendarDate(year: 2026 - age, month: 1, day: 15) }
    add(-48, .patient(details))
    if infused { add(0, .infusion(Infusion(product: "anti-CD7 CAR-T"))) }
  }

  /// The instant so many hours after the infusion.
  package static func at(_ hours: Double) -> Instant {
    Instant(microseconds: infusion.microseconds + Int64((hours * 3_600_000_000).rounded()))
  }

  @discardableResult
  package mutating func add(
    _ hours: Double, _ content: Content, recorded: Double? = nil, corrects: EventID? = nil,
    source: String? = nil, by: String? = nil, reason: String? = nil, wardWide: Bool = false
  ) -> EventID {
    let id = EventID(high: 0x7000, low: next)
    next += 1
    events.append(
      Event(
        id: id, patient: wardWide ? nil : Self.patient,
        at: .moment(Self.at(hours), utcOffset: 8 * 3600), recordedAt: recorded.map(Self.at), by: by,
        source: source, corrects: corrects, reason: reason, content: content))
    return id
  }

  @discardableResult
  package mutating func addDay(_ date: CalendarDate, _ content: Content) -> EventID {
    let id = EventID(high: 0x7000, low: next)
    next += 1
    events.append(Event(id: id, patient: Self.patient, at: .day(date), content: content))
    return id
  }

  // Short forms of what is charted most.

  /// A round of vital signs; leave out what was not taken.
  @discardableResult
  package mutating func vitals(
    _ hours: Double, t: Double? = nil, sys: Int? = nil, spo2: Int? = nil, hr: Int? = nil,
    rr: Int? = nil, recorded: Double? = nil, corrects: EventID? = nil, source: String? = nil
  ) -> EventID {
    add(
      hours,
      .vitals(
        Vitals(
          temperature: t.map {
            Quantity(DecimalNumber.of($0), .celsius)
          },
          heartRate: hr.map { Quantity(DecimalNumber($0), .perMinute) },
          systolic: sys.map { Quantity(DecimalNumber($0), .millimetreOfMercury) },
          respiratoryRate: rr.map { Quantity(DecimalNumber($0), .perMinute) },
          spo2: spo2.map { Quantity(DecimalNumber($0), .percent) })), recorded: recorded,
      corrects: corrects, source: source)
  }

  /// A round with nothing wrong.
  @discardableResult
  package mutating func normal(_ hours: Double) -> EventID {
    vitals(hours, t: 36.8, sys: 118, spo2: 98, hr: 80, rr: 16)
  }

  @discardableResult
  package mutating func oxygen(
    _ hours: Double, _ device: Oxygen.Device, flow: Double? = nil,
    for indication: Oxygen.Indication? = nil
  ) -> EventID {
    add(
      hours,
      .oxygen(
        Oxygen(
          device: device, flow: flow.map { Quantity(DecimalNumber.of($0), .litrePerMinute) },
          indication: indication)))
  }

  @discardableResult
  package mutating func pressor(
    _ hours: Double, _ agent: VasoactiveAgent, _ action: Vasopressor.Action = .start,
    for indication: Vasopressor.Indication? = nil, from: VasoactiveAgent? = nil,
    name: String? = nil
  ) -> EventID {
    add(
      hours,
      .vasopressor(
        Vasopressor(
          agent: agent, name: name, action: action, switchFrom: from, indication: indication)))
  }

  @discardableResult
  package mutating func bolus(_ hours: Double, for indication: FluidBolus.Indication? = nil)
    -> EventID
  {
    add(hours, .fluidBolus(FluidBolus(volume: Quantity(500, .millilitre), indication: indication)))
  }

  @discardableResult
  package mutating func drug(_ hours: Double, _ name: String, _ action: Medication.Action? = nil)
    -> EventID
  {
    let known = DrugTable.drug(named: name)
    return add(
      hours,
      .medication(
        Medication(
          drug: known?.generic ?? name, drugClass: known?.drugClass ?? .other, action: action)))
  }

  @discardableResult
  package mutating func ice(_ hours: Double, _ total: Int, baseline: Bool? = nil) -> EventID {
    add(hours, .ice(ICE(total: total, baseline: baseline)))
  }

  @discardableResult
  package mutating func ice(_ hours: Double, _ status: InstrumentStatus) -> EventID {
    add(hours, .ice(ICE(status: status)))
  }

  @discardableResult
  package mutating func capd(_ hours: Double, _ total: Int, baseline: Bool? = nil) -> EventID {
    add(hours, .capd(CAPD(total: total, baseline: baseline)))
  }

  @discardableResult
  package mutating func level(
    _ hours: Double, _ level: Consciousness.Level, _ cause: Consciousness.Cause? = nil
  ) -> EventID {
    add(hours, .consciousness(Consciousness(level: level, cause: cause)))
  }

  @discardableResult
  package mutating func attribute(
    _ hours: Double, _ domain: Attribution.Domain, _ cause: Attribution.Cause
  ) -> EventID {
    add(hours, .attribution(Attribution(domain: domain, cause: cause)))
  }

  @discardableResult
  package mutating func setting(_ hours: Double, _ name: String, _ value: SettingValue) -> EventID {
    add(hours, .setting(Setting(name: name, value: value)), reason: "site", wardWide: true)
  }
}

extension DecimalNumber {
  /// The decimal as it is written in the test: up to three places.
  package static func of(_ value: Double) -> DecimalNumber {
    let thousandths = Int64((value * 1000).rounded())
    return DecimalNumber(coefficient: thousandths, exponent: -3) ?? .zero
  }
}
