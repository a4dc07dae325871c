package import Clinical

/// What other scales ask of a course at an instant: the same bedside facts as ASTCT, the laboratory
/// results up to it, and what was found and judged.
package struct ScaleRecord: Sendable {
  package let at: Instant
  package let zone: Zone
  let bedside: BedsideState
  /// What ASTCT says of CRS.
  let crs: GradeRecord
  /// True where the newest episode of CRS has closed, or its grade has fallen below its highest;
  /// `nil` where its grade is not known and may have.
  let isCRSResolving: Bool?
  let observed: ObservedFacts

  /// - Complexity: proportional to the facts up to `t`.
  package init(_ course: GradedCourse, at t: Instant) {
    at = t
    zone = course.zone
    let state = course.state(at: t).0
    bedside = state.bedside
    let crs = course.grades(at: t).crs
    self.crs = crs
    isCRSResolving =
      switch state.memory.crs.episode {
      case nil: false
      case let episode? where episode.ended != nil: true
      case let episode?: crs.isBelow(episode.maximum)
      }
    observed = ObservedFacts(course.facts.prefix(course.course.count(through: t)))
  }

  /// Days after the first infusion; `nil` before any.
  var day: Int? { bedside.dayAfterInfusion(zone.dayNumber(of: at)) }

  /// Completed years; `nil` without a birth date.
  var age: Int? { bedside.age(onDay: zone.dayNumber(of: at)) }

  /// True once the patient was infused.
  var isInfused: Bool { bedside.infusedAt != nil }
}

extension GradeRecord {
  /// Whether the grade is below another; `nil` where what is known of it does not tell.
  fileprivate func isBelow(_ other: Int) -> Bool? {
    if let certain, certain >= other { return false }
    guard let most = grade ?? atMost, most < other else { return nil }
    return true
  }
}

/// Facts of a course by what other scales ask for, oldest first.
struct ObservedFacts: Sendable {
  struct Entry<Value: Sendable>: Sendable {
    let value: Value
    let at: Instant
    let id: EventID
    let awaitsCosignature: Bool
    /// True for what is dated by its day alone.
    let isDay: Bool

    init(_ value: Value, _ fact: Fact) {
      self.value = value
      at = fact.key.at
      id = fact.event.id
      awaitsCosignature = fact.event.awaitsCosignature
      isDay = fact.event.at.isDay
    }
  }

  private(set) var vitals: [Entry<Vitals>] = []
  private(set) var labs: [LabVariable: [Entry<LabResult>]] = [:]
  private(set) var pressors: [Entry<Vasopressor>] = []
  private(set) var boluses: [Entry<FluidBolus>] = []
  private(set) var ice: [Entry<ICE>] = []
  /// The newest of each name, in lower case.
  private(set) var findings: [String: Entry<Clinical.Finding>] = [:]
  private(set) var weight: Entry<Quantity>?
  private(set) var lymphodepletion: Entry<Lymphodepletion>?
  private(set) var adjudications: [Entry<Adjudication>] = []
  /// The limits of alerts in force.
  private(set) var limits = AlertSettingsInForce()

  init(_ facts: some Sequence<Fact>) {
    for fact in facts { take(fact) }
  }

  private mutating func take(_ fact: Fact) {
    switch fact.event.content {
    case .vitals(let entry): vitals.append(Entry(entry, fact))
    case .lab(let lab):
      for result in lab.results {
        guard let variable = result.variable else { continue }
        labs[variable, default: []].append(Entry(result, fact))
      }
    case .vasopressor(let entry): pressors.append(Entry(entry, fact))
    case .fluidBolus(let entry): boluses.append(Entry(entry, fact))
    case .ice(let entry): ice.append(Entry(entry, fact))
    case .finding(let entry): findings[entry.name.lowercased()] = Entry(entry, fact)
    case .patient(let details):
      if let value = details.weight { weight = Entry(value, fact) }
    case .lymphodepletion(let entry):
      if lymphodepletion == nil { lymphodepletion = Entry(entry, fact) }
    case .adjudication(let entry): adjudications.append(Entry(entry, fact))
    case .setting(let setting):
      limits.apply(setting, ofPatient: fact.event.patient != nil, at: fact.key.at)
    default: break
    }
  }
}
