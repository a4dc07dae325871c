import Clinical

/// One cell of a table of cases, read as an input of its column.
struct ScaleCell {
  let column: ScaleColumn
  /// From the first line; a unit in the cell stands before it.
  let unit: Unit?

  struct Problem: Error {
    let problem: String
    let remedy: String
  }

  /// The input that a cell holds.
  ///
  /// - Parameter text: without white space at its ends, not empty.
  func input(_ text: String) throws(Problem) -> ScaleInput {
    switch column.kind {
    case .flag:
      switch text.lowercased() {
      case "yes", "y", "true", "1": return ScaleInput(column.name, .flag(true), text: text)
      case "no", "n", "false", "0": return ScaleInput(column.name, .flag(false), text: text)
      default: throw Problem(problem: "\"\(text)\" is neither yes nor no", remedy: Self.empty)
      }
    case .word(let words):
      let written = text.lowercased()
      guard
        let word = words.first(where: { $0.lowercased() == written })
          ?? column.spellings[written]
      else {
        throw Problem(
          problem: "\"\(text)\" is none of its words",
          remedy: "write one of \(words.joined(separator: ", ")), or leave the cell empty")
      }
      return ScaleInput(column.name, .word(word), text: text)
    case .number(let measure):
      let (interval, number, unit) = try read(text, measure)
      return ScaleInput(
        column.name, .number(interval), text: number,
        unit: unit == .one ? nil : unit.rawValue)
    case .days(let measure): return try days(text, measure)
    }
  }

  private static let empty = "write yes or no, or leave the cell empty"

  // `0:3.1 1:0.4 2:<0.1`
  private func days(_ text: String, _ measure: Measure) throws(Problem) -> ScaleInput {
    var days: [Int: LabInterval] = [:]
    for piece in text.split(whereSeparator: { $0.isWhitespace || $0 == ";" }) {
      let parts = piece.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let day = Int(parts[0]), (-60...3650).contains(day) else {
        throw Problem(
          problem: "\"\(piece)\" is no day with its value",
          remedy: "write day:value pairs with spaces between them, as 0:3.1 1:0.4 2:<0.1")
      }
      guard days[day] == nil else {
        throw Problem(problem: "day \(day) stands twice", remedy: "write its lowest value once")
      }
      days[day] = try read(String(parts[1]), measure).interval
    }
    return ScaleInput(
      column.name, .days(days), text: text, unit: (unit ?? measure.unit).rawValue)
  }

  // `<2.5`, `70.72 umol/L`, `94%`.
  private func read(
    _ text: String, _ measure: Measure
  ) throws(Problem) -> (interval: LabInterval, number: String, unit: Unit) {
    var rest = Substring(text)
    var comparator: Comparator?
    for sign in [Comparator.lessOrEqual, .greaterOrEqual, .less, .greater]
    where rest.hasPrefix(sign.rawValue) {
      comparator = sign
      rest = rest.dropFirst(sign.rawValue.count)
      break
    }
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let written = ScaleTable.trimmed(String(rest.dropFirst(digits.count)))
    guard let value = DecimalNumber(plain: digits) else {
      throw Problem(
        problem: "\"\(text)\" is no number",
        remedy: "write a number with its unit, or leave the cell empty for what was not recorded")
    }
    let unit = try unit(written, measure)
    guard let normalised = measure.normalised(value, unit) else {
      throw Problem(problem: "\(written) does not fit", remedy: Self.unitRemedy(column))
    }
    if measure.unit == .one, normalised.whole == nil || comparator != nil {
      throw Problem(problem: "\"\(text)\" is no whole number", remedy: "write a whole number")
    }
    if let possible = measure.possible, !possible.contains(normalised) {
      let label = measure.unit == .one ? "" : " \(measure.unit.rawValue)"
      throw Problem(
        problem: "\(text) cannot be true",
        remedy: "it lies between \(possible.lowerBound) and \(possible.upperBound)\(label)")
    }
    let number = (comparator?.rawValue ?? "") + digits
    return (LabInterval(normalised, comparator: comparator), number, unit)
  }

  private func unit(_ written: String, _ measure: Measure) throws(Problem) -> Unit {
    if written.isEmpty {
      if let unit { return unit }
      if column.needsUnit {
        throw Problem(problem: "a number without its unit", remedy: Self.unitRemedy(column))
      }
      return measure.unit
    }
    guard let unit = Self.unit(written, of: column) else {
      throw Problem(problem: "\(written) does not fit", remedy: Self.unitRemedy(column))
    }
    return unit
  }

  /// The unit that a spelling means, where it fits the column.
  static func unit(_ spelling: String, of column: ScaleColumn) -> Unit? {
    guard let measure = column.measure, let unit = Unit(spelling: spelling),
      measure.conversions.contains(where: { $0.unit == unit })
    else { return nil }
    return unit
  }

  static func unitRemedy(_ column: ScaleColumn) -> String {
    guard let measure = column.measure, measure.unit != .one else {
      return "leave the unit out"
    }
    let units = measure.conversions.map(\.unit.rawValue)
    return "name the column \(units.map { "\(column.name) (\($0))" }.joined(separator: " or "))"
  }
}
