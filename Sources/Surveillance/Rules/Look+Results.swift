import Clinical
import Grading

extension Look {
  /// A feature that speaks for IEC-HS.
  struct Feature {
    let text: String
    let id: EventID
  }

  /// Ferritin as IEC-HS requires it.
  mutating func risingFerritin() -> LabSeries.Entry? {
    guard let newest = lab(.ferritin) else { return nil }
    let before = (chart.labs.entries[.ferritin] ?? []).filter {
      $0.at < newest.at && $0.at >= newest.at - .hours(24)
    }
    return IECHSCriteria.ferritin(
      newest.interval, upper: newest.upperLimit, baseline: own(.ferritin, before: newest),
      before: before.map(\.interval), settings) == true ? newest : nil
  }

  // The patient's own value before the infusion, where the newest is another.
  private func own(_ variable: LabVariable, before newest: LabSeries.Entry) -> LabInterval? {
    baseline(variable).flatMap { $0.at < newest.at ? $0.interval : nil }
  }

  /// The common features of IEC-HS that are there.
  mutating func features() -> [Feature] {
    var features: [Feature] = []
    for variable in [LabVariable.aspartateAminotransferase, .alanineAminotransferase] {
      guard let newest = lab(variable) else { continue }
      if IECHSCriteria.transaminase(
        newest.interval, upper: newest.upperLimit, baseline: own(variable, before: newest), settings
      )
        == true
      {
        features.append(
          Feature(text: "\(variable.rawValue) \(newest.interval.words) U/L", id: newest.id))
      }
    }
    if let newest = lab(.fibrinogen), IECHSCriteria.fibrinogen(newest.interval, settings) == true {
      features.append(Feature(text: "fibrinogen \(newest.interval.words) g/L", id: newest.id))
    }
    for (name, entry) in chart.findings.sorted(by: { $0.key < $1.key })
    where name.contains("phagocytosis") && entry.isPresent && isCurrent(entry.at) {
      features.append(Feature(text: name, id: entry.id))
    }
    for variable in [LabVariable.neutrophils, .platelets, .haemoglobin] {
      if let feature = worsensAgain(variable) { features.append(feature) }
    }
    return features
  }

  // A count that had begun to recover from its lowest after the infusion and has fallen again.
  private mutating func worsensAgain(_ variable: LabVariable) -> Feature? {
    guard let infused = walk.infusedAt, let newest = lab(variable),
      let entries = chart.labs.entries[variable]
    else { return nil }
    let share = DecimalNumber(100) + settings[.a28Recovery]
    var lowest: LabInterval?
    var peak: LabInterval?
    for entry in entries where entry.at > infused && entry.at < newest.at {
      if let low = lowest,
        entry.interval.isAtLeast(share.scaled(by: 1, over: 100, places: 9), times: low),
        peak.map({ entry.interval.low > $0.low }) ?? true
      {
        peak = entry.interval
      }
      if lowest.map({ entry.interval.low < $0.low }) ?? true {
        lowest = entry.interval
        peak = nil
      }
    }
    guard let peak,
      peak.isAtLeast(share.scaled(by: 1, over: 100, places: 9), times: newest.interval)
    else { return nil }
    return Feature(
      text: "\(variable.label) down again to \(newest.interval.words)", id: newest.id)
  }

  /// The setting in which IEC-HS comes: CRS closed or falling, later than day 7, a second fever.
  mutating func settingOfIECHS() -> String? {
    if let episode = walk.episode(.crs) {
      if episode.ended != nil { return "CRS closed" }
      if let level = chart.crs.level, level < episode.maximum { return "CRS falling" }
    }
    if let after = start(ofDay: IECHSCriteria.firstLateDay(settings)), reached(after) {
      return "after day \(settings.whole(.a28Day))"
    }
    if let fever = chart.fever, fever.number >= 2 { return "a second fever" }
    return nil
  }

  /// Neutropenia of ICAHT 3 and more (clinical-rules 3.5): the lowest count of each day, low days no
  /// more than 3 apart joined.
  mutating func neutropenia() -> (text: String, days: Int, id: EventID)? {
    guard let infused = walk.infusedAt, let newest = lab(.neutrophils),
      let entries = chart.labs.entries[.neutrophils]
    else { return nil }
    let day0 = zone.dayNumber(of: infused)
    let measured = entries.filter { $0.at >= infused || zone.dayNumber(of: $0.at) == day0 }
    let limits: [(DecimalNumber, AlertLimit)] = [
      (DecimalNumber(tenths: 5), .a33Days), (DecimalNumber(tenths: 1), .a33DeepDays),
    ]
    for (limit, days) in limits {
      let low = measured.filter { $0.interval.isAtMost(limit) }
        .map { Int(zone.dayNumber(of: $0.at) - day0) }.filter { $0 <= 30 }
      guard let last = low.last else { continue }
      var first = last
      for day in low.reversed() where first - day <= 3 { first = day }
      let isOver =
        !newest.interval.isAtMost(limit) && Int(zone.dayNumber(of: newest.at) - day0) - last >= 3
      if last - first + 1 >= settings.whole(days), !isOver {
        return (
          "early: ANC at or below \(limit) ×10⁹/L for \(last - first + 1) days, to day \(last)",
          last - first + 1, newest.id
        )
      }
    }
    let late = measured.filter {
      zone.dayNumber(of: $0.at) - day0 > 30 && $0.interval.isAtMost(DecimalNumber(tenths: 5))
    }
    guard late.count >= 2, newest.interval.isAtMost(DecimalNumber(tenths: 5)) else { return nil }
    return ("late: ANC \(newest.interval.words) ×10⁹/L after day 30", late.count, newest.id)
  }

  /// The results that meet the screen of tumour lysis (A39).
  mutating func lysis() -> [(name: String, entry: LabSeries.Entry)] {
    guard let infused = walk.infusedAt else { return [] }
    let isChild = age.map { $0 < 18 } ?? false
    let rows: [(LabVariable, DecimalNumber, Bool)] = [
      (.potassium, settings[.a39Potassium], true),
      (.phosphate, settings[isChild ? .a39PhosphateChild : .a39Phosphate], true),
      (.urate, settings[.a39Urate], true), (.calcium, settings[.a39Calcium], false),
    ]
    let end = infused + settings.span(.a39Days)
    let change = settings[.a39Change]
    let up = (DecimalNumber(100) + change).scaled(by: 1, over: 100, places: 9)
    let down = (DecimalNumber(100) - change).scaled(by: 1, over: 100, places: 9)
    var found: [(name: String, entry: LabSeries.Entry)] = []
    for (variable, limit, isUp) in rows {
      guard let newest = lab(variable), newest.at >= infused, newest.at < end else { continue }
      let own = baseline(variable)?.interval
      let isMet =
        isUp
        ? newest.interval.isAtLeast(limit)
          || own.map { newest.interval.isAtLeast(up, times: $0) } ?? false
        : newest.interval.isAtMost(limit)
          || own.map { newest.interval.isAtMost($0.low.times(down, places: 9)) } ?? false
      if isMet { found.append((variable.label, newest)) }
    }
    return found
  }
}
