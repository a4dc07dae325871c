import Clinical
import Grading
import TestSupport

/// What was found at one bedside at one moment, as far as ICANS asks; nothing recorded before it
/// but, where stated, a baseline.
struct ICANSBedside {
  enum Cognition {
    case missing
    case ice(Int)
    /// Points given, and points that the items left out could still give.
    case iceItems(given: Int, open: Int)
    case iceStatus(InstrumentStatus)
    case capd(Int)
    case capdStatus(InstrumentStatus)
  }
  enum Fit: CaseIterable {
    /// 12 years and more.
    case adult
    /// Younger than 12 years, or delayed and young enough.
    case child
  }
  enum Seizures: CaseIterable {
    case none, short, exactlyFiveMinutes, long, resolvedOfUnknownLength, unknown
    case ongoing, ongoingLong
    /// Two, the first explicitly without return to baseline.
    case repeatedWithoutReturn
    /// Two, and nobody wrote whether the patient came back in between.
    case repeatedUnknown
    case repeatedWithReturn
  }

  var fit = Fit.adult
  var baseline: Int?
  var cognition = Cognition.missing
  var level: Consciousness.Level?
  var cause: Consciousness.Cause?
  var seizures = Seizures.none
  var motor: Motor.Sign?
  var intracranial: [Intracranial.Sign]?

  /// The ASTCT table of ICANS (Lee 2019) with the documented choices at their defaults.
  var verdict: Verdict {
    var flags: Set<String> = []
    var provisional = 0

    // Cognition.
    var cognitionLow = 0
    var cognitionHigh = 4
    var isScored = false
    var impliesAwake = false
    var isSedated = false
    func iceGrade(_ s: Int) -> Int {
      if s >= min(10, baseline ?? 10) { return 0 }
      return s >= 7 ? 1 : s >= 3 ? 2 : 3
    }
    switch (fit, cognition) {
    case (_, .missing): break
    case (.child, .ice), (.child, .iceItems), (.child, .iceStatus(.unarousable)),
      (.adult, .capd), (.adult, .capdStatus(.unarousable)):
      flags.insert("instrumentMismatch")
    case (.adult, .ice(let s)):
      isScored = true
      impliesAwake = s > 0
      cognitionLow = iceGrade(s)
      cognitionHigh = iceGrade(s)
    case (.adult, .iceItems(let given, let open)):
      isScored = true
      impliesAwake = given > 0
      cognitionLow = iceGrade(given + open)
      cognitionHigh = iceGrade(given)
    case (.child, .capd(let s)):
      isScored = true
      impliesAwake = true
      if s >= 9 {
        (cognitionLow, cognitionHigh) = (3, 3)
        if let baseline, baseline >= 9, s <= baseline {
          provisional = 3
          flags.insert("capdAtBaseline")
        }
      } else if s >= 1 {
        let isOwn = baseline.map { s <= $0 } ?? false
        (cognitionLow, cognitionHigh) = isOwn ? (0, 0) : (1, 1)
        if baseline == nil {
          provisional = 1
          flags.insert("capdBaselineMissing")
        }
      } else {
        (cognitionLow, cognitionHigh) = (0, 0)
      }
    case (_, .iceStatus(.unarousable)), (_, .capdStatus(.unarousable)):
      isScored = true
      (cognitionLow, cognitionHigh) = (4, 4)
    case (_, .iceStatus(let status)), (_, .capdStatus(let status)):
      isSedated = status == .sedated || status == .intubated
    }

    // Consciousness.
    var levelLow = 0
    var levelHigh = 4
    var isLevelKnown = false
    if let level, level == .awake || cause == nil || cause == .icans {
      // Awake is awake, whatever cause was written beside it.
      isLevelKnown = true
      switch level {
      case .awake: levelLow = 0
      case .voice: levelLow = 2
      case .tactile: levelLow = 3
      case .vigorous, .unarousable: levelLow = 4
      }
      levelHigh = levelLow
    } else if level == nil, impliesAwake {
      isLevelKnown = true
      levelHigh = 0
    }

    // Seizure, motor, intracranial: what is not entered was not found.
    var seizureLow = 0
    var seizureHigh = 0
    switch seizures {
    case .none: break
    case .short, .exactlyFiveMinutes, .ongoing, .resolvedOfUnknownLength, .repeatedWithReturn:
      (seizureLow, seizureHigh) = (3, 3)
    case .long, .ongoingLong, .repeatedWithoutReturn: (seizureLow, seizureHigh) = (4, 4)
    case .unknown, .repeatedUnknown: (seizureLow, seizureHigh) = (3, 4)
    }
    let weakness = motor == .deepFocalWeakness ? 4 : 0
    var pressure = 0
    let isBleeding = intracranial?.contains(.haemorrhage) ?? false
    for sign in intracranial ?? [] {
      switch sign {
      case .none, .haemorrhage: break
      case .focalOedema: pressure = max(pressure, isBleeding ? 0 : 3)
      case .diffuseOedema: pressure = max(pressure, isBleeding ? 0 : 4)
      case .decerebratePosturing, .decorticatePosturing, .sixthNervePalsy, .papilloedema,
        .cushingTriad:
        pressure = 4
      }
    }
    let restLow = max(seizureLow, weakness, pressure)
    let restHigh = max(seizureHigh, weakness, pressure)

    if !isScored, !isLevelKnown {
      if restLow >= 2 { return .bounded(restLow, 4, provisional: false, flags: flags) }
      // A drowsiness of sedation says as much as an instrument that sedation prevented.
      if level != nil, cause == .sedation { isSedated = true }
      return Verdict(
        status: isSedated ? .notAssessable : .indeterminate, grade: nil, atLeast: 0, atMost: 4,
        flags: flags)
    }
    let low = max(cognitionLow, levelLow, restLow)
    let high = max(cognitionHigh, levelHigh, restHigh)
    let firm = max(provisional > 0 ? 0 : cognitionLow, levelLow, restLow)
    return .bounded(low, high, provisional: provisional > 0 && low > firm, flags: flags)
  }
}

extension ICANSBedside {
  static let now = 60.0

  /// The same bedside as events, all of them now, but for a first seizure and a baseline.
  var history: History {
    var h = History(age: fit == .adult ? 28 : 7)
    let now = Self.now
    if let baseline {
      if fit == .adult { h.ice(-20, baseline) } else { h.capd(-20, baseline) }
    }
    switch seizures {
    case .none: break
    case .short: h.seizure(now, seconds: 60, resolved: true, returned: true)
    case .exactlyFiveMinutes: h.seizure(now, seconds: 300, resolved: true, returned: true)
    case .long: h.seizure(now, seconds: 301, resolved: true, returned: true)
    case .resolvedOfUnknownLength: h.seizure(now, resolved: true, returned: true)
    case .unknown: h.seizure(now)
    case .ongoing: h.seizure(now - 5 / 60.0, resolved: false)
    case .ongoingLong: h.seizure(now - 6 / 60.0, resolved: false)
    case .repeatedWithoutReturn:
      h.seizure(now - 0.5, seconds: 60, resolved: true, returned: false)
      h.seizure(now, seconds: 60, resolved: true)
    case .repeatedUnknown:
      h.seizure(now - 0.5, seconds: 60, resolved: true)
      h.seizure(now, seconds: 60, resolved: true)
    case .repeatedWithReturn:
      h.seizure(now - 0.5, seconds: 60, resolved: true, returned: true)
      h.seizure(now, seconds: 60, resolved: true)
    }
    switch cognition {
    case .missing: break
    case .ice(let total): h.ice(now, total)
    case .iceItems(let given, let open):
      var items: [ICEItem: Int] = [:]
      for (n, item) in ICEItem.allCases.dropLast(open).enumerated() {
        items[item] = n < given ? 1 : 0
      }
      h.add(now, .ice(ICE(items: items)))
    case .iceStatus(let status): h.ice(now, status)
    case .capd(let total): h.capd(now, total)
    case .capdStatus(let status): h.add(now, .capd(CAPD(status: status)))
    }
    if let level { h.level(now, level, cause) }
    if let motor { h.add(now, .motor(Motor(finding: motor))) }
    if let intracranial { h.add(now, .intracranial(Intracranial(findings: intracranial))) }
    return h
  }

  var engine: Verdict { Verdict(history.graded.grades(at: History.at(Self.now)).icans) }
}

extension History {
  @discardableResult
  mutating func seizure(
    _ hours: Double, seconds: Int? = nil, resolved: Bool? = nil, returned: Bool? = nil,
    continues: EventID? = nil
  ) -> EventID {
    add(
      hours,
      .seizure(
        Seizure(
          type: .generalised, duration: seconds.map { Quantity(DecimalNumber($0), .second) },
          resolved: resolved, returnedToBaseline: returned, continues: continues)))
  }
}
