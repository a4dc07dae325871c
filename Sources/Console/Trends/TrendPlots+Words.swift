import Clinical
import Grading
import Terminal

extension TrendPlots {
  /// What a plot is called beside its axis, in at most eight cells.
  func title(_ id: TrendPanelID) -> FittedText { Self.title(id, usesCAPD: usesCAPD, words) }

  static func title(_ id: TrendPanelID, usesCAPD: Bool, _ words: Catalogue) -> FittedText {
    let word: TrendWord? =
      switch id {
      case .temperature: .titleTemperature
      case .heartRate: .titleHeartRate
      case .pressure: .titlePressure
      case .saturation: .titleSaturation
      case .breathing: .titleBreathing
      case .score: usesCAPD ? .titleCAPD : .titleICE
      case .liver: .titleLiver
      default:
        switch id.variable {
        case .fibrinogen: .titleFibrinogen
        case .creatinine: .titleCreatinine
        case .platelets: .titlePlatelets
        case .carCopies: .titleCopies
        case .carCells: .titleCARCells
        case .carPercentage: .titleCARShare
        case .cd7Cells: .titleCD7Cells
        case .cd7Percentage: .titleCD7Share
        default: nil
        }
      }
    if let word { return FittedText(words(word)) }
    let label = LabVariable.label(ofCode: id.text)
    // Greek letters are words in ASCII, longer than the gutter.
    return FittedText([
      StyledText(label),
      StyledText(label.replacing("-γ", with: "-g").replacing("-α", with: "-a")),
    ])
  }

  /// The unit of a variable's values; empty for a score.
  func unit(_ id: TrendPanelID) -> String {
    switch id {
    case .temperature: Measure.temperature.unit.label
    case .heartRate: Measure.heartRate.unit.label
    case .pressure: Measure.systolic.unit.label
    case .saturation: Measure.spo2.unit.label
    case .breathing: Measure.respiratoryRate.unit.label
    case .score: ""
    default: course.labs[id.text]?.unit ?? ""
    }
  }

  /// A reading as a person says it: a pressure over its diastolic with the mean beside it.
  func text(_ reading: TrendReading, _ id: TrendPanelID) -> String {
    guard id == .pressure else { return reading.text }
    guard case .vitals(let vitals) = course.facts[reading.fact].event.content else {
      return reading.text
    }
    let lower = vitals.diastolic.flatMap(Measure.diastolic.normalised)
    let mean = course.vitals[.mean]?.last { $0.fact == reading.fact }
    return reading.text + (lower.map { "/\($0.roundedHalfUp(places: 0))" } ?? "")
      + (mean.map { " " + words(.meanOf, $0.text) } ?? "")
  }

  /// The last value with its age, the extreme in sight, and what has to be said of the variable.
  func note(_ id: TrendPanelID, _ readings: [TrendReading], _ spec: TrendSpec) -> FittedText {
    guard let last = readings.last else { return FittedText(words(.plotNone), .missing) }
    let age = words.shortAge(course.end - last.at)
    let unit = id.variable == nil && course.labs[id.text] == nil ? "" : " " + self.unit(id)
    let role: Terminal.Role = last.isOut ? .valueOut : last.comparator == nil ? .value : .censored
    let short = StyledText(text(last, id), role)
    let value = StyledText(text(last, id) + unit, role) + StyledText("  " + age, .dim)
    let remark = self.remark(id, of: last)
    let more = [fold(id, last)] + besides(id) + [otherLast(id), extreme(readings, spec)]
    let few = [fold(id, last)] + besides(id) + [otherLast(id)]
    let all = more + extras(id, spec)
    var forms: [StyledText] = []
    if !remark.isEmpty {
      forms = [.joined([value] + all + [remark]), .joined([value] + few + [remark])]
      forms.append(.joined([value, remark]))
      let short = self.remark(id, of: last, .blockadeShort)
      forms += [.joined([value] + few + [short]), .joined([value, short])]
    }
    forms += [
      .joined([value] + all), .joined([value] + more), .joined([value] + few), value, short,
    ]
    return FittedText(forms)
  }

  private func fold(_ id: TrendPanelID, _ last: TrendReading) -> StyledText {
    guard id.isCytokine, let base = baseline(of: id), base.at < last.at else { return StyledText() }
    let value = LabInterval(last.number, comparator: last.comparator)
    let (low, high) = value.fold(over: base.value)
    let fold = PatientSummary.LeadingCytokine(
      code: id.text, value: Observed(value, at: last.at, id: base.id), foldLow: low, foldHigh: high)
    return ValueText.fold(fold).map { StyledText($0, .strong) } ?? StyledText()
  }

  // What belongs to the value: the oxygen under which a saturation was measured, the other enzyme.
  private func besides(_ id: TrendPanelID) -> [StyledText] {
    switch id {
    case .saturation:
      return course.oxygen.last.map { [StyledText(Self.support($0.oxygen, words).full.plain)] }
        ?? []
    case .liver:
      return other == nil
        ? course.labs[LabVariable.alanineAminotransferase.rawValue]?.readings.last.map {
          [StyledText(words(.legendMean, "ALT \($0.text)"))]
        } ?? [] : []
    default:
      guard id.isExpansion else { return [] }
      guard let expansion = expansion(of: id) else {
        return [StyledText(words(.noneQuantified), .dim)]
      }
      let peak = expansion.peak
      let sign = peak.value.high == nil ? TrendWord.peakAtLeast : .peakOf
      return [
        StyledText(words(sign, "\(peak.value.printed)", day(peak.at)), .strong),
        StyledText(
          expansion.lastQuantifiable.map { words(.lastQuantifiable, day($0.at)) } ?? "", .dim),
      ]
    }
  }

  private func day(_ t: Instant) -> String {
    course.axis.name(ofDay: Int(course.axis.x(t).rounded(.down)), words)
  }

  private func extreme(_ readings: [TrendReading], _ spec: TrendSpec) -> StyledText {
    let shown = readings.filter { window.contains($0.x) && $0.least == nil }
    guard var most = shown.first else { return StyledText() }
    for reading in shown.dropFirst() {
      let isFurther =
        spec.keep == .maximum ? most.number < reading.number : reading.number < most.number
      // A bound counts more than the same number measured.
      if isFurther || most.number == reading.number && reading.comparator != nil { most = reading }
    }
    return StyledText(
      words(spec.keep == .maximum ? .highest : .lowest, most.text, day(most.at)), .dim)
  }

  private func otherLast(_ id: TrendPanelID) -> StyledText {
    guard let other else { return StyledText() }
    if let obstacle = obstacle(to: id) { return StyledText(words(obstacle), .series3) }
    let plots = TrendPlots(
      course: other, summary: summary, limits: limits, usesCAPD: usesCAPD, words: words)
    guard let last = plots.readings(of: id).last else {
      return StyledText(words(.legendOther, "-"), .series3)
    }
    return StyledText(words(.legendOther, plots.text(last, id)), .series3)
  }

  private func extras(_ id: TrendPanelID, _ spec: TrendSpec) -> [StyledText] {
    var texts: [StyledText] = []
    if id.isCytokine, let base = baseline(of: id) {
      let text = "\(base.value.comparator?.rawValue ?? "")\(base.value.printed)"
      texts.append(StyledText(words(.base, text, day(base.at)), .dim))
    }
    if let lab = course.labs[id.text] {
      if let change = lab.breaks.last {
        let name = course.axis.name(ofDay: Int(change.rounded(.down)), words)
        texts.append(StyledText(words(.changedSource, name), .notice))
      }
      if lab.unfit > 0 { texts.append(StyledText(words(.unfit, "\(lab.unfit)"), .warning)) }
    }
    if !spec.isFixed { texts.append(StyledText(words(.ownRange), .dim)) }
    if flipped.contains(id) {
      texts.append(StyledText(words(spec.scale == .linear ? .linear : .logarithmic), .notice))
    }
    return texts
  }

  /// After tocilizumab IL-6 says less: it rises because its receptor is blocked. Said of a value for
  /// as long after a dose as A25 is silent about it.
  func remark(
    _ id: TrendPanelID, of reading: TrendReading?, _ word: TrendWord = .blockade
  ) -> StyledText {
    guard id.variable == .interleukin6, let reading,
      let dose = course.treatments.last(where: { $0.kind == .tocilizumab && $0.at < reading.at }),
      reading.at < dose.at + limits.span(.a25Mute)
    else { return StyledText() }
    return StyledText(words(word, day(dose.at)), .notice)
  }

  /// Oxygen support at several lengths, a letter the least.
  static func support(_ oxygen: Oxygen, _ words: Catalogue) -> FittedText {
    let role: Terminal.Role = oxygen.device == .roomAir ? .dim : .value
    let name = words(oxygen.device.shortWord)
    let flow = oxygen.flow.flatMap(Measure.flow.normalised).map { " \($0)" } ?? ""
    let fio2 = oxygen.fio2.flatMap(Measure.fio2.normalised).map { " \($0)%" } ?? ""
    return FittedText(
      [name + flow + fio2, name + flow, name, String(oxygen.device.letter)].map {
        StyledText($0, role)
      })
  }
}

extension Oxygen.Device {
  /// One cell for the device, explained in the legend.
  var letter: Character {
    switch self {
    case .roomAir: "r"
    case .nasalCannula, .blowBy: "n"
    case .highFlowNasalCannula: "h"
    case .simpleFaceMask, .venturiMask, .partialRebreather, .nonRebreather, .faceTent,
      .aerosolMask, .tracheostomyCollar:
      "m"
    case .cpap, .bipap, .niv: "p"
    case .invasiveVentilation: "v"
    case .ecmo: "e"
    }
  }

  /// More support is more; for what a lane shows of a stretch of time.
  var support: Int {
    switch letter {
    case "r": 0
    case "n": 1
    case "m": 2
    case "h": 3
    case "p": 4
    case "v": 5
    default: 6
    }
  }
}
