import Clinical
import Grading
import Surveillance

extension ReportedPatient {
  var ipassParts: [SheetPart] {
    [
      SheetPart(title: .severity, items: severityItems, blanks: isDead ? [] : [.severityTick]),
      SheetPart(title: .patientSummary, items: backgroundItems + dayItems),
      SheetPart(title: .actions, items: alertItems + dueItems + doseItems),
      SheetPart(title: .awareness, items: awarenessItems),
      SheetPart(
        title: .synthesis, items: [], blanks: [.readBack, .questions, .givenBy, .receivedBy]),
    ]
  }

  var sbarParts: [SheetPart] {
    [
      SheetPart(title: .situation, items: severityItems + alertItems),
      SheetPart(title: .background, items: backgroundItems),
      SheetPart(title: .assessmentPart, items: dayItems + evidenceItems),
      SheetPart(title: .recommendation, items: dueItems + doseItems + contingencyItems),
      SheetPart(
        title: .closing, items: [], blanks: [.readBack, .questions, .givenBy, .receivedBy]),
    ]
  }

  /// Both grades now; a clinician's beside the computed one.
  private var severityItems: [SheetItem] {
    var items = Scale.allCases.map { scale -> SheetItem in
      let own = assessment[scale]
      var text = "\(GradeWords.name(scale)) \(gradeNow(own))"
      if let clinician = own.adjudicated {
        text +=
          "; \(words(.clinician)) "
          + GradeWords.adjudicated(
            clinician.grade, by: clinician.by, at: clock.short(clinician.at),
            reason: clinician.reason)
      }
      return SheetItem(text, 0)
    }
    if isDead || surveillance.isOnLeave || !surveillance.isInHouse {
      items.insert(SheetItem(whereabouts, 0), at: 0)
    }
    return items
  }

  private var backgroundItems: [SheetItem] {
    let who = [summary.diagnosis, summary.weight.map { "\($0.value) kg" }].compactMap { $0 }
    let infused =
      summary.infusions.isEmpty ? infusionWords : words(.infusionIs, infusionWords)
    return [
      SheetItem((who + [infused]).joined(separator: ", "), 1),
      SheetItem(
        words(.worstBoth, worstWords(.crs), worstWords(.icans)), 1),
    ]
  }

  /// What stands as an alert, one line a condition; the highest are never left out.
  private var alertItems: [SheetItem] {
    let active = surveillance.lines.map { line -> SheetItem in
      let isQuiet = !line.alerts.contains { $0.status == .active }
      let leading = line.leading
      let seen =
        isQuiet ? words(.acknowledgedShort, leading.acknowledged?.by ?? words(.somebody)) : ""
      let rules = line.alerts.map(\.rule.id).joined(separator: " ")
      let text = "\(line.priority.mark) \(rules): \(line.text)\(seen)"
      switch (line.priority, isQuiet) {
      case (.highest, false): return SheetItem(text, 0)
      case (.highest, true), (.high, false): return SheetItem(text, 1)
      case (.high, true): return SheetItem(text, 3)
      case (.listed, _): return SheetItem(text, 4)
      }
    }
    let ended = surveillance.endedUnseen.map { alert in
      SheetItem(
        words(
          .alertEnded, alert.priority.mark, alert.text,
          alert.ended.map(clock.short) ?? words(.missing)), 4)
    }
    var items = active + ended
    if let question = surveillance.sepsis {
      items.insert(
        SheetItem(
          words(
            .sepsis, clock.short(question.lastFever),
            (question.neutrophils.comparator?.rawValue ?? "") + "\(question.neutrophils.printed)",
            question.cultures.map(clock.short) ?? words(.notRecorded),
            question.antimicrobial.map { "\($0.drug) \(clock.short($0.at))" }
              ?? words(.notRecorded)), 0), at: 0)
    }
    return items.isEmpty ? [SheetItem(words(.noAlerts), 2)] : items
  }

  /// What is due, and what comes to be within 12 h.
  private var dueItems: [SheetItem] {
    let due = surveillance.due.filter { $0.due <= now + .hours(12) }
    guard !due.isEmpty else { return [SheetItem(noDueWords, 2)] }
    return due.map { due in
      let text = "\(due.what.label): \(late(due)) (\(clock.short(due.due))), \(due.why)"
      switch due.level(at: now) {
      case .overdue: return SheetItem(text, 0)
      case .due, .amber: return SheetItem(text, 1)
      case .upcoming: return SheetItem(text, 3)
      }
    }
  }

  private var doseItems: [SheetItem] {
    if isDead { return [] }
    return [SheetItem(tocilizumabLeft, 2)] + steroidWords.map { SheetItem($0, 3) }
  }

  private var evidenceItems: [SheetItem] {
    Scale.allCases.flatMap { scale in
      assessment[scale].evidence.map { evidence in
        SheetItem(
          words(
            .evidenceLine, GradeWords.name(scale), "\(evidence.grade)", evidence.text,
            evidence.rule), 2)
      }
    } + missingItems
  }

  private var missingItems: [SheetItem] {
    Scale.allCases.flatMap { scale in
      missingWords(assessment[scale]).map {
        SheetItem(words(.missingLine, GradeWords.name(scale), $0), 0)
      }
        + (assessment[scale].flags.isEmpty
          ? []
          : [
            SheetItem(
              words(
                .flagLine, GradeWords.name(scale), assessment[scale].flags.joined(separator: ", ")),
              1)
          ])
    }
  }

  private var awarenessItems: [SheetItem] { evidenceItems + contingencyItems }

  /// What would change the grades, and what the guideline says of them.
  private var contingencyItems: [SheetItem] {
    if isDead { return [] }
    let changes = Scale.allCases.flatMap { scale in
      assessment[scale].wouldChange.map {
        SheetItem(
          words(.wouldChangeLine, GradeWords.name(scale), "\($0.grade)", $0.text), 1)
      }
    }
    var guidelines: [SheetItem] = []
    for scale in Scale.allCases {
      let grade = assessment[scale].grade ?? assessment[scale].atLeast
      guard let grade, grade > 0 else { continue }
      let guideline: Guideline = scale == .crs ? .crs : .icans
      // The first is for all grades; each stands under the name of its source.
      let texts = guideline.texts(grade: grade)
      func item(_ text: String, _ rank: Int) -> SheetItem {
        SheetItem(words(.guidelineFrom, Guideline.source, text), rank)
      }
      guidelines += texts.dropFirst().map { item($0, 2) } + texts.prefix(1).map { item($0, 6) }
    }
    return changes + guidelines
  }
}
