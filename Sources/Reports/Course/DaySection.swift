import Clinical
import Grading
import Outcomes

extension ReportedPatient {
  /// Every day from the infusion on with its worst grades and values; weeks after day 30.
  var daySection: ReportSection? {
    guard let outcomes, let zero = clock.dayZero else { return nil }
    var spans: [ClosedRange<Int>] = (0...max(0, min(30, outcomes.lastDay))).map { $0...$0 }
    // Week n ends with day 7 n; the first after day 30 is what is left of the fifth.
    var first = 31
    while first <= outcomes.lastDay {
      let last = (first + 6) / 7 * 7
      spans.append(first...last)
      first = last + 1
    }
    var rest = own[...]
    let rows = spans.map { span -> [String] in
      let start = clock.zone.startOfDay(number: zero + Int64(span.lowerBound))
      let end = clock.zone.startOfDay(number: zero + Int64(span.upperBound) + 1)
      rest = rest.drop { $0.key.at < start }
      let figures = DayFigures(rest.prefix { $0.key.at < end })
      let date = clock.zone.date(of: start).description.dropFirst(5)
      let name =
        span.count == 1
        ? ReportClock.day(span.lowerBound)
        : "\(ReportClock.day(span.lowerBound)) - \(span.upperBound)"
      func worst(_ scale: Scale) -> String {
        span.compactMap { outcomes.worstGrade(scale, onDay: $0) }.max().map { "\($0)" }
          ?? GradeWords.noGrade
      }
      return [name] + (question.isDeidentified ? [] : [String(date)])
        + [worst(.crs), worst(.icans)] + figures.cells + [figures.given(words)]
    }
    let columns: [ReportWord] =
      [.dayColumn] + (question.isDeidentified ? [] : [.dateColumn])
    let values: [ReportWord] = [
      .crs, .icans, .score, .highestTemperature, .lowestSystolic, .lowestSaturation, .given,
    ]
    return ReportSection(
      words(.perDay),
      [
        .table(
          ReportTable((columns + values).map { words($0) }, rows, notes: [words(.perDayNote)]))
      ])
  }
}

/// The worst values of a stretch of days, and what was given in it.
struct DayFigures {
  // With the sign of one that is only a bound.
  private typealias Figure = (value: DecimalNumber, sign: String)
  private var temperature: Figure?
  private var systolic: Figure?
  private var saturation: Figure?
  private var ice: ICE.Points?
  private var capd: (least: Int, isWhole: Bool)?
  private var treatments: Set<TreatmentGiven> = []

  init(_ facts: some Sequence<Fact>) {
    for fact in facts {
      switch fact.event.content {
      case .vitals(let vitals):
        take(vitals.temperature, .temperature, \.temperature, >)
        take(vitals.systolic, .systolic, \.systolic, <)
        take(vitals.spo2, .spo2, \.saturation, <)
      case .ice(let entry):
        guard let points = entry.points else { continue }
        // The lowest that is certain; of equals the one that is settled.
        if ice.map({ (points.low, points.high) < ($0.low, $0.high) }) ?? true { ice = points }
      case .capd(let entry):
        guard let points = entry.points else { continue }
        if capd.map({ points > $0.least }) ?? true { capd = (points, entry.isWhole) }
      default: break
      }
      if let treatment = TreatmentGiven(fact.event.content) { treatments.insert(treatment) }
    }
  }

  private mutating func take(
    _ quantity: Quantity?, _ measure: Measure, _ path: WritableKeyPath<Self, Figure?>,
    _ isWorse: (DecimalNumber, DecimalNumber) -> Bool
  ) {
    guard let quantity, let value = measure.normalised(quantity) else { return }
    if self[keyPath: path].map({ isWorse(value, $0.value) }) ?? true {
      self[keyPath: path] = (value, quantity.comparator?.rawValue ?? "")
    }
  }

  /// Score, highest temperature, lowest systolic pressure and saturation; `--` for what was not
  /// recorded.
  var cells: [String] {
    [
      score, temperature.map { $0.sign + $0.value.tenths },
      systolic.map { $0.sign + $0.value.description },
      saturation.map { $0.sign + $0.value.description },
    ].map {
      $0 ?? GradeWords.noGrade
    }
  }

  private var score: String? {
    if let ice { return ice.low == ice.high ? "\(ice.low)" : "\(ice.low)-\(ice.high)" }
    return capd.map { "C" + ($0.isWhole ? "" : ">=") + "\($0.least)" }
  }

  func given(_ words: ReportWords) -> String {
    TreatmentGiven.allCases.filter(treatments.contains).map { words($0.short) }.joined(
      separator: " ")
  }
}

extension DecimalNumber {
  /// With one decimal, as temperatures are read: `38.0`.
  var tenths: String {
    let tenths = roundedHalfUp(places: 1)
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
