package import Clinical

/// What grading remembers from before: fevers, last signs, episodes, the last grades.
struct GradingMemory: Sendable, Codable {
  /// The newest fever after the infusion that was attributed to CRS at its own time.
  var fever: TemperatureReading?
  /// The newest one that was attributed to another cause.
  var otherFever: TemperatureReading?
  var crs = ScaleMemory()
  var icans = ScaleMemory()
  var seen = SignTimes()
}

struct ScaleMemory: Sendable, Codable {
  /// The newest episode, open or closed.
  var episode: Episode?
  /// When a sign attributed to the scale was last present (clinical-rules 1.6, D-26).
  var lastSign: Instant?
  /// Time since the last sign that does not count towards closing: not assessable (D-26).
  var paused = TimeSpan.zero
  /// The newest grade that was one, and when it was last observed.
  var lastGrade: GradeAtTime?
  /// What the scale says while the patient lives.
  var alive = GradeRecord.notApplicable

  var isOpen: Bool { episode.map { $0.ended == nil } ?? false }
  var hasClosed: Bool { episode.map { $0.number > 1 || $0.ended != nil } ?? false }

  mutating func noteSign(at t: Instant) {
    if lastSign.map({ t > $0 }) ?? true {
      lastSign = t
      paused = .zero
    }
  }
}

/// A grade and when it was observed.
package struct GradeAtTime: Sendable, Codable, Hashable {
  package let grade: Int
  package let at: Instant
}

/// One episode of CRS or ICANS (clinical-rules 1.6).
package struct Episode: Sendable, Codable, Hashable {
  /// From 1.
  package let number: Int
  package let onset: Instant
  /// When it closed; `nil` while it is open.
  package var ended: Instant?
  /// The highest grade while it was open.
  package var maximum: Int
  /// True while fever has been its only sign.
  var isFeverOnly: Bool
  /// True where masked signs opened it and no fever has come since (D-33).
  var isMasked: Bool
}

/// When the sign of each domain was last present, whatever its cause (D-29).
struct SignTimes: Sendable, Codable {
  private var fever: Instant?
  private var hypotension: Instant?
  private var hypoxia: Instant?
  private var cognition: Instant?
  private var consciousness: Instant?
  private var seizure: Instant?
  private var motor: Instant?
  private var intracranial: Instant?

  subscript(domain: Domain) -> Instant? {
    get {
      switch domain {
      case .fever: fever
      case .hypotension: hypotension
      case .hypoxia: hypoxia
      case .cognition: cognition
      case .consciousness: consciousness
      case .seizure: seizure
      case .motor: motor
      case .intracranial: intracranial
      case .death: nil
      }
    }
    set {
      switch domain {
      case .fever: fever = newValue
      case .hypotension: hypotension = newValue
      case .hypoxia: hypoxia = newValue
      case .cognition: cognition = newValue
      case .consciousness: consciousness = newValue
      case .seizure: seizure = newValue
      case .motor: motor = newValue
      case .intracranial: intracranial = newValue
      case .death: break
      }
    }
  }

  mutating func note(_ domain: Domain, at t: Instant) {
    if self[domain].map({ t > $0 }) ?? true { self[domain] = t }
  }
}
