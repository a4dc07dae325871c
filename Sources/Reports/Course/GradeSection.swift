import Clinical
import Grading

extension ReportedPatient {
  /// Both scales now and over the course, with bounds and what is missing.
  var gradeSection: ReportSection {
    ReportSection(
      words(.grades),
      Scale.allCases.map { .facts(facts(of: assessment[$0])) })
  }

  private func facts(of scale: ScaleAssessment) -> [ReportFact] {
    var facts: [ReportFact] = [
      ReportFact(GradeWords.name(scale.scale), gradeNow(scale)),
      ReportFact(words(.worstOfCourse), worstWords(scale.scale)),
    ]
    func add(_ label: String, _ text: String?) {
      if let text { facts.append(ReportFact(label, text)) }
    }
    add(GradeWords.lastGrade, scale.last.map { "\($0.grade), \(clock.stamp($0.at))" })
    add(
      GradeWords.episodes,
      scale.episode.map {
        GradeWords.episode(
          $0.number, clock.stamp($0.onset), ended: $0.ended.map(clock.stamp), maximum: $0.maximum)
      })
    add(
      GradeWords.clinician,
      scale.adjudicated.map {
        GradeWords.adjudicated($0.grade, by: $0.by, at: clock.stamp($0.at), reason: $0.reason)
      })
    if !scale.flags.isEmpty { add(GradeWords.flags, scale.flags.joined(separator: ", ")) }
    for text in missingWords(scale) { add(GradeWords.missingLabel, text) }
    if !scale.notEntered.isEmpty {
      add(GradeWords.notEntered, GradeWords.notEntered(scale.notEntered))
    }
    for change in scale.wouldChange { add(GradeWords.changes, GradeWords.wouldChange(change)) }
    if scale.scale == .icans, let instrument = assessment.instrument {
      add(GradeWords.instrument, instrument.rawValue)
    }
    return facts
  }

  /// `2, final, highest in 24 h 2`, with the bounds where they differ.
  func gradeNow(_ scale: ScaleAssessment) -> String {
    [
      GradeWords.grade(scale), GradeWords.bounds(scale), GradeWords.status(scale),
      GradeWords.worst(scale.worst24h),
    ].compactMap { $0 }.joined(separator: ", ")
  }

  /// The highest grade of the course and when it was first reached.
  func worstWords(_ scale: Scale) -> String {
    guard let worst = worst(scale) else { return words(.worstNever) }
    guard worst.grade > 0 else { return words(.worstZero) }
    return words(.worstAt, "\(worst.grade)", clock.stamp(worst.at))
  }

  func missingWords(_ scale: ScaleAssessment) -> [String] {
    scale.missing.map { GradeWords.missing($0.domain, $0.why, since: clock.stamp($0.since)) }
  }

  /// What gives the grades now, and what gave the worst of the course: rule, facts and source.
  var evidenceSection: ReportSection {
    var blocks: [ReportBlock] = []
    for scale in Scale.allCases {
      let name = GradeWords.name(scale)
      let current = assessment[scale]
      blocks.append(.paragraph(words(.evidenceNow, name, GradeWords.grade(current))))
      blocks.append(list(current.evidence))
      guard let worst = worst(scale), worst.grade > 0, worst.grade != current.grade else {
        continue
      }
      blocks.append(
        .paragraph(words(.evidenceWorst, name, "\(worst.grade)", clock.stamp(worst.at))))
      blocks.append(list(course.assessment(at: worst.at)[scale].evidence))
    }
    let choices = Set(
      Scale.allCases.flatMap { assessment[$0].evidence }.compactMap(\.choice)
    ).sorted()
    if !choices.isEmpty {
      blocks.append(
        .note(words(.choicesBehind, choices.map(GradeWords.choice).joined(separator: " "))))
    }
    return ReportSection(words(.evidence), blocks)
  }

  private func list(_ evidence: [Evidence]) -> ReportBlock {
    guard !evidence.isEmpty else { return .list([words(.noEvidence)]) }
    return .list(evidence.map(self.evidence))
  }

  /// A domain's grade, its rule with the source, and the facts behind it.
  private func evidence(_ evidence: Evidence) -> String {
    var text = "\(evidence.grade) \(evidence.domain.rawValue): \(evidence.text) (\(evidence.rule)"
    if let rule = Rule.named(evidence.rule) {
      text += "; \(rule.source)"
      if rule.fromMemory { text += "; \(Rule.fromMemoryRemark)" }
    }
    let facts = evidence.events.compactMap(naming)
    text += facts.isEmpty ? ")" : "); \(words(.facts)): \(facts.joined(separator: "; "))"
    return text
  }
}
