import Clinical
import Grading

extension ReportedPatient {
  /// The last 24 hours: changes of the grades, vital signs, support, neurology, what was given,
  /// results.
  var dayItems: [SheetItem] {
    let start = now - .hours(24)
    let rises = gradeChanges(since: start).map { change -> SheetItem in
      let why = change.isRise ? ": \(because(change.scale, at: change.at))" : ""
      return SheetItem(
        "\(clock.short(change.at)) \(GradeWords.name(change.scale)) \(change.text(words))\(why)",
        change.isRise ? 1 : 3)
    }
    var items = rises.isEmpty ? [SheetItem(words(.noChange24h), 2)] : rises
    items.append(SheetItem(vitalWords(since: start), 1))
    items.append(SheetItem(supportWords, 1))
    items.append(SheetItem(neuroWords, 1))
    let given = TreatmentGiven.allCases.flatMap { kind in
      kind == .vasopressor
        ? vasopressorWords(since: start) : doseWords(kind, since: start)
    }
    items.append(
      SheetItem(
        words(.givenIn24h, given.isEmpty ? words(.nothingGiven) : given.joined(separator: "; ")), 1)
    )
    if let cytokines = cytokineWords { items.append(SheetItem(cytokines, 2)) }
    if let labs = labWords { items.append(SheetItem(labs, 2)) }
    return items
  }

  /// Range and newest of each vital sign; those that were not recorded are said so.
  private func vitalWords(since start: Instant) -> String {
    let measures: [(ReportWord, KeyPath<Vitals, Quantity?>, Measure)] = [
      (.temperatureShort, \.temperature, .temperature), (.systolicShort, \.systolic, .systolic),
      (.saturationShort, \.spo2, .spo2), (.heartRateShort, \.heartRate, .heartRate),
      (.breathsShort, \.respiratoryRate, .respiratoryRate),
    ]
    let recent = own.filter { $0.key.at > start }
    let parts = measures.map { label, path, measure -> String in
      let values = recent.compactMap { fact -> (value: DecimalNumber, text: String, at: Instant)? in
        guard case .vitals(let vitals) = fact.event.content,
          let quantity = vitals[keyPath: path], let value = measure.normalised(quantity)
        else { return nil }
        let number = label == .temperatureShort ? value.tenths : "\(value)"
        return (value, (quantity.comparator?.rawValue ?? "") + number, fact.key.at)
      }
      guard let newest = values.last, let least = values.min(by: { $0.value < $1.value }),
        let most = values.max(by: { $0.value < $1.value })
      else { return words(.vitalNone, words(label)) }
      return words(
        .vitalRange, words(label), least.text, most.text, newest.text, clock.short(newest.at))
    }
    return words(.vitals24h, parts.joined(separator: "; "))
  }

  private var supportWords: String {
    // Since when, not when it was last confirmed.
    var support: (entry: Oxygen, at: Instant, isUnsigned: Bool)?
    for fact in own {
      guard case .oxygen(let entry) = fact.event.content else { continue }
      let since = support.map { $0.entry == entry ? $0.at : fact.key.at } ?? fact.key.at
      support = (entry, since, fact.event.awaitsCosignature)
    }
    var text = words(.noOxygen)
    if let support {
      text = "\(support.entry.words(words)) \(words(.sinceTime, clock.short(support.at)))"
      if support.isUnsigned { text += words(.unsigned) }
    }
    let running = runningVasopressors
    return words(
      .support, text, running.isEmpty ? words(.noVasopressor) : running.joined(separator: ", "))
  }

  private var neuroWords: String {
    func points(_ score: PatientSummary.ScoreSummary) -> String {
      if let low = score.low {
        return score.high.map { $0 == low } ?? true ? "\(low)" : "\(low)-\(score.high ?? low)"
      }
      return score.status?.rawValue ?? words(.missing)
    }
    var parts: [String] = []
    if let ice = summary.ice {
      parts.append("ICE \(points(ice.value)) (\(clock.short(ice.at)))")
    }
    if let capd = summary.capd {
      parts.append("CAPD \(points(capd.value)) (\(clock.short(capd.at)))")
    }
    if let fact = own.last(where: { $0.event.kind == .consciousness }),
      case .consciousness(let entry) = fact.event.content
    {
      parts.append("\(entry.level.label) (\(clock.short(fact.key.at)))")
    }
    return words(.neuro, parts.isEmpty ? words(.notRecorded) : parts.joined(separator: ", "))
  }

  /// The newest of the four cytokines; `nil` where none was measured.
  private var cytokineWords: String? {
    let parts = PatientSummary.cytokineCodes.compactMap { code -> String? in
      guard let newest = summary.cytokines[code] else { return nil }
      return
        "\(LabVariable.label(ofCode: code)) \(newest.value.comparator?.rawValue ?? "")\(newest.value.printed) (\(clock.short(newest.at)))"
    }
    return parts.isEmpty ? nil : words(.cytokineLine, parts.joined(separator: ", "))
  }

  private static let handedOver: [LabVariable] = [
    .cReactiveProtein, .ferritin, .fibrinogen, .neutrophils, .platelets, .creatinine,
    .alanineAminotransferase,
  ]

  /// The newest of a few other results; `nil` where none was measured.
  private var labWords: String? {
    var newest: [LabVariable: (value: LabInterval, at: Instant)] = [:]
    for fact in own {
      guard case .lab(let lab) = fact.event.content else { continue }
      for result in lab.results {
        guard let variable = result.variable, let value = LabInterval(result) else { continue }
        newest[variable] = (value, fact.key.at)
      }
    }
    let parts = Self.handedOver.compactMap { variable -> String? in
      guard let found = newest[variable] else { return nil }
      return
        "\(variable.label) \(found.value.comparator?.rawValue ?? "")\(found.value.printed) \(variable.measure.unit.label) (\(clock.short(found.at)))"
    }
    return parts.isEmpty ? nil : words(.labLine, parts.joined(separator: ", "))
  }
}
