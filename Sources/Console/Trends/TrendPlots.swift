import Clinical
import Grading
import Terminal

/// Makes plots of a course: each variable in a panel of its own, all on one axis of days.
struct TrendPlots {
  let course: TrendCourse
  /// Another patient's, on the same days after infusion.
  var other: TrendCourse?
  /// CAPD in the place of ICE for that patient.
  var otherUsesCAPD = false
  /// The patient's at the end of `course`: baselines stand in it.
  let summary: PatientSummary
  /// Limits at which alerts are raised, as the site set them.
  let limits: AlertSettings
  /// CAPD in the place of ICE.
  let usesCAPD: Bool
  let words: Catalogue
  /// Panels whose scale somebody changed.
  var flipped: Set<TrendPanelID> = []
  var chosen: TrendPanelID?
  /// The moment that is read out.
  var cursor: Instant?
  /// The stretch of the axis in sight: extremes are told of it.
  var window: Range<Double> = -.infinity ..< .infinity

  /// The plot of a variable, be it empty.
  func panel(_ id: TrendPanelID) -> PlotPanel? {
    let readings = self.readings(of: id)
    let spec = self.spec(of: id)
    guard let axis = spec.axis else { return nil }
    var series = [
      PlotSeries(
        points: readings.map(\.point), keep: spec.keep, gap: spec.gap,
        breaks: course.labs[id.text]?.breaks ?? [], role: id.variable == nil ? .series1 : .series2,
        out: bound(of: id))
    ]
    if let second = second(of: id, spec) { series.append(second) }
    return PlotPanel(
      title: title(id), axis: axis, series: series, limits: lines(of: id),
      bands: band(of: id, axis), marks: marks, now: course.axis.x(course.end),
      note: note(id, readings, spec), decimals: spec.decimals, flags: flags(of: id, readings),
      cursor: cursor.map(course.axis.x), isChosen: id == chosen)
  }

  /// The values of a variable in order.
  func readings(of id: TrendPanelID) -> [TrendReading] {
    Self.readings(of: id, in: course, usesCAPD: usesCAPD)
  }

  static func readings(
    of id: TrendPanelID, in course: TrendCourse, usesCAPD: Bool
  ) -> [TrendReading] {
    vital(of: id, usesCAPD).map { course.vitals[$0] ?? [] } ?? course.labs[id.text]?.readings ?? []
  }

  private static func vital(of id: TrendPanelID, _ usesCAPD: Bool) -> TrendCourse.Vital? {
    switch id {
    case .temperature: .temperature
    case .heartRate: .heartRate
    case .pressure: .systolic
    case .saturation: .saturation
    case .breathing: .breathing
    case .score: usesCAPD ? .capd : .ice
    default: nil
    }
  }

  func spec(of id: TrendPanelID) -> TrendSpec {
    let values = readings(of: id).map(\.value)
    let usual =
      TrendSpec.of(
        id, isCAPD: usesCAPD, systolicLimit: course.systolicLimit,
        saturationLimit: course.saturationLimit) ?? .ofValues(values)
    return flipped.contains(id) ? usual.flipped(values) : usual
  }

  // A value is marked by what holds for itself; a line between two by the limit, where there is one
  // for all of them.
  private func bound(of id: TrendPanelID) -> PlotSeries.Bound? {
    switch id {
    case .pressure: .below(course.systolicLimit)
    case .saturation: course.saturationLimit.map { .below($0) }
    default: nil
    }
  }

  /// Why the other patient's values cannot be laid over these; `nil` where they can.
  func obstacle(to id: TrendPanelID) -> TrendWord? {
    guard let other else { return nil }
    if id == .score { return otherUsesCAPD == usesCAPD ? nil : .otherInstrument }
    guard let here = course.labs[id.text], let there = other.labs[id.text] else { return nil }
    return here.unit == there.unit ? nil : .otherUnit
  }

  private func second(of id: TrendPanelID, _ spec: TrendSpec) -> PlotSeries? {
    if let other {
      guard obstacle(to: id) == nil else { return nil }
      let points = Self.readings(of: id, in: other, usesCAPD: usesCAPD).map(\.point)
      return points.isEmpty
        ? nil
        : PlotSeries(
          points: points, shape: .signs("o"), keep: spec.keep, gap: spec.gap, role: .series3)
    }
    let readings: [TrendReading]? =
      switch id {
      case .pressure: course.vitals[.mean]
      case .liver: course.labs[LabVariable.alanineAminotransferase.rawValue]?.readings
      default: nil
      }
    return readings.map {
      PlotSeries(
        points: $0.map(\.point), shape: .signs("•"), keep: spec.keep, gap: spec.gap, role: .series4)
    }
  }

  /// Limits of quantification with their names, and limits at which alerts are raised.
  private func lines(of id: TrendPanelID) -> [PlotPanel.Limit] {
    var lines: [PlotPanel.Limit] = alertLimits(of: id).map { PlotPanel.Limit($0) }
    guard let lab = course.labs[id.text] else { return lines }
    for (values, word) in [(lab.lowerLimits, TrendWord.lowerLimit), (lab.upperLimits, .upperLimit)]
    {
      lines += values.map {
        PlotPanel.Limit(
          $0, role: .censored, sign: "╌", label: words(word, DecimalText.shortest($0)))
      }
    }
    return lines
  }

  private func alertLimits(of id: TrendPanelID) -> [Double] {
    switch id {
    case .temperature: [Double(FeverLimit.tenths) / 10]
    case .pressure: [course.systolicLimit]
    case .saturation: course.saturationLimit.map { [$0] } ?? []
    default:
      switch id.variable {
      case .interleukin6: [limits[.a25Value].double]
      case .ferritin: [limits[.a26Value].double, limits[.a26Highest].double]
      case .fibrinogen: [limits[.a27Value].double]
      case .platelets: [limits[.a34Platelets].double]
      case .neutrophils: [limits[.a01Neutrophils].double]
      default: []
      }
    }
  }

  private func band(of id: TrendPanelID, _ axis: PlotAxis) -> [ClosedRange<Double>] {
    guard let reference = course.labs[id.text]?.reference else { return [] }
    // An end that the laboratory does not give is no line: both are drawn in the same place.
    let low = reference.lower ?? reference.upper
    let high = reference.upper ?? reference.lower
    guard let low, let high, low <= high else { return [] }
    return [low...high]
  }

  private var marks: [PlotPanel.Mark] {
    course.treatments.filter(\.kind.isMarked).map {
      PlotPanel.Mark(x: $0.x, sign: $0.kind.rawValue, isLine: $0.isTurn)
    }
  }

  /// Baseline, highest and last quantifiable value as letters in their places.
  private func flags(of id: TrendPanelID, _ readings: [TrendReading]) -> [PlotPanel.Flag] {
    func flag(_ at: Instant, _ event: EventID, _ sign: String) -> PlotPanel.Flag? {
      readings.first { $0.at == at && course.facts[$0.fact].event.id == event }.map {
        PlotPanel.Flag(x: $0.x, y: $0.value, sign: sign)
      }
    }
    var flags: [PlotPanel.Flag?] = []
    if id.isCytokine, let base = baseline(of: id), base.value.comparator == nil {
      flags.append(flag(base.at, base.id, "B"))
    }
    if let expansion = expansion(of: id) {
      if let last = expansion.lastQuantifiable { flags.append(flag(last.at, last.id, "Q")) }
      flags.append(flag(expansion.peak.at, expansion.peak.id, "C"))
    }
    return flags.compactMap { $0 }
  }

  func baseline(of id: TrendPanelID) -> Observed<LabInterval>? {
    summary.baseline(of: id.text, zone: course.axis.zone)
  }

  /// Peak and last quantifiable value, for CAR copies and cells counted by flow.
  func expansion(of id: TrendPanelID) -> Expansion? {
    guard id.isExpansion, let infusion = course.infusion else { return nil }
    return Expansion(
      readings(of: id).map {
        Observed(
          LabInterval($0.number, comparator: $0.comparator), at: $0.at,
          id: course.facts[$0.fact].event.id)
      }, after: infusion)
  }
}
