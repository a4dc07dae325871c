/// How an ICE or CAPD ended; anything but `done` and `unarousable` gives no score.
package enum InstrumentStatus: String, CaseIterable, Sendable, Codable {
  case done, notDone, refused, asleep, unarousable, sedated, intubated, languageBarrier
}

/// The immune effector cell encephalopathy score, 10 points (clinical-rules 2.1).
package struct ICE: Hashable, Sendable {
  /// Points that the record settles: 0…10, with what is still open above `low`.
  package struct Points: Hashable, Sendable {
    /// Sum of the points given.
    package var low: Int
    /// The same with every item left out counted as full.
    package var high: Int

    package init(low: Int, high: Int) {
      self.low = low
      self.high = high
    }
  }

  package var orientation: Int?
  package var naming: Int?
  package var commands: Int?
  package var writing: Int?
  package var attention: Int?
  /// Single items by name, each 0 or 1.
  package var items: [ICEItem: Int]?
  package var total: Int?
  package var status: InstrumentStatus?
  package var wordSet: String?
  package var writingSample: String?
  package var handwritingChanged: Bool?
  /// Taken as the patient's own normal, whenever it was done (D-24, D-31).
  package var baseline: Bool?

  package init(
    orientation: Int? = nil, naming: Int? = nil, commands: Int? = nil, writing: Int? = nil,
    attention: Int? = nil, items: [ICEItem: Int]? = nil, total: Int? = nil,
    status: InstrumentStatus? = nil, wordSet: String? = nil, writingSample: String? = nil,
    handwritingChanged: Bool? = nil, baseline: Bool? = nil
  ) {
    self.orientation = orientation
    self.naming = naming
    self.commands = commands
    self.writing = writing
    self.attention = attention
    self.items = items
    self.total = total
    self.status = status
    self.wordSet = wordSet
    self.writingSample = writingSample
    self.handwritingChanged = handwritingChanged
    self.baseline = baseline
  }

  /// The score as an interval, or `nil` when nothing was scored.
  ///
  /// A total is exact. Otherwise each of the five parts is what its field or its items give, and a
  /// part left out is open from 0 to its maximum. Zero is a score, never "not entered".
  package var points: Points? {
    if let total { return Points(low: total, high: total) }
    var low = 0
    var high = 0
    var scored = false
    for part in ICEPart.allCases {
      if let sum = value(of: part) {
        low += sum
        high += sum
        scored = true
        continue
      }
      for item in part.items {
        if let point = items?[item] {
          low += point
          high += point
          scored = true
        } else {
          high += 1
        }
      }
    }
    return scored ? Points(low: low, high: high) : nil
  }

  /// The points of one part, when the part itself was entered.
  package func value(of part: ICEPart) -> Int? {
    switch part {
    case .orientation: orientation
    case .naming: naming
    case .commands: commands
    case .writing: writing
    case .attention: attention
    }
  }
}

/// The five parts of ICE; the raw value is the field in the text form.
package enum ICEPart: String, CaseIterable, Sendable {
  case orientation, naming, commands, writing, attention

  /// The most points that the part gives.
  package var maximum: Int { items.count }

  /// The single items that make up the part.
  package var items: [ICEItem] {
    switch self {
    case .orientation: [.year, .month, .city, .hospital]
    case .naming: [.object1, .object2, .object3]
    case .commands: [.command]
    case .writing: [.writing]
    case .attention: [.attention]
    }
  }
}

/// The ten items of ICE, one point each.
package enum ICEItem: String, CaseIterable, Sendable {
  case year, month, city, hospital, object1, object2, object3, command, writing, attention
}

/// The Cornell assessment of pediatric delirium, eight items, 0 to 32 (clinical-rules 2.3).
package struct CAPD: Hashable, Sendable {
  /// Eight items of 0–4, in the order of the form.
  package var items: [Int]?
  package var total: Int?
  package var status: InstrumentStatus?
  package var baseline: Bool?

  package init(
    items: [Int]? = nil, total: Int? = nil, status: InstrumentStatus? = nil,
    baseline: Bool? = nil
  ) {
    self.items = items
    self.total = total
    self.status = status
    self.baseline = baseline
  }

  /// The total, or `nil` when nothing was scored.
  package var points: Int? { total ?? items?.reduce(0, +) }
  /// True where no item is open.
  package var isWhole: Bool { total != nil || items?.count == 8 }
}

/// What it takes to wake the patient.
package struct Consciousness: Hashable, Sendable {
  /// In order of depth.
  package enum Level: String, CaseIterable, Comparable, Sendable, Codable {
    case awake, voice, tactile, vigorous, unarousable

    package static func < (a: Level, b: Level) -> Bool { a.depth < b.depth }
    private var depth: Int {
      switch self {
      case .awake: 0
      case .voice: 1
      case .tactile: 2
      case .vigorous: 3
      case .unarousable: 4
      }
    }
  }
  package enum Cause: String, CaseIterable, Sendable, Codable { case icans, sedation, sleep, other }

  package var level: Level
  /// `nil` means ICANS.
  package var cause: Cause?

  package init(level: Level, cause: Cause? = nil) {
    self.level = level
    self.cause = cause
  }
}

/// A seizure, or with `continues` the later part or end of one already entered.
package struct Seizure: Hashable, Sendable {
  package enum Form: String, CaseIterable, Sendable, Codable {
    case focal, generalised, nonConvulsive
  }

  package var type: Form?
  package var duration: Quantity?
  /// `false` is "still going on"; `nil` is not recorded, which is not the same.
  package var resolved: Bool?
  package var returnedToBaseline: Bool?
  package var eegOnly: Bool?
  /// The start of the same seizure.
  package var continues: EventID?

  package init(
    type: Form? = nil, duration: Quantity? = nil, resolved: Bool? = nil,
    returnedToBaseline: Bool? = nil, eegOnly: Bool? = nil, continues: EventID? = nil
  ) {
    self.type = type
    self.duration = duration
    self.resolved = resolved
    self.returnedToBaseline = returnedToBaseline
    self.eegOnly = eegOnly
    self.continues = continues
  }
}

/// A motor finding: a state, the newest replaces the one before.
package struct Motor: Hashable, Sendable {
  package enum Sign: String, CaseIterable, Sendable, Codable {
    case none, deepFocalWeakness, mildDrift, generalisedWeakness, tremor, myoclonus
  }

  package var finding: Sign
  package var side: String?

  package init(finding: Sign, side: String? = nil) {
    self.finding = finding
    self.side = side
  }
}

/// All intracranial findings now in force: the newest list replaces the one before.
package struct Intracranial: Hashable, Sendable {
  package enum Sign: String, CaseIterable, Sendable, Codable {
    case none, focalOedema, diffuseOedema, decerebratePosturing, decorticatePosturing
    case sixthNervePalsy, papilloedema, cushingTriad, haemorrhage
  }

  /// Never empty; `none` stands alone and clears.
  package var findings: [Sign]

  package init(findings: [Sign]) { self.findings = findings }
}
