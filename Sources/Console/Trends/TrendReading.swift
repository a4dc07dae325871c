package import Clinical
import Terminal

/// One value of a course at its place on the day axis, with the fact that says it.
package struct TrendReading: Sendable {
  package let x: Double
  package let at: Instant
  package let number: DecimalNumber
  /// As it was censored; `nil` for a value that was measured.
  package let comparator: Comparator?
  /// Beyond the limit that holds for this very value.
  package let isOut: Bool
  /// The least that a score with items left out can be; `number` is then the most.
  package let least: DecimalNumber?
  /// Worked out from others, not measured: a mean pressure.
  package let isDerived: Bool
  /// The place of the fact in the course.
  package let fact: Int
  /// `number` as plots take it, worked out once: they are drawn at every key.
  let value: Double

  init(
    x: Double, at: Instant, number: DecimalNumber, comparator: Comparator?, isOut: Bool,
    least: DecimalNumber?, isDerived: Bool, fact: Int
  ) {
    self.x = x
    self.at = at
    self.number = number
    self.comparator = comparator
    self.isOut = isOut
    self.least = least
    self.isDerived = isDerived
    self.fact = fact
    value = number.double
  }

  /// As a person reads it: `38.4`, `<2.5`, `6-9`.
  var text: String {
    if let least { return "\(least)-\(number)" }
    return "\(comparator?.rawValue ?? "")\(number)"
  }

  /// As a plot takes it.
  var point: PlotPoint {
    let kind: PlotPoint.Kind =
      switch comparator {
      case nil: least == nil ? .measured : .open
      case .less, .lessOrEqual: .below
      case .greater, .greaterOrEqual: .above
      }
    return PlotPoint(x: x, y: value, kind: kind, isOut: isOut)
  }
}

/// What one laboratory variable's results say besides their values.
package struct TrendLab: Sendable {
  package internal(set) var readings: [TrendReading] = []
  /// The unit in which `readings` are.
  package internal(set) var unit: String
  /// Limits of quantification, in that unit, each once, in order.
  package internal(set) var lowerLimits: [Double] = []
  package internal(set) var upperLimits: [Double] = []
  /// The reference interval of the newest result that has one.
  package internal(set) var reference: (lower: Double?, upper: Double?)?
  /// Where another kit or laboratory begins.
  package internal(set) var breaks: [Double] = []
  /// Results in a unit that does not fit, which are not drawn.
  package internal(set) var unfit = 0
  var source: String?
}

/// Something given, at its place on the day axis.
package struct TrendTreatment: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case tocilizumab = "T"
    case otherAnticytokine = "A"
    case corticosteroid = "D"
    case vasopressor = "N"
    case infusion = "I"
    case lymphodepletion = "L"
    case antipyretic = "P"

    /// True for what is marked in every plot.
    var isMarked: Bool { self != .infusion && self != .lymphodepletion }
  }

  package let kind: Kind
  package let x: Double
  package let at: Instant
  /// The first after a time without, or an end: it is drawn through all plots.
  package let isTurn: Bool
  /// The end of something that ran.
  package let isStop: Bool
  package let fact: Int
}
