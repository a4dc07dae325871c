import Clinical
import Grading
import Terminal

/// The values that stood at a moment, exactly: when each was measured, how long before, and who or
/// what says it.
struct TrendReadout {
  let plots: TrendPlots
  /// The plots that stand on the screen.
  let shown: [TrendPanelID]
  let chosen: TrendPanelID
  let moment: Instant
  let isNow: Bool
  let words: Catalogue

  private var time: LocalTime { LocalTime(zone: plots.course.axis.zone) }

  private func day(_ t: Instant) -> String {
    let axis = plots.course.axis
    return axis.name(ofDay: Int(axis.x(t).rounded(.down)), words)
  }

  var title: [StyledText] {
    let at = StyledText(
      words(isNow ? TrendWord.readNow : .readAt, day(moment), time.dayAndClock(moment)))
    return [at, StyledText(day(moment) + " " + time.clock(moment))]
  }

  /// The reading that stood at the moment: the last at or before it.
  func reading(_ id: TrendPanelID) -> TrendReading? {
    let readings = plots.readings(of: id)
    var low = 0
    var high = readings.count
    while low < high {
      let middle = (low + high) / 2
      if readings[middle].at > moment { high = middle } else { low = middle + 1 }
    }
    return low > 0 ? readings[low - 1] : nil
  }

  /// The chosen plot's value in full, then those of its neighbours.
  var facts: [Terminal.Fact] {
    let rest = shown.filter { $0 != chosen }
    return [fact(chosen, inFull: true)] + remarks
      + rest.enumerated().map { index, id in
        var fact = fact(id, inFull: false)
        fact.priority = 50 - index
        return fact
      }
  }

  // What must be known of a value that is shown stands in a line of its own.
  private var remarks: [Terminal.Fact] {
    shown.compactMap { id in
      guard let reading = reading(id) else { return nil }
      let remark = plots.remark(id, of: reading)
      return remark.isEmpty
        ? nil
        : Terminal.Fact(
          plots.title(id), FittedText([remark, plots.remark(id, of: reading, .blockadeShort)]),
          priority: 85)
    }
  }

  private func fact(_ id: TrendPanelID, inFull: Bool) -> Terminal.Fact {
    let title = plots.title(id)
    guard let reading = reading(id) else {
      return Terminal.Fact(
        title, FittedText(words(TrendWord.notYet), .missing), priority: inFull ? 90 : 0)
    }
    let role: Terminal.Role =
      reading.isOut ? .valueOut : reading.comparator == nil ? .value : .censored
    let unit = plots.unit(id)
    let value = StyledText(
      plots.text(reading, id) + (unit.isEmpty ? "" : " " + unit), role)
    var notes = [StyledText(age(reading), .dim)]
    if reading.isDerived { notes.append(StyledText(words(TrendWord.derived), .dim)) }
    if inFull {
      notes += source(reading, id).map { StyledText($0, .dim) }
    }
    // Shorter and shorter from the end: the age stays longest.
    let forms =
      (1...notes.count).reversed().map { StyledText.joined(Array(notes.prefix($0))) }
      + [StyledText(words.shortAge(moment - reading.at), .dim)]
    return Terminal.Fact(
      title, FittedText(value), note: FittedText(forms), priority: inFull ? 90 : 0)
  }

  // When it was measured, and how long before the moment that is looked at.
  private func age(_ reading: TrendReading) -> String {
    let clock =
      plots.course.axis.zone.dayNumber(of: reading.at)
        == plots.course.axis.zone.dayNumber(of: moment)
      ? time.clock(reading.at) : time.dayAndClock(reading.at)
    guard reading.at < moment else { return words(.sameTime, clock) }
    return words(.before, clock, words.age(moment - reading.at))
  }

  /// Who wrote it, where it came from, and with what it was measured.
  func source(_ reading: TrendReading, _ id: TrendPanelID) -> [String] {
    let event = plots.course.facts[reading.fact].event
    var parts: [String] = []
    switch event.content {
    case .vitals(let vitals):
      if id == .temperature, let site = vitals.site { parts.append(words(site.word)) }
    case .lab(let lab):
      if let laboratory = lab.laboratory { parts.append(words(.laboratory, laboratory)) }
      if let kit = lab.kit { parts.append(words(.lot, kit)) }
      if let specimen = lab.specimen { parts.append(words(.specimen, specimen)) }
    default: break
    }
    if let by = event.by { parts.append(words(.enteredBy, by)) }
    if let source = event.source { parts.append(source) }
    return parts
  }

  // MARK: Plain lines

  /// The values read out, the chosen plot's one by one besides, the newest first.
  var plain: [StyledText] {
    let lines = (shown.map { fact($0, inFull: true) } + remarks).map { fact -> StyledText in
      guard !fact.note.isEmpty else { return fact.label.full + ": " + fact.value.full }
      return fact.label.full + ": " + .joined([fact.value.full, fact.note.full], separator: ", ")
    }
    let readings = plots.readings(of: chosen).filter { $0.at <= moment }
    let all = readings.suffix(20).reversed().map {
      "\(day($0.at)) \(time.clock($0.at)) \(plots.text($0, chosen))"
    }
    guard !all.isEmpty else { return lines }
    return lines + [
      plots.title(chosen).full + ": " + StyledText(all.joined(separator: "; "))
    ]
  }

  /// What the lanes say, day by day.
  var plainLanes: [StyledText] {
    given(in: plots.course).map {
      [StyledText(words(TrendWord.laneTreatments)) + ": " + StyledText($0)]
    } ?? []
  }

  /// The same of the patient who is laid over.
  var otherPlainLanes: [StyledText] {
    plots.other.flatMap(given).map {
      [StyledText(words(.laneOther, words(TrendWord.laneTreatments))) + ": " + StyledText($0)]
    } ?? []
  }

  private func given(in course: TrendCourse) -> String? {
    let given = course.treatments.filter { !$0.isStop }.map { treatment in
      let day = course.axis.name(ofDay: Int(treatment.x.rounded(.down)), words)
      return "\(day) \(time.clock(treatment.at)) "
        + words.text(of: course.facts[treatment.fact].event)
    }
    return given.isEmpty ? nil : given.suffix(20).joined(separator: "; ")
  }
}
