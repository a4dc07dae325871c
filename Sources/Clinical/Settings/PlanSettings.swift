/// The observation plan beside vital signs and ICE (clinical-rules 4.4, D-27), which are a matter of
/// grading: laboratory rounds, pauses, and the heart rates from which a fever asks for closer
/// rounds.
package struct PlanSettings: Hashable, Sendable {
  /// The rows of the plan; CAPD goes by that of ICE.
  package enum Row: String, CaseIterable, Sendable { case vitals, ice, labs, cytokines, carT }

  /// Hours between rounds by `ObservationIntervals.Band`; `nil` is not in the plan.
  package private(set) var labs: [Int?] = Self.standardLabs
  package private(set) var cytokines: [Int?] = Self.standardCytokines
  package private(set) var carT: [Int?] = Self.standardCarT
  /// Since when a row is paused, and until when.
  package private(set) var pauses: [Row: Pause] = [:]
  /// Heart rates above which a fever asks for a round every 2 h, by `AgeBand`.
  package private(set) var tachycardia: [Int] = AgeBand.allCases.map(\.standard)

  private static let standardLabs: [Int?] = [nil, 24, 24, 48, 96]
  private static let standardCytokines: [Int?] = [nil, 24, 72, 96, 168]
  private static let standardCarT: [Int?] = [nil, nil, nil, nil, nil]

  package init() {}

  package struct Pause: Hashable, Sendable {
    package let from: Instant
    /// `nil` until it is taken back.
    package let until: Instant?
  }

  /// Ages with a limit of their own. For children no source was at hand: the limits are from memory,
  /// not checked against a paper, and a site sets its own.
  package enum AgeBand: Int, CaseIterable, Sendable {
    case infant, toddler, preschool, school, adult

    package init(years: Int?) {
      switch years {
      case .some(..<1): self = .infant
      case .some(1...2): self = .toddler
      case .some(3...5): self = .preschool
      case .some(6...11): self = .school
      default: self = .adult
      }
    }

    package var name: String {
      switch self {
      case .infant: "plan.tachycardia.0"
      case .toddler: "plan.tachycardia.1-2"
      case .preschool: "plan.tachycardia.3-5"
      case .school: "plan.tachycardia.6-11"
      case .adult: "plan.tachycardia.12-"
      }
    }

    /// Beats a minute; above 100 from 12 years on by clinical-rules 4.4.
    package var standard: Int {
      switch self {
      case .infant: 180
      case .toddler: 140
      case .preschool: 120
      case .school: 120
      case .adult: 100
      }
    }
  }

  /// Hours between rounds of a row in a band; `nil` where it is not in the plan, or is a matter of
  /// grading.
  package func hours(_ row: Row, _ band: ObservationIntervals.Band) -> Int? {
    switch row {
    case .vitals, .ice: nil
    case .labs: labs[band.rawValue]
    case .cytokines: cytokines[band.rawValue]
    case .carT: carT[band.rawValue]
    }
  }
}

extension PlanSettings {
  private static let hourRange = 1...168
  private static let rateRange = 40...260

  private typealias Path = WritableKeyPath<PlanSettings, [Int?]>
  private static func rows() -> [(Row, Path, [Int?])] {
    [
      (.labs, \.labs, standardLabs), (.cytokines, \.cytokines, standardCytokines),
      (.carT, \.carT, standardCarT),
    ]
  }

  private static func rowName(_ row: Row, _ band: ObservationIntervals.Band) -> String {
    "plan.\(row.rawValue).\(band.name)"
  }

  private static func pauseName(_ row: Row) -> String { "plan.\(row.rawValue).pause" }

  static let names: [String] =
    Row.allCases.flatMap { row in
      ObservationIntervals.Band.allCases.map { rowName(row, $0) } + [pauseName(row)]
    } + ["plan.pause"] + AgeBand.allCases.map(\.name)

  // The whole number of a value within a range.
  private static func whole(_ value: SettingValue, in range: ClosedRange<Int>) -> Int? {
    guard case .number(let number) = value, let whole = number.whole, range.contains(whole) else {
      return nil
    }
    return whole
  }

  mutating func apply(_ setting: Setting, at t: Instant) {
    guard setting.name.hasPrefix("plan.") else { return }
    for (row, path, standard) in Self.rows() {
      for band in ObservationIntervals.Band.allCases
      where setting.name == Self.rowName(row, band) {
        switch setting.value {
        case .null: self[keyPath: path][band.rawValue] = standard[band.rawValue]
        case .flag(false): self[keyPath: path][band.rawValue] = nil
        default:
          if let hours = Self.whole(setting.value, in: Self.hourRange) {
            self[keyPath: path][band.rawValue] = hours
          }
        }
      }
    }
    for row in Row.allCases
    where setting.name == Self.pauseName(row) || setting.name == "plan.pause" {
      switch setting.value {
      case .flag(true): pauses[row] = Pause(from: t, until: nil)
      case .null, .flag(false):
        // The end stays known: what became due meanwhile is due from here.
        if let pause = pauses[row], pause.until.map({ $0 > t }) ?? true {
          pauses[row] = Pause(from: pause.from, until: t)
        }
      default:
        if let hours = Self.whole(setting.value, in: Self.hourRange) {
          pauses[row] = Pause(from: t, until: t + .hours(Int64(hours)))
        }
      }
    }
    for band in AgeBand.allCases where setting.name == band.name {
      tachycardia[band.rawValue] =
        Self.whole(setting.value, in: Self.rateRange) ?? band.standard
    }
  }

  static func problem(with setting: Setting) -> String? {
    let name = setting.name
    if AgeBand.allCases.contains(where: { $0.name == name }) {
      return whole(setting.value, in: rateRange) == nil
        ? "\(name) takes beats a minute, \(rateRange.lowerBound) to \(rateRange.upperBound), or null for the default"
        : nil
    }
    let hours = "hours, \(hourRange.lowerBound) to \(hourRange.upperBound)"
    if name == "plan.pause" || name.hasPrefix("plan.") && name.hasSuffix(".pause") {
      if case .flag = setting.value { return nil }
      return whole(setting.value, in: hourRange) == nil
        ? "\(name) takes \(hours), or true until it is taken back with null" : nil
    }
    for (row, _, _) in rows() where name.hasPrefix("plan.\(row.rawValue).") {
      if setting.value == .flag(false) { return nil }
      return whole(setting.value, in: hourRange) == nil
        ? "\(name) takes \(hours), false to leave it out, or null for the default" : nil
    }
    return nil
  }
}
