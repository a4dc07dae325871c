import Clinical
import Grading
import TestSupport
import Testing

@Suite("The whole table of ICANS, written a second time")
struct ICANSWalkTests {
  typealias Cognition = ICANSBedside.Cognition

  static var everyICE: [Cognition] {
    var all: [Cognition] = [.missing]
    for total in 0...10 { all.append(.ice(total)) }
    for open in 1...10 {
      for given in 0...(10 - open) where open < 10 {
        all.append(.iceItems(given: given, open: open))
      }
    }
    for status in InstrumentStatus.allCases where status != .done { all.append(.iceStatus(status)) }
    return all
  }

  static var everyCAPD: [Cognition] {
    var all: [Cognition] = [.missing]
    for total in 0...32 { all.append(.capd(total)) }
    for status in InstrumentStatus.allCases where status != .done {
      all.append(.capdStatus(status))
    }
    return all
  }

  static var everyLevel: [(Consciousness.Level?, Consciousness.Cause?)] {
    var all: [(Consciousness.Level?, Consciousness.Cause?)] = [(nil, nil)]
    for level in Consciousness.Level.allCases {
      all.append((level, nil))
      for cause in Consciousness.Cause.allCases { all.append((level, cause)) }
    }
    return all
  }

  static let everyMotor: [Motor.Sign?] = [nil] + Motor.Sign.allCases
  static var everyIntracranial: [[Intracranial.Sign]?] {
    var all: [[Intracranial.Sign]?] = [nil]
    for sign in Intracranial.Sign.allCases {
      all.append([sign])
      if sign != .none, sign != .haemorrhage { all.append([sign, .haemorrhage]) }
    }
    all.append([.haemorrhage, .focalOedema, .papilloedema])
    all.append([.focalOedema, .diffuseOedema])
    return all
  }

  private func walk(
    _ fit: ICANSBedside.Fit, _ cognitions: [Cognition], baselines: [Int?],
    seizures: [ICANSBedside.Seizures], motors: [Motor.Sign?], pressures: [[Intracranial.Sign]?]
  ) -> Differences {
    var differences = Differences()
    for cognition in cognitions {
      for baseline in baselines {
        for (level, cause) in Self.everyLevel {
          for seizure in seizures {
            for motor in motors {
              for pressure in pressures {
                let bedside = ICANSBedside(
                  fit: fit, baseline: baseline, cognition: cognition, level: level, cause: cause,
                  seizures: seizure, motor: motor, intracranial: pressure)
                // A baseline that itself reads 9 or more goes on as the last known contribution
                // where nothing newer was scored; courses of time are tested elsewhere.
                if fit == .child, !cognition.isScore, (baseline ?? 0) >= 9 { continue }
                differences.compare(bedside.engine, bedside.verdict, "\(bedside)")
              }
            }
          }
        }
      }
    }
    return differences
  }

  @Test("Every ICE, item by item and by every status, at every level of consciousness")
  func cognition() {
    let differences = walk(
      .adult, Self.everyICE, baselines: [nil, 10, 8, 4, 0], seizures: [.none, .short, .unknown],
      motors: [nil, .deepFocalWeakness], pressures: [nil, [.focalOedema]])
    #expect(differences.count == 0, "\(differences.report)")
  }

  @Test("Every seizure, motor and intracranial finding beside every kind of cognition")
  func findings() {
    let differences = walk(
      .adult, [.missing, .ice(10), .ice(8), .ice(0), .iceStatus(.sedated), .iceStatus(.refused)],
      baselines: [nil], seizures: ICANSBedside.Seizures.allCases, motors: Self.everyMotor,
      pressures: Self.everyIntracranial)
    #expect(differences.count == 0, "\(differences.report)")
  }

  @Test("Every CAPD against every kind of baseline, in a child of 7 years")
  func children() {
    let differences = walk(
      .child, Self.everyCAPD, baselines: [nil, 0, 3, 8, 9, 14],
      seizures: [.none, .short, .unknown], motors: [nil, .deepFocalWeakness], pressures: [nil])
    #expect(differences.count == 0, "\(differences.report)")
  }

  @Test("The instrument that does not fit gives no grade and says so")
  func mismatch() {
    var differences = walk(
      .child, Self.everyICE, baselines: [nil], seizures: [.none, .short], motors: [nil],
      pressures: [nil])
    #expect(differences.count == 0, "\(differences.report)")
    differences = walk(
      .adult, Self.everyCAPD, baselines: [nil], seizures: [.none, .short], motors: [nil],
      pressures: [nil])
    #expect(differences.count == 0, "\(differences.report)")
  }

  @Test(
    "Who is graded by which instrument, to the day",
    arguments: [
      // Born so that the infusion of 2026-03-01 falls on the day named; the day after it is graded.
      (CalendarDate(year: 2014, month: 3, day: 3), nil, Instrument.capd),
      (CalendarDate(year: 2014, month: 3, day: 2), nil, .ice),
      (CalendarDate(year: 2014, month: 3, day: 1), nil, .ice),
      (CalendarDate(year: 2006, month: 3, day: 1), true, .capd),
      (CalendarDate(year: 2004, month: 3, day: 2), true, .ice),
      (CalendarDate(year: 2003, month: 3, day: 2), true, .ice),
      (CalendarDate(year: 2006, month: 3, day: 1), false, .ice),
    ] as [(CalendarDate?, Bool?, Instrument)])
  func instrument(_ birth: CalendarDate?, _ delay: Bool?, _ fits: Instrument) {
    var h = History(age: nil)
    h.add(-30, .patient(PatientDetails(birthDate: birth, developmentalDelay: delay)))
    h.capd(-20, 0)
    // What fits is done first, what does not an hour later.
    if fits == .capd { h.capd(24, 9) } else { h.ice(24, 8) }
    h.level(24, .awake)
    if fits == .capd { h.ice(25, 8) } else { h.capd(25, 9) }
    let a = h.assessment(25)
    #expect(a.instrument == fits)
    #expect(a.icans.grade == (fits == .capd ? 3 : 1))
    #expect(a.icans.flags == ["instrumentMismatch"])
  }
}

extension ICANSBedside.Cognition {
  var isScore: Bool {
    switch self {
    case .capd, .capdStatus(.unarousable): true
    default: false
    }
  }
}
