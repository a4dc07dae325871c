import Clinical
import Grading
import Terminal

/// The plots of a patient's screen: vital signs on fixed clinical ranges, the four cytokines on log
/// axes, all in days after infusion.
struct PatientPlots {
  let record: PatientRecord
  /// The patient's at `now`.
  let summary: PatientSummary
  let now: Instant
  /// Midnight of day 0.
  let zero: Instant
  let words: Catalogue

  private static let day = 86_400_000_000.0

  private func x(_ t: Instant) -> Double { Double((t - zero).microseconds) / Self.day }

  func panels(since start: Instant) -> [PlotPanel] {
    let facts = record.course.facts.prefix(record.course.course.count(through: now))
      .drop { $0.key.at < start }
    let saturationLimit = record.course.saturationLimit(at: now)?.double
    let systolicLimit = record.course.systolicLimit(at: now).double
    let vitals: [PlotPanel?] = [
      vital(
        .plotTemperature, facts, from: 35, to: 41, limit: Double(FeverLimit.tenths) / 10,
        ticks: [36, 38, 40], decimals: 1,
        keep: .maximum, out: fever(facts)
      ) { $0.temperature.flatMap(Measure.temperature.normalised) },
      vital(
        .plotSystolic, facts, from: 40, to: 180, limit: systolicLimit, ticks: [systolicLimit, 150],
        decimals: 0, keep: .minimum, out: .below(systolicLimit)
      ) { $0.systolic.flatMap(Measure.systolic.normalised) },
      vital(
        .plotSaturation, facts, from: 80, to: 100, limit: saturationLimit,
        ticks: [saturationLimit, 100].compactMap { $0 }, decimals: 0, keep: .minimum,
        out: saturationLimit.map { .below($0) }
      ) { $0.spo2.flatMap(Measure.spo2.normalised) },
      vital(
        .plotHeart, facts, from: 40, to: 180, limit: nil, ticks: [60, 120], decimals: 0,
        keep: .maximum, out: nil
      ) { $0.heartRate.flatMap(Measure.heartRate.normalised) },
    ]
    let cytokines = PatientSummary.cytokineCodes.map { cytokine($0, facts) }
    // Temperature and IL-6 first where there is room for few.
    let order =
      [vitals[0]] + [cytokines[0]] + [vitals[1], vitals[2]] + cytokines.dropFirst()
      + [vitals[3]]
    return order.compactMap { $0 }
  }

  // Where something is added to an axillary temperature, from the lowest that is a fever by that on.
  private func fever(_ facts: ArraySlice<Clinical.Fact>) -> PlotSeries.Bound {
    let limit = record.course.feverLimit
    let axillary = facts.lazy.compactMap { fact -> DecimalNumber? in
      guard case .vitals(let vitals) = fact.event.content, vitals.site == .axillary,
        let value = vitals.temperature.flatMap(Measure.temperature.normalised)
      else { return nil }
      return limit.isFever(value, site: .axillary) ? value : nil
    }.min()
    return .above(min(limit.least, axillary ?? limit.least).double.nextDown)
  }

  private func vital(
    _ title: Word, _ facts: ArraySlice<Clinical.Fact>, from low: Double, to high: Double,
    limit: Double?, ticks: [Double], decimals: Int, keep: Extreme, out: PlotSeries.Bound?,
    _ value: (Vitals) -> DecimalNumber?
  ) -> PlotPanel? {
    var points: [PlotPoint] = []
    for fact in facts {
      if case .vitals(let vitals) = fact.event.content, let number = value(vitals) {
        points.append(PlotPoint(x: x(fact.key.at), y: number.double))
      }
    }
    guard
      let axis = PlotAxis(
        from: low, to: high,
        ticks: ticks.map { PlotAxis.Tick($0, "\(Int($0))") })
    else { return nil }
    return PlotPanel(
      title: FittedText(words(title)), axis: axis,
      series: [PlotSeries(points: points, keep: keep, gap: 0.5, out: out)],
      limits: limit.map { [PlotPanel.Limit($0)] } ?? [], now: x(now),
      note: note(points, decimals: decimals, keep: keep), decimals: decimals)
  }

  private func note(_ points: [PlotPoint], decimals: Int, keep: Extreme) -> FittedText {
    guard let last = points.last else { return FittedText(words(.plotNone), .missing) }
    let extreme = keep.of(points.map(\.y)) ?? last.y
    let age = words.shortAge(TimeSpan(microseconds: Int64((x(now) - last.x) * Self.day)))
    let value = StyledText(words(.plotLast, Self.text(last.y, decimals), age), .value)
    let most = StyledText(
      words(keep == .maximum ? .plotHighest : .plotLowest, Self.text(extreme, decimals)), .dim)
    return FittedText([
      .joined([value, most]), value, StyledText(Self.text(last.y, decimals), .value),
    ])
  }

  static func text(_ value: Double, _ decimals: Int) -> String {
    guard decimals > 0 else { return "\(Int(value.rounded()))" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  private func cytokine(_ code: String, _ facts: ArraySlice<Clinical.Fact>) -> PlotPanel? {
    guard let variable = LabVariable(rawValue: code) else { return nil }
    var points: [PlotPoint] = []
    var printed: [(LabInterval, Instant)] = []
    var limits: Set<Double> = []
    var breaks: [Double] = []
    var kit: String?
    for fact in facts {
      guard case .lab(let lab) = fact.event.content else { continue }
      for result in lab.results where result.code == code {
        guard let value = LabInterval(result) else { continue }
        let kind: PlotPoint.Kind =
          switch value.comparator {
          case nil: .measured
          case .less, .lessOrEqual: .below
          case .greater, .greaterOrEqual: .above
          }
        let moment = x(fact.key.at)
        points.append(PlotPoint(x: moment, y: value.printed.double, kind: kind))
        printed.append((value, fact.key.at))
        for limit in [result.lowerLimitOfQuantification, result.upperLimitOfQuantification] {
          if let limit, let unit = Unit(spelling: result.unit),
            let number = variable.measure.normalised(limit, unit)
          {
            limits.insert(number.double)
          }
        }
        // Another kit or laboratory breaks the line.
        let source = (lab.kit ?? "") + "|" + (lab.laboratory ?? "")
        if let kit, kit != source { breaks.append(moment) }
        kit = source
      }
    }
    guard
      let axis = PlotAxis(
        .logarithmic, from: 1, to: 100_000,
        ticks: [PlotAxis.Tick(1, "1"), PlotAxis.Tick(100, "100"), PlotAxis.Tick(10_000, "1e4")])
    else { return nil }
    return PlotPanel(
      // Greek letters are words in ASCII, longer than the gutter.
      title: FittedText([
        StyledText(variable.label),
        StyledText(variable.label.replacing("-γ", with: "-g").replacing("-α", with: "-a")),
      ]), axis: axis,
      series: [PlotSeries(points: points, gap: 8, breaks: breaks, role: .series2)],
      limits: limits.sorted().map { PlotPanel.Limit($0) }, now: x(now),
      note: note(code, printed), decimals: 0)
  }

  private func note(_ code: String, _ printed: [(LabInterval, Instant)]) -> FittedText {
    guard let (last, at) = printed.last else { return FittedText(words(.plotNone), .missing) }
    func text(_ value: LabInterval) -> String {
      "\(value.comparator?.rawValue ?? "")\(value.printed)"
    }
    let value = StyledText(
      words(.plotLast, text(last) + " pg/mL", words.shortAge(now - at)), .value)
    let peak = printed.max { $0.0.low < $1.0.low }.map(\.0) ?? last
    let most = StyledText(words(.plotHighest, text(peak)), .dim)
    var fold = StyledText()
    if let baseline = summary.baseline(of: code, zone: record.zone) {
      let (low, high) = last.fold(over: baseline.value)
      let leading = PatientSummary.LeadingCytokine(
        code: code, value: Observed(last, at: at, id: baseline.id), foldLow: low, foldHigh: high)
      fold = ValueText.fold(leading).map { StyledText($0, .strong) } ?? fold
    }
    return FittedText([.joined([value, fold, most]), .joined([value, fold]), value])
  }
}
