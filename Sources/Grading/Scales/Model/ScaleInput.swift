package import Clinical

/// One input of another scale as it entered: by whichever way it came, from a course or from a line
/// of a table.
package struct ScaleInput: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    /// In the unit of the scale's column; an interval where only a limit is known.
    case number(LabInterval)
    case word(String)
    case flag(Bool)
    /// The lowest value of each day after infusion, in the unit of the scale's column.
    case days([Int: LabInterval])
  }

  /// The name of the scale's column.
  package let name: String
  package let value: Value
  /// The value as it was written.
  package let text: String
  /// The unit as it was written; `nil` for what has none.
  package let unit: String?
  /// When it was observed; `nil` in a table.
  package let at: Instant?
  package let events: [EventID]
  /// True where a trainee wrote it and nobody has co-signed it.
  package let awaitsCosignature: Bool

  package init(
    _ name: String, _ value: Value, text: String, unit: String? = nil, at: Instant? = nil,
    events: [EventID] = [], awaitsCosignature: Bool = false
  ) {
    self.name = name
    self.value = value
    self.text = text
    self.unit = unit
    self.at = at
    self.events = events
    self.awaitsCosignature = awaitsCosignature
  }
}

/// An input that is not there, or leaves the answer open.
package struct MissingInput: Sendable, Equatable {
  package let name: String
  package let why: String

  package init(_ name: String, _ why: String) {
    self.name = name
    self.why = why
  }
}

/// What a scale is given: inputs by the names of its columns, and why others are not there.
package struct ScaleInputs: Sendable {
  package private(set) var given: [String: ScaleInput] = [:]
  private(set) var reasons: [String: String] = [:]

  /// The limits that the ward and the patient have set for alerts; a scale that an alert shares its
  /// criteria with takes them from here.
  var limits = AlertSettings()
  /// What a reader should know beside the criteria, and no criterion takes.
  private(set) var notes: [ScalePart] = []

  package init() {}

  mutating func note(_ part: ScalePart) { notes.append(part) }

  package mutating func give(_ input: ScaleInput?) {
    if let input { given[input.name] = input }
  }

  /// Says why an input is not there.
  package mutating func miss(_ name: String, _ why: String) { reasons[name] = why }

  func number(_ name: String) -> LabInterval? {
    if case .number(let interval) = given[name]?.value { interval } else { nil }
  }

  func flag(_ name: String) -> Bool? {
    if case .flag(let flag) = given[name]?.value { flag } else { nil }
  }

  func word(_ name: String) -> String? {
    if case .word(let word) = given[name]?.value { word } else { nil }
  }

  func days(_ name: String) -> [Int: LabInterval]? {
    if case .days(let days) = given[name]?.value { days } else { nil }
  }

  /// A number that is exact; `nil` for one of which only a limit is known.
  func exact(_ name: String) -> DecimalNumber? {
    number(name).flatMap { $0.comparator == nil ? $0.low : nil }
  }

  /// A whole number that is exact.
  func whole(_ name: String) -> Int? { exact(name)?.whole }
}
