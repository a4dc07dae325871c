import Clinical
import TestSupport

/// Makes histories of every kind of event that grading reads, with the disorder of a real record:
/// equal times, entries made late, corrections of corrections, retractions taken back.
struct RandomHistory {
  /// What a history may hold; a property that a kind of event would rightly break leaves it out.
  struct Options {
    var links = true
    var attributions = true
    var settings = true
    var deaths = true
    /// Facts that the rules end by the clock alone (D-12, D-14, D-28, D-33).
    var timed = true
    var size = 4...30
  }

  private var dice: Dice
  private let options: Options
  private var events: [Event] = []

  static func events(seed: UInt64, _ options: Options = Options()) -> [Event] {
    var history = RandomHistory(dice: Dice(seed: seed), options: options)
    history.fill()
    return history.events
  }

  private init(dice: Dice, options: Options) {
    self.dice = dice
    self.options = options
  }

  private mutating func fill() {
    if !dice.oneIn(12) {
      let ages = [28, 28, 28, 7, 11, 12, 3, 20, 22]
      let birth =
        dice.oneIn(8) ? nil : CalendarDate(year: 2026 - dice.pick(ages), month: 1, day: 15)
      add(
        at: -100,
        .patient(
          PatientDetails(birthDate: birth, developmentalDelay: dice.maybe([true, false], oneIn: 6)))
      )
    }
    if !dice.oneIn(25) { add(at: 0, .infusion(Infusion(product: "anti-CD7 CAR-T"))) }
    if dice.oneIn(20) { add(at: 30, .infusion(Infusion(product: "anti-CD7 CAR-T"))) }
    let count = options.size.lowerBound + dice.below(options.size.count)
    // Most of what happens to a patient happens in a few days, so that facts meet.
    let start = dice.pick([-30, 0, 0, 0, 200, 340])
    let length = dice.pick([6, 24, 72, 150])
    while events.count < count + 2 {
      let hour: Int
      switch dice.below(4) {
      case 0 where !events.isEmpty: hour = -1000
      case 1: hour = start + dice.below(length + 1) / 4 * 4
      default: hour = start + dice.below(length + 1)
      }
      var at = History.at(Double(hour))
      if hour == -1000 {
        // A limit away from something, or the same moment, or a hair beside it.
        at = dice.pick(events).at.start(in: History.zone)
        let spans: [TimeSpan] = [
          .zero, .zero, .hours(1), .hours(4), .hours(8), .hours(13), .hours(24), .minutes(5),
          .minutes(90),
        ]
        at = at + dice.pick(spans)
        if dice.oneIn(3) { at = at + TimeSpan(microseconds: dice.pick([1, -1])) }
      } else if dice.oneIn(3) {
        at = at + .minutes(Int64(dice.below(60)))
      }
      if options.links, dice.oneIn(6), let link = link() {
        events.append(link)
      } else {
        let content = content()
        var time = EventTime.moment(at, utcOffset: 8 * 3600)
        if content.kind.mayBeDated, dice.oneIn(2) { time = .day(History.zone.date(of: at)) }
        append(time, content)
      }
    }
  }

  private mutating func add(at hours: Double, _ content: Content) {
    append(.moment(History.at(hours), utcOffset: 8 * 3600), content)
  }

  private mutating func newID() -> EventID { EventID(high: dice.next() >> 32, low: dice.next()) }

  private mutating func append(_ at: EventTime, _ content: Content) {
    events.append(
      Event(
        id: newID(), patient: content.kind.isWardWide ? nil : History.patient, at: at,
        recordedAt: recorded(at), by: dice.maybe(["lee", "wang"]),
        source: dice.maybe(["hl7:monitor", "console"], oneIn: 4), reason: nil, content: content))
  }

  private mutating func recorded(_ at: EventTime) -> Instant? {
    guard dice.oneIn(3) else { return nil }
    return at.start(in: History.zone) + .minutes(Int64(dice.pick([0, 1, 30, 600, 3000])))
  }

  // A correction or a retraction of anything, links included.
  private mutating func link() -> Event? {
    guard let target = events.isEmpty ? nil : Optional(dice.pick(events)) else { return nil }
    let at = target.at
    if target.kind == .infusion, !dice.oneIn(4) { return nil }
    if target.kind == .retraction || dice.oneIn(3) {
      return Event(
        id: newID(), patient: target.patient, at: at, recordedAt: recorded(at),
        reason: "wrong patient", content: .retraction(Retraction(retracts: target.id)))
    }
    var corrected = at
    if dice.oneIn(3), case .moment(let instant, let offset) = at, target.kind != .infusion {
      corrected = .moment(instant + .hours(Int64(dice.pick([-24, -2, 1, 5]))), utcOffset: offset)
    }
    // A dangling link now and then: what it names never arrives.
    let named = dice.oneIn(10) ? newID() : target.id
    return Event(
      id: newID(), patient: target.patient, at: corrected, recordedAt: recorded(at),
      corrects: named, reason: "typed wrong", content: content(of: target.kind) ?? target.content)
  }

  private mutating func content() -> Content {
    let kinds: [EventKind] = [
      .vitals, .vitals, .vitals, .vitals, .vitals, .vitals, .oxygen, .oxygen, .vasopressor,
      .vasopressor, .fluidBolus, .medication, .ice, .ice, .ice, .capd, .consciousness,
      .consciousness, .seizure, .motor, .intracranial, .attribution, .attribution, .adjudication,
      .setting, .notDone, .status, .patient, .note,
    ]
    while true {
      if let content = content(of: dice.pick(kinds)) { return content }
    }
  }

  private mutating func quantity(_ value: Double, _ unit: Unit) -> Quantity {
    Quantity(DecimalNumber.of(value), unit)
  }

  // `nil` for a kind that the options leave out.
  private mutating func content(of kind: EventKind) -> Content? {
    switch kind {
    case .vitals:
      var vitals = Vitals()
      if !dice.oneIn(4) {
        vitals.temperature = quantity(
          dice.pick([36.5, 37.2, 37.94, 37.95, 38.0, 38.6, 39.5]), .celsius)
        vitals.site = dice.maybe(Vitals.Site.allCases)
      }
      if !dice.oneIn(3) {
        vitals.systolic = quantity(
          Double(dice.pick([62, 78, 83, 84, 89, 90, 96, 118])), .millimetreOfMercury)
      }
      if !dice.oneIn(3) {
        let values = options.timed ? [86, 89, 90, 97] : [90, 97]
        vitals.spo2 = quantity(Double(dice.pick(values)), .percent)
      }
      if vitals == Vitals() { vitals.heartRate = quantity(101, .perMinute) }
      return .vitals(vitals)
    case .oxygen:
      return .oxygen(
        Oxygen(
          device: dice.oneIn(3) ? .roomAir : dice.pick(Oxygen.Device.allCases),
          flow: dice.maybe([0, 2, 6, 6.1, 15]).map { quantity($0, .litrePerMinute) },
          indication: dice.maybe(Oxygen.Indication.allCases, oneIn: 3)))
    case .fluidBolus:
      guard options.timed else { return nil }
      return .fluidBolus(
        FluidBolus(indication: dice.maybe(FluidBolus.Indication.allCases, oneIn: 3)))
    case .vasopressor:
      var actions = Vasopressor.Action.allCases
      if !options.timed { actions.removeAll { $0 == .bolus } }
      let agents: [VasoactiveAgent] = [
        .norepinephrine, .norepinephrine, .epinephrine, .vasopressin, .terlipressin, .dobutamine,
        .midodrine, .other,
      ]
      let agent = dice.pick(agents)
      return .vasopressor(
        Vasopressor(
          agent: agent, name: agent == .other ? dice.pick(["alpha", "beta"]) : nil,
          action: dice.pick(actions),
          rate: dice.maybe([0, 0.05, 0.3], oneIn: 3).map {
            quantity($0, .microgramPerKilogramMinute)
          },
          switchFrom: dice.maybe(agents, oneIn: 5),
          indication: dice.maybe(Vasopressor.Indication.allCases, oneIn: 4)))
    case .medication:
      guard options.timed else { return nil }
      let names = [
        "paracetamol", "tocilizumab", "dexamethasone", "anakinra", "siltuximab", "ruxolitinib",
        "midazolam", "levetiracetam", "meropenem",
      ]
      let drug = DrugTable.drug(named: dice.pick(names))
      return .medication(
        Medication(
          drug: drug?.generic ?? "other", drugClass: drug?.drugClass ?? .other,
          action: dice.maybe(Medication.Action.allCases)))
    case .ice:
      if dice.oneIn(4) { return .ice(ICE(status: dice.pick(InstrumentStatus.allCases))) }
      if dice.oneIn(4) {
        return .ice(
          ICE(
            orientation: dice.maybe([0, 2, 4]), naming: dice.maybe([0, 3]), commands: 1,
            writing: dice.maybe([0, 1]), attention: dice.maybe([0, 1])))
      }
      return .ice(
        ICE(total: dice.pick([10, 10, 9, 7, 6, 3, 2, 0]), baseline: dice.maybe([true], oneIn: 15)))
    case .capd:
      if dice.oneIn(4) { return .capd(CAPD(status: dice.pick(InstrumentStatus.allCases))) }
      return .capd(
        CAPD(total: dice.pick([0, 3, 8, 9, 14]), baseline: dice.maybe([true], oneIn: 15)))
    case .consciousness:
      return .consciousness(
        Consciousness(
          level: dice.oneIn(2) ? .awake : dice.pick(Consciousness.Level.allCases),
          cause: dice.maybe(Consciousness.Cause.allCases, oneIn: 4)))
    case .seizure:
      let earlier = events.filter { $0.kind == .seizure }.map(\.id)
      return .seizure(
        Seizure(
          duration: dice.maybe([30, 300, 301, 900]).map { quantity($0, .second) },
          resolved: dice.maybe([true, true, false]),
          returnedToBaseline: dice.maybe([true, true, false]),
          continues: earlier.isEmpty ? nil : dice.maybe(earlier, oneIn: 3)))
    case .motor: return .motor(Motor(finding: dice.pick(Motor.Sign.allCases)))
    case .intracranial:
      var findings = [dice.pick(Intracranial.Sign.allCases)]
      if findings != [.none], dice.oneIn(3) { findings.append(.haemorrhage) }
      return .intracranial(Intracranial(findings: findings))
    case .attribution:
      guard options.attributions else { return nil }
      let domain = dice.pick(Attribution.Domain.allCases)
      let own: Attribution.Cause =
        [.fever, .hypotension, .hypoxia].contains(domain) ? .crs : .icans
      return .attribution(Attribution(domain: domain, cause: dice.oneIn(3) ? own : .other))
    case .adjudication:
      return .adjudication(
        Adjudication(scale: dice.pick(["CRS", "ICANS"]), grade: dice.below(5)))
    case .setting:
      guard options.settings, dice.oneIn(2) else { return nil }
      let choice = dice.pick(DocumentedChoice.all)
      let value: SettingValue =
        switch choice.form {
        case _ where dice.oneIn(4): .null
        case .hours(let range):
          .number(DecimalNumber(dice.oneIn(2) ? range.lowerBound : min(range.upperBound, 12)))
        case .minutes(let range), .whole(let range, _), .wholeOrOff(let range, _):
          .number(DecimalNumber(range.lowerBound + dice.below(range.count)))
        case .oneOf(let words): .text(dice.pick(words))
        }
      return .setting(Setting(name: choice.id, value: value))
    case .notDone:
      return .notDone(
        NotDone(what: dice.pick(NotDone.What.allCases), because: dice.pick(NotDone.Reason.allCases))
      )
    case .status:
      guard options.deaths, dice.oneIn(4) else { return nil }
      return .status(
        Status(
          state: dice.pick(Status.State.allCases),
          principalCause: dice.maybe(Status.PrincipalCause.allCases)))
    case .patient:
      guard dice.oneIn(4) else { return nil }
      return .patient(
        PatientDetails(
          birthDate: CalendarDate(year: 2026 - dice.pick([7, 28]), month: 3, day: 3),
          weight: quantity(60, .kilogram)))
    case .note: return .note("slept well")
    default: return nil
    }
  }
}
