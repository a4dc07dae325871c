package import Clinical

/// How soon an alert asks for somebody (clinical-rules 6).
package enum AlertPriority: Int, Comparable, CaseIterable, Sendable, Codable {
  /// P1: act now.
  case highest = 1
  /// P2: review within 30 minutes.
  case high = 2
  /// P3: on the list.
  case listed = 3

  /// Less is less urgent.
  package static func < (a: Self, b: Self) -> Bool { a.rawValue > b.rawValue }

  /// As it stands beside an alert: never by colour alone.
  package var mark: String {
    switch self {
    case .highest: "***"
    case .high: "**"
    case .listed: "*"
    }
  }
}

/// What an alert is about. Alerts that share a cause are one line: one condition, one alert.
package enum AlertCause: Int, Comparable, Hashable, Sendable, CaseIterable {
  case fever, pressure, oxygen, course, neuro, tocilizumab, steroid, cytokine, macrophage
  case coagulation, counts, infection, lysis, dueVitals, dueNeuro, entry

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One rule of clinical-rules 6: when it is true, how urgent it is, and what it says of itself.
///
/// The rule is a pure function of the course at an instant. The file of its id holds it; this is
/// what the list of alerts, the tests and the README read.
package struct AlertRule: Sendable {
  /// `A06b`.
  package let id: String
  /// In a few words.
  package let title: String
  /// The exact criterion, with the numbers in force.
  package let criterion: @Sendable (AlertSettings) -> String
  /// Where it was read.
  package let source: String
  /// True where it rests on general knowledge: shown as "from memory, not checked against the
  /// paper".
  package let fromMemory: Bool
  /// What ends it, besides discharge and death.
  package let ends: String
  /// What the loaded guideline says.
  package let guideline: Guideline
  /// The settings that move its numbers.
  package let limits: [AlertLimit]
  let check: @Sendable (inout Look) -> AlertFinding?

  init(
    _ id: String, _ title: String, source: String, fromMemory: Bool = false, ends: String,
    guideline: Guideline = .none, limits: [AlertLimit] = [],
    criterion: @escaping @Sendable (AlertSettings) -> String,
    check: @escaping @Sendable (inout Look) -> AlertFinding?
  ) {
    self.id = id
    self.title = title
    self.criterion = criterion
    self.source = source
    self.fromMemory = fromMemory
    self.ends = ends
    self.guideline = guideline
    self.limits = limits
    self.check = check
  }

  /// The source as it is printed, with the remark of a rule from memory.
  package var sourceText: String {
    fromMemory ? "\(source); \(Self.fromMemoryRemark)" : source
  }

  package static let fromMemoryRemark = "from memory, not checked against the paper"
}

/// That a rule is true at an instant, and how badly.
struct AlertFinding {
  var priority: AlertPriority
  /// Greater is worse: a greater one inside the interval raises the alert again.
  var badness: DecimalNumber
  /// When what it tells of last happened anew (a further dose, a further step): a newer one raises
  /// the alert again.
  var occurrence: Instant?
  /// What is behind it, the newest last.
  var events: [EventID]
  var causes: Set<AlertCause>
  /// The grade whose guideline text belongs to it.
  var grade: Int?
  let text: (Words) -> String

  init(
    _ priority: AlertPriority, badness: DecimalNumber = 0, occurrence: Instant? = nil,
    events: [EventID], causes: Set<AlertCause>, grade: Int? = nil,
    text: @escaping (Words) -> String
  ) {
    self.priority = priority
    self.badness = badness
    self.occurrence = occurrence
    self.events = events
    self.causes = causes
    self.grade = grade
    self.text = text
  }
}
