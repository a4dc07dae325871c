package import Clinical
package import Grading

/// Everything of a patient that can be plotted, up to a moment: read from the facts in one pass.
package struct TrendCourse: Sendable {
  package let axis: DayAxis
  /// The moment up to which it was read.
  package private(set) var end: Instant
  package let facts: [Fact]
  package private(set) var vitals: [Vital: [TrendReading]] = [:]
  package private(set) var labs: [String: TrendLab] = [:]
  package private(set) var treatments: [TrendTreatment] = []
  package private(set) var oxygen: [Support] = []
  /// When vasopressors ran; the last stretch may have no end.
  package private(set) var pressors: [(from: Double, to: Double?)] = []
  package private(set) var infusion: Instant?
  /// The limits that hold for the patient at the end.
  let systolicLimit: Double
  let saturationLimit: Double?
  /// Limits at which alerts are raised, as the site set them.
  let limits: AlertSettings

  package enum Vital: Int, Sendable, CaseIterable {
    case temperature, heartRate, systolic, mean, saturation, breathing, ice, capd
  }

  /// Oxygen support from a moment until the next.
  package struct Support: Sendable {
    package let x: Double
    package let at: Instant
    package let oxygen: Oxygen
    package let fact: Int
  }

  // What runs while the facts are read.
  private struct Running {
    var walk: DayWalk
    // The newest entry of each vasopressor that runs.
    var agents: [Vasopressor] = []
    var lastSteroid: Instant?
    var lastAnticytokine: Instant?
    let fever: FeverLimit
    let systolic: DecimalNumber
    let saturation: DecimalNumber?
  }

  /// - Complexity: proportional to the facts up to `end`.
  package init(_ course: GradedCourse, until end: Instant) {
    let facts = Array(course.facts.prefix(course.course.count(through: end)))
    self.facts = facts
    self.end = end
    infusion =
      facts.lazy.compactMap { fact -> Instant? in
        if case .infusion = fact.event.content { return fact.key.at }
        return nil
      }.first
    axis = DayAxis(
      zone: course.zone, dayZero: infusion.map { course.zone.dayNumber(of: $0) }, now: end)
    let systolic = course.systolicLimit(at: end)
    let saturation = course.saturationLimit(at: end)
    systolicLimit = systolic.double
    saturationLimit = saturation?.double
    limits = MedicationHistory(facts).settings
    var running = Running(
      walk: DayWalk(axis), fever: course.feverLimit, systolic: systolic, saturation: saturation)
    for (index, fact) in facts.enumerated() { take(fact, index, &running) }
  }

  /// The same up to another moment; `nil` where that is another course: of more or fewer facts, on
  /// another day before any infusion, or under other limits.
  func moved(to moment: Instant, _ course: GradedCourse) -> TrendCourse? {
    guard moment != end else { return self }
    let axis = DayAxis(
      zone: course.zone, dayZero: infusion.map { course.zone.dayNumber(of: $0) }, now: moment)
    guard course.course.count(through: moment) == facts.count, axis == self.axis,
      course.systolicLimit(at: moment).double == systolicLimit,
      course.saturationLimit(at: moment)?.double == saturationLimit
    else { return nil }
    var moved = self
    moved.end = moment
    return moved
  }

  private mutating func take(_ fact: Fact, _ index: Int, _ running: inout Running) {
    let at = fact.key.at
    switch fact.event.content {
    case .vitals(let vitals): take(vitals, index, at, &running)
    case .ice(let ice):
      if let points = ice.points {
        add(.ice, points.high, least: points.low, index, at, running.walk.x(at))
      }
    case .capd(let capd):
      // Of items left out each may be 4.
      if let points = capd.points {
        let open = capd.isWhole ? 0 : (8 - (capd.items?.count ?? 8)) * 4
        add(.capd, points + open, least: points, index, at, running.walk.x(at))
      }
    case .lab(let lab): take(lab, index, at, running.walk.x(at))
    case .oxygen(let entry):
      oxygen.append(Support(x: running.walk.x(at), at: at, oxygen: entry, fact: index))
    case .vasopressor(let entry): take(entry, index, at, &running)
    case .medication(let entry): take(entry, index, at, &running)
    case .infusion: give(.infusion, index, at, running.walk.x(at))
    case .lymphodepletion: give(.lymphodepletion, index, at, running.walk.x(at))
    default: break
    }
  }

  private mutating func take(
    _ entry: Vitals, _ index: Int, _ at: Instant, _ running: inout Running
  ) {
    let x = running.walk.x(at)
    func value(_ quantity: Quantity?, _ measure: Measure) -> DecimalNumber? {
      quantity.flatMap(measure.normalised)
    }
    if let t = value(entry.temperature, .temperature) {
      add(.temperature, t, index, at, x, isOut: running.fever.isFever(t, site: entry.site))
    }
    // A pulse never stands for a heart rate (contract 1.3).
    if let rate = value(entry.heartRate, .heartRate) { add(.heartRate, rate, index, at, x) }
    let systolic = value(entry.systolic, .systolic)
    if let systolic { add(.systolic, systolic, index, at, x, isOut: systolic < running.systolic) }
    if let mean = value(entry.meanArterial, .meanArterial) {
      add(.mean, mean, index, at, x)
    } else if let systolic, let diastolic = value(entry.diastolic, .diastolic) {
      let mean = Vitals.meanArterial(systolic: systolic, diastolic: diastolic)
      add(.mean, mean, index, at, x, isDerived: true)
    }
    if let value = value(entry.spo2, .spo2) {
      add(
        .saturation, value, index, at, x, isOut: running.saturation.map { value < $0 } ?? false)
    }
    if let rate = value(entry.respiratoryRate, .respiratoryRate) {
      add(.breathing, rate, index, at, x)
    }
  }

  private mutating func add(
    _ vital: Vital, _ number: DecimalNumber, _ fact: Int, _ at: Instant, _ x: Double,
    isOut: Bool = false, isDerived: Bool = false
  ) {
    vitals[vital, default: []].append(
      TrendReading(
        x: x, at: at, number: number, comparator: nil, isOut: isOut, least: nil,
        isDerived: isDerived, fact: fact))
  }

  private mutating func add(
    _ vital: Vital, _ most: Int, least: Int, _ fact: Int, _ at: Instant, _ x: Double
  ) {
    vitals[vital, default: []].append(
      TrendReading(
        x: x, at: at, number: DecimalNumber(most), comparator: nil, isOut: false,
        least: least == most ? nil : DecimalNumber(least), isDerived: false, fact: fact))
  }

  private mutating func take(_ lab: Lab, _ index: Int, _ at: Instant, _ x: Double) {
    let source = (lab.kit ?? "") + "|" + (lab.laboratory ?? "")
    for result in lab.results {
      labs[result.code, default: TrendLab(result)].take(result, index, at, x, source)
    }
  }

  private mutating func take(
    _ entry: Vasopressor, _ index: Int, _ at: Instant, _ running: inout Running
  ) {
    let x = running.walk.x(at)
    let before = running.agents.count
    if entry.action != .bolus {
      running.agents.removeAll { $0.isSameDrug(as: entry) }
      if !entry.isStop { running.agents.append(entry) }
    }
    let after = running.agents.count
    if before == 0, after > 0 { pressors.append((x, nil)) }
    if before > 0, after == 0, let last = pressors.last {
      pressors[pressors.count - 1] = (last.from, x)
    }
    // A rate that is changed is nothing new: the lane shows as long as one runs.
    guard entry.action != .change || before != after else { return }
    treatments.append(
      TrendTreatment(
        kind: .vasopressor, x: x, at: at, isTurn: (before == 0) != (after == 0),
        isStop: entry.isStop, fact: index))
  }

  private mutating func give(
    _ kind: TrendTreatment.Kind, _ index: Int, _ at: Instant, _ x: Double
  ) {
    treatments.append(
      TrendTreatment(kind: kind, x: x, at: at, isTurn: false, isStop: false, fact: index))
  }

  private static let steroidFree = TimeSpan.hours(48)

  private mutating func take(
    _ entry: Medication, _ index: Int, _ at: Instant, _ running: inout Running
  ) {
    guard entry.action != .stop else { return }
    let kind: TrendTreatment.Kind
    var isTurn = false
    switch entry.drugClass {
    case .antipyretic: kind = .antipyretic
    case .corticosteroid:
      kind = .corticosteroid
      isTurn = running.lastSteroid.map { at - $0 >= Self.steroidFree } ?? true
      running.lastSteroid = at
    case .anticytokine:
      let isTocilizumab = DrugTable.drug(named: entry.drug)?.generic == "tocilizumab"
      kind = isTocilizumab ? .tocilizumab : .otherAnticytokine
      isTurn =
        isTocilizumab || running.lastAnticytokine.map { at - $0 >= Self.steroidFree } ?? true
      if !isTocilizumab { running.lastAnticytokine = at }
    default: return
    }
    treatments.append(
      TrendTreatment(
        kind: kind, x: running.walk.x(at), at: at, isTurn: isTurn, isStop: false, fact: index))
  }
}
