import Clinical
import Grading
import Outcomes
import Terminal

extension ReportedPatient {
  /// The course as drawings: grades, what was given, vital signs, cytokines, expansion.
  var figureSection: ReportSection? {
    guard let outcomes, clock.dayZero != nil else { return nil }
    let readings = FigureReadings(self)
    // The acute weeks; the cells are followed for as long as there are samples.
    let acute = -2.0...Double(min(31, max(14, outcomes.lastDay + 1)))
    let marks = readings.marks.filter {
      $0.treatment != .antipyretic && $0.treatment != .fluidBolus
    }.map { FigureMark($0.x, words($0.treatment.short)) }
    var figures: [ReportFigure?] = [grades(in: acute), lanes(in: acute)]
    figures += vitals(readings, marks, in: acute)
    for variable in PatientSummary.cytokineCodes.compactMap(LabVariable.init) {
      figures.append(laboratory(variable, readings, marks, in: acute, from: 1, to: 100_000))
    }
    let last = readings.labs[.carCopies]?.points.map(\.x).max() ?? 0
    let long = -2.0...max(acute.upperBound, (last + 1).rounded(.up))
    figures.append(
      laboratory(
        .carCopies, readings, marks.filter { $0.letter == words(.tocilizumabShort) }, in: long,
        from: 1, to: 10_000_000))
    return ReportSection(
      words(.figures), figures.compactMap { $0 }.map { .figure($0) } + [.legend(words(.legend))])
  }

  private func grades(in days: ClosedRange<Double>) -> ReportFigure {
    let last = min(Int(days.upperBound) - 1, outcomes?.lastDay ?? 0)
    let rows = Scale.allCases.map { scale in
      FigureDays(
        label: GradeWords.name(scale), first: 0,
        values: (0...max(0, last)).map { outcomes?.worstGrade(scale, onDay: $0) }, most: 5)
    }
    let summary = rows.map { row in
      let numbers = row.values.map { $0.map { "\($0)" } ?? GradeWords.noGrade }
      return "\(row.label): \(numbers.joined(separator: " "))"
    }.joined(separator: "; ")
    return ReportFigure(
      title: words(.gradesFigure), summary: words(.gradesSummary, summary), days: days,
      content: .days(rows))
  }

  private func vitals(
    _ readings: FigureReadings, _ marks: [FigureMark], in days: ClosedRange<Double>
  ) -> [ReportFigure?] {
    // Two values nearer than half a day are joined: a round is due every 8 h at the longest.
    func series(_ label: ReportWord, _ points: [PlotPoint], _ keep: Extreme) -> FigureSeries {
      FigureSeries(
        label: words(label), values: PlotSeries(points: points, keep: keep, gap: 0.5),
        style: label == .mean ? .dashed : .solid)
    }
    let systolic = course.systolicLimit(at: now)
    let saturation = course.saturationLimit(at: now)
    let fever = Double(FeverLimit.tenths) / 10
    return [
      plot(
        .temperatureFigure, [series(.temperature, readings.temperature, .maximum)], 35...41,
        [36, 38, 40], [PlotAxis.Tick(fever, words(.feverLimit))], marks, days),
      plot(
        .pressureFigure,
        [
          series(.systolic, readings.systolic, .minimum), series(.mean, readings.mean, .minimum),
        ], 40...180, [60, 90, 120, 150, 180],
        [PlotAxis.Tick(systolic.double, words(.lowSystolic, "\(systolic)"))], marks, days),
      plot(
        .saturationFigure, [series(.saturation, readings.saturation, .minimum)], 70...100,
        [70, 80, 90, 100],
        saturation.map { [PlotAxis.Tick($0.double, words(.lowSaturation, "\($0)"))] } ?? [], marks,
        days),
    ]
  }

  private func plot(
    _ title: ReportWord, _ series: [FigureSeries], _ range: ClosedRange<Double>,
    _ ticks: [Double], _ limits: [PlotAxis.Tick], _ marks: [FigureMark],
    _ days: ClosedRange<Double>
  ) -> ReportFigure? {
    guard
      let axis = PlotAxis(
        from: range.lowerBound, to: range.upperBound,
        ticks: ticks.map { PlotAxis.Tick($0, "\(Int($0))") })
    else { return nil }
    return ReportFigure(
      title: words(title), summary: summary(of: series, days), days: days,
      content: .plot(FigurePlot(axis: axis, series: series, limits: limits, marks: marks)))
  }

  private func laboratory(
    _ variable: LabVariable, _ readings: FigureReadings, _ marks: [FigureMark],
    in days: ClosedRange<Double>, from low: Double, to high: Double
  ) -> ReportFigure? {
    let lab = readings.labs[variable] ?? FigureReadings.LabReadings()
    // One planned a week, and a day late.
    let series = FigureSeries(
      label: variable.label,
      values: PlotSeries(points: lab.points, gap: 8, breaks: lab.breaks), style: .solid)
    let powers = Self.powers(from: low, to: high)
    guard
      let axis = PlotAxis(
        .logarithmic, from: low, to: high,
        ticks: powers.map { PlotAxis.Tick($0.value, "1e\($0.power)") })
    else { return nil }
    let limits =
      lab.lower.map { PlotAxis.Tick($0, words(.lowerLimit, NumberWords.short($0))) }
      + lab.upper.map { PlotAxis.Tick($0, words(.upperLimit, NumberWords.short($0))) }
    return ReportFigure(
      title: "\(variable.label), \(variable.measure.unit.label)",
      summary: summary(of: [series], days), days: days,
      content: .plot(FigurePlot(axis: axis, series: [series], limits: limits, marks: marks)))
  }

  private static func powers(from low: Double, to high: Double) -> [(value: Double, power: Int)] {
    var powers: [(Double, Int)] = []
    var value = 1.0
    var power = 0
    while value <= high {
      if value >= low { powers.append((value, power)) }
      value *= 10
      power += 1
    }
    return powers
  }

  /// What a plot shows, in a sentence for each series.
  private func summary(of series: [FigureSeries], _ days: ClosedRange<Double>) -> String {
    let sentences = series.map { series -> String in
      let points = series.values.points.filter { days.contains($0.x) }
      let measured = points.filter { $0.kind == .measured }
      guard let least = measured.map(\.y).min(), let most = measured.map(\.y).max(),
        let newest = measured.last
      else {
        return points.isEmpty
          ? words(.figureNone, series.label)
          : words(.figureOnlyCensored, series.label, "\(points.count)")
      }
      var text = words(
        .figureSummary, series.label, "\(measured.count)", NumberWords.short(least),
        NumberWords.short(most), NumberWords.short(newest.y),
        ReportClock.day(Int(newest.x.rounded(.down))))
      let censored = points.count - measured.count
      if censored > 0 { text += words(.figureCensored, "\(censored)") }
      return text
    }
    let before = series.flatMap(\.values.points).count { $0.x < days.lowerBound }
    return sentences.joined(separator: " ") + (before > 0 ? words(.figureEarlier, "\(before)") : "")
  }
}

/// Numbers beside an axis.
enum NumberWords {
  /// With at most one decimal, `38.4`; none where it is a whole number.
  static func short(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard tenths.magnitude < 9e15 else { return "\(value)" }
    let whole = Int64(tenths)
    if value != 0, whole == 0 { return "\(value)" }
    return whole % 10 == 0 ? "\(whole / 10)" : "\(whole / 10).\(abs(whole % 10))"
  }
}
