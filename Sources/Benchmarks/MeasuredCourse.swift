import Clinical

/// An invented course for measuring: vital signs every few minutes with oxygen, boluses, agents, ICE
/// and laboratory values among them, as dense as asked for.
enum MeasuredCourse {
  static let zone = Zone(fixedOffset: 8 * 3600)
  static let infusion = Instant(microseconds: 1_772_330_400_000_000)

  static func events(
    _ count: Int, apart span: TimeSpan = .minutes(30), of name: String = "BENCH-001",
    serial: UInt64 = 0
  ) -> [Event] {
    var events: [Event] = []
    events.reserveCapacity(count)
    let patient = PatientID(name)
    var random = LinearRandom(state: 20_260_301)
    func add(_ t: Instant, _ content: Content) {
      events.append(
        Event(
          id: EventID(high: 0x7000 | serial << 16, low: UInt64(events.count + 1) | 1 << 63),
          patient: patient,
          at: .moment(t, utcOffset: 28_800), recordedAt: t, content: content))
    }
    add(
      infusion - .days(1),
      .patient(PatientDetails(birthDate: CalendarDate(year: 1997, month: 5, day: 2))))
    add(infusion, .infusion(Infusion(product: "anti-CD7 CAR-T")))
    var t = infusion
    while events.count < count {
      t = t + span
      switch random.next(40) {
      case 0:
        add(
          t,
          .oxygen(
            Oxygen(
              device: random.next(2) == 0 ? .roomAir : .nasalCannula,
              flow: Quantity(DecimalNumber(random.next(8)), .litrePerMinute))))
      case 1: add(t, .fluidBolus(FluidBolus(volume: Quantity(500, .millilitre))))
      case 2:
        add(
          t,
          .vasopressor(
            Vasopressor(agent: .norepinephrine, action: random.next(2) == 0 ? .start : .stop)))
      case 3, 4, 5: add(t, .ice(ICE(total: 10 - random.next(4))))
      case 6:
        add(
          t,
          .lab(
            Lab(results: [
              LabResult(code: "IL6", value: DecimalNumber(random.next(5000)), unit: "pg/mL")
            ])))
      case 7: add(t, .medication(Medication(drug: "paracetamol", drugClass: .antipyretic)))
      default:
        add(t, .vitals(vitals(&random)))
      }
    }
    return events
  }

  /// Every vital sign once, some of them beyond their limits.
  static func vitals(_ random: inout LinearRandom) -> Vitals {
    Vitals(
      temperature: Quantity(DecimalNumber(tenths: 365 + random.next(25)), .celsius),
      heartRate: Quantity(DecimalNumber(70 + random.next(60)), .perMinute),
      systolic: Quantity(DecimalNumber(85 + random.next(50)), .millimetreOfMercury),
      diastolic: Quantity(DecimalNumber(45 + random.next(30)), .millimetreOfMercury),
      respiratoryRate: Quantity(DecimalNumber(14 + random.next(12)), .perMinute),
      spo2: Quantity(DecimalNumber(90 + random.next(10)), .percent))
  }
}

/// A small generator of numbers, the same on every machine.
struct LinearRandom {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
