import Clinical
import Grading
import TestSupport
import Testing

/// The safety rules of the grade as properties.
/// A grade that is indeterminate or not assessable is open to 4 by definition, so that an upper bound
/// is compared only where there were bounds before.
///
/// *Worse* is, with everything else as it was, after the infusion and not marked as baseline: a
/// higher temperature, a lower systolic pressure or typed SpO2, more oxygen, one more bolus or
/// vasopressor for hypotension, a lower ICE, a higher CAPD, a deeper level of consciousness, a
/// longer or unended seizure, deep focal weakness, one more intracranial finding but haemorrhage.
@Suite("Worse never lowers a grade, and not knowing never does either")
struct SafetyPropertyTests {
  static let end = History.at(700)

  static var plain: RandomHistory.Options {
    var options = RandomHistory.Options()
    options.links = false
    // An attribution lives as long as its sign (D-29), so that a worse sign may keep it alive; and
    // a setting may turn any rule round.
    options.attributions = false
    options.settings = false
    // The last grade before a death is the last that was one, so that what made a grade out of
    // none may put a lower one after a higher.
    options.deaths = false
    return options
  }

  @Test("Making one entry worse lowers neither bound of either scale at any time")
  func worse() {
    Property(Self.plain) { events, dice in
      let candidates = Self.afterInfusion(events)
      guard let chosen = OrderPropertyTests.any(of: candidates, &dice),
        let index = events.firstIndex(of: chosen),
        let content = Self.worsened(chosen.content, &dice)
      else { return nil }
      var changed = events
      changed[index].content = content
      return Self.lowered(events, changed).map { "\(events[index].id) -> \(content)\n\($0)" }
    }.hold("worse is never lower", share: 2)
  }

  @Test("One more bolus or vasopressor for hypotension lowers nothing")
  func moreTreatment() {
    Property(Self.plain) { events, dice in
      let t = OrderPropertyTests.moments(events, &dice, 1)[0]
      guard t > History.infusion else { return nil }
      let more: Content =
        dice.oneIn(2)
        ? .fluidBolus(FluidBolus())
        : .vasopressor(
          Vasopressor(agent: .metaraminol, action: dice.pick([.start, .bolus])))
      let event = Event(
        id: EventID(high: .max, low: 1), patient: History.patient,
        at: .moment(t, utcOffset: 0), content: more)
      return Self.lowered(events, events + [event]).map { "\(more) at \(t)\n\($0)" }
    }.hold("more treatment is never lower", share: 4)
  }

  @Test("Saying that something was not done changes no bound")
  func notDone() {
    Property(Self.plain) { events, dice in
      guard events.contains(where: { $0.kind == .patient }) else { return nil }
      let t = OrderPropertyTests.moments(events, &dice, 1)[0]
      let statuses: [InstrumentStatus] = [
        .notDone, .refused, .asleep, .languageBarrier, .sedated, .intubated,
      ]
      let entries: [Content] = [
        .notDone(NotDone(what: .vitals, because: dice.pick(NotDone.Reason.allCases))),
        .ice(ICE(status: dice.pick(statuses))), .capd(CAPD(status: dice.pick(statuses))),
        .note("asleep"),
      ]
      let entry = Event(
        id: EventID(high: .max, low: 1), patient: History.patient,
        at: .moment(t, utcOffset: 0), content: dice.pick(entries))
      let before = GradedCourse(events, zone: History.zone)
      let after = GradedCourse(events + [entry], zone: History.zone)
      for moment in Self.moments(before, after) {
        let a = before.grades(at: moment)
        let b = after.grades(at: moment)
        for scale in Scale.allCases
        where a[scale].atLeast != b[scale].atLeast || a[scale].atMost != b[scale].atMost
          || a[scale].grade != b[scale].grade
        {
          return "\(entry.content) at \(t), asked at \(moment)\n\(a[scale])\n\(b[scale])"
        }
      }
      return nil
    }.hold("not done changes no bound", share: 4)
  }

  @Test("Leaving out a normal round of vital signs never lowers the upper bound of CRS")
  func lessKnown() {
    Property(Self.plain) { events, dice in
      let normal = Self.afterInfusion(events).filter { event in
        guard case .vitals(let vitals) = event.content else { return false }
        let isCool = vitals.temperature.map { $0.value < DecimalNumber.of(37.9) } ?? true
        let isFilled = vitals.systolic.map { $0.value >= 90 } ?? true
        let isPink = vitals.spo2.map { $0.value >= 90 } ?? true
        return isCool && isFilled && isPink
      }
      guard let left = OrderPropertyTests.any(of: normal, &dice) else { return nil }
      let fewer = events.filter { $0.id != left.id }
      let whole = GradedCourse(events, zone: History.zone)
      let less = GradedCourse(fewer, zone: History.zone)
      for moment in Self.moments(whole, less) {
        let a = whole.grades(at: moment).crs
        let b = less.grades(at: moment).crs
        if let high = a.atMost, let now = b.atMost, now < high, !Self.isOpen(a) {
          return "without \(left.id) at \(moment)\n\(a)\n\(b)"
        }
      }
      return nil
    }.hold("less known is never safer", share: 4)
  }

  @Test(
    "Between entries a lower bound falls only where nothing is left that speaks (no bolus, push dose, untreated hypoxia or masking drug)"
  )
  func silence() {
    var options = RandomHistory.Options()
    options.timed = false
    options.settings = false
    options.deaths = false
    Property(options) { events, _ in
      let course = GradedCourse(events, zone: History.zone)
      let entries = Set(course.facts.map(\.key.at))
      let changes = course.changes(through: Self.end)
      for (a, b) in zip(changes, changes.dropFirst()) where !entries.contains(b.at) {
        // A level of consciousness that runs out leaves the awake of an instrument done after it.
        let scales: [Scale] =
          events.contains { $0.kind == .consciousness } ? [.crs] : Scale.allCases
        for scale in scales {
          guard (b[scale].atLeast ?? 0) < (a[scale].atLeast ?? 0), !Self.isOpen(b[scale])
          else { continue }
          // With neither cognition nor consciousness in force, or no vital sign, a state that
          // still is gives the grade (2.4, contract 3).
          let missing = Set(course.assessment(at: b.at)[scale].missing.map(\.domain))
          let all: Set<Domain> =
            scale == .icans ? [.cognition, .consciousness] : [.fever, .hypotension]
          if !missing.isSuperset(of: all) {
            return "\(scale) by the clock alone at \(b.at)\n\(a[scale])\n\(b[scale])"
          }
        }
      }
      return nil
    }.hold("silence lowers nothing", share: 2)
  }

  // What was observed before the first infusion is baseline: worse may excuse what comes after.
  private static func afterInfusion(_ events: [Event]) -> [Event] {
    let times = events.filter { $0.kind == .infusion }.map { $0.at.start(in: History.zone) }
    guard let infusion = times.min() else { return [] }
    return events.filter { $0.at.start(in: History.zone) > infusion }
  }

  private static func isOpen(_ record: GradeRecord) -> Bool {
    record.status == .indeterminate || record.status == .notAssessable
  }

  // Every moment at which either course changes, and a hair before.
  private static func moments(_ a: GradedCourse, _ b: GradedCourse) -> [Instant] {
    (a.changes(through: end) + b.changes(through: end)).map(\.at)
  }

  private static func lowered(_ before: [Event], _ after: [Event]) -> String? {
    let a = GradedCourse(before, zone: History.zone)
    let b = GradedCourse(after, zone: History.zone)
    for moment in moments(a, b) {
      let x = a.grades(at: moment)
      let y = b.grades(at: moment)
      for scale in Scale.allCases {
        if (y[scale].atLeast ?? 0) < (x[scale].atLeast ?? 0)
          || (y[scale].atMost ?? 0) < (x[scale].atMost ?? 0) && !isOpen(x[scale])
          || (y[scale].grade ?? 5) < (x[scale].grade ?? 0)
        {
          return "\(scale) at \(moment)\n\(x[scale])\n\(y[scale])"
        }
      }
    }
    return nil
  }

  // The entry with one thing worse; `nil` where nothing about it can be.
  private static func worsened(_ content: Content, _ dice: inout Dice) -> Content? {
    switch content {
    case .vitals(var vitals):
      switch dice.below(3) {
      case 0 where vitals.temperature != nil:
        vitals.temperature = Quantity(DecimalNumber.of(39.9), .celsius)
      case 1 where vitals.systolic != nil:
        vitals.systolic = Quantity(50, .millimetreOfMercury)
      case 2 where vitals.spo2 != nil: vitals.spo2 = Quantity(80, .percent)
      default: return nil
      }
      return .vitals(vitals)
    case .oxygen(let oxygen):
      guard oxygen.device == .roomAir || oxygen.indication == nil || oxygen.indication == .hypoxia
      else { return nil }
      let more: [Oxygen.Device] =
        switch oxygen.device {
        case .roomAir, .nasalCannula, .blowBy: [.simpleFaceMask, .nonRebreather, .bipap]
        default: [.invasiveVentilation]
        }
      return .oxygen(Oxygen(device: dice.pick(more)))
    case .ice(var ice):
      guard let total = ice.total, total > 0, ice.baseline != true else { return nil }
      ice.total = dice.below(total)
      return .ice(ice)
    case .capd(var capd):
      guard let total = capd.total, capd.baseline != true else { return nil }
      capd.total = total + 1 + dice.below(32 - total)
      return .capd(capd)
    case .consciousness(var consciousness):
      guard consciousness.cause == nil || consciousness.cause == .icans else { return nil }
      let deeper = Consciousness.Level.allCases.filter { $0 > consciousness.level }
      guard !deeper.isEmpty else { return nil }
      consciousness.level = dice.pick(deeper)
      return .consciousness(consciousness)
    case .seizure(var seizure):
      switch dice.below(3) {
      case 0 where seizure.duration != nil:
        seizure.duration = Quantity(3600, .second)
      case 1 where seizure.resolved == true: seizure.resolved = false
      case 2 where seizure.returnedToBaseline == true: seizure.returnedToBaseline = false
      default: return nil
      }
      return .seizure(seizure)
    case .motor: return .motor(Motor(finding: .deepFocalWeakness))
    case .intracranial(var intracranial):
      intracranial.findings.removeAll { $0 == .none }
      intracranial.findings.append(.papilloedema)
      return .intracranial(intracranial)
    default: return nil
    }
  }
}
