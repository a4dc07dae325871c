import Clinical
import EventText
import Grading
import Reports

extension GradeAnswer {
  /// The answer for a person, in lines of at most 80 columns.
  var lines: [String] {
    let parts = [
      Printable.line(patient.text), GradeWords.day(assessment.day), time(assessment.at),
      asKnownAt.map { GradeWords.asKnown(time($0), byStore: isByStore) },
    ]
    let heading = parts.compactMap { $0 }.joined(separator: ", ")
    return TextColumns.lines(heading, columns: TextColumns.standard)
      + lines(assessment.crs, instrument: nil)
      + lines(assessment.icans, instrument: assessment.instrument)
  }

  private func lines(_ scale: ScaleAssessment, instrument: Instrument?) -> [String] {
    var lines = heading(scale)
    for evidence in scale.evidence { lines += self.lines(evidence) }
    func add(_ label: String, _ text: String?) {
      guard let text else { return }
      lines += TextColumns.entry(label, Printable.line(text), indent: 2, label: 14)
    }
    add(GradeWords.bound, GradeWords.bounds(scale))
    add(
      GradeWords.lastGrade,
      scale.last.map {
        GradeWords.last(
          $0.grade, time($0.at),
          GradeWords.age(minutes: Int((assessment.at - $0.at).wholeMinutes)))
      })
    add(
      GradeWords.episodes,
      scale.episode.map {
        GradeWords.episode(
          $0.number, time($0.onset), ended: $0.ended.map(time), maximum: $0.maximum)
      })
    add(
      GradeWords.clinician,
      scale.adjudicated.map {
        GradeWords.adjudicated($0.grade, by: $0.by, at: time($0.at), reason: $0.reason)
      })
    if !scale.flags.isEmpty { add(GradeWords.flags, scale.flags.joined(separator: ", ")) }
    for domain in scale.missing {
      add(
        GradeWords.missingLabel,
        GradeWords.missing(domain.domain, domain.why, since: time(domain.since)))
    }
    if !scale.notEntered.isEmpty {
      add(GradeWords.notEntered, GradeWords.notEntered(scale.notEntered))
    }
    for change in scale.wouldChange { add(GradeWords.changes, GradeWords.wouldChange(change)) }
    for choice in Set(scale.evidence.compactMap(\.choice)).sorted() {
      add(GradeWords.choice, GradeWords.choice(choice))
    }
    add(GradeWords.instrument, instrument?.rawValue)
    return lines
  }

  private func heading(_ scale: ScaleAssessment) -> [String] {
    let grade = TextColumns.padded(GradeWords.grade(scale), to: 4)
    let label = TextColumns.padded(GradeWords.name(scale.scale), to: 7) + grade
    let text = GradeWords.status(scale) + ", " + GradeWords.worst(scale.worst24h)
    return TextColumns.entry(label, text, indent: 2, label: 14)
  }

  private func lines(_ evidence: Evidence) -> [String] {
    let remark = Rule.named(evidence.rule).map { $0.fromMemory ? "; \(Rule.fromMemoryRemark)" : "" }
    let text =
      "\(evidence.grade)  \(Printable.line(evidence.text)), "
      + GradeWords.age(minutes: evidence.ageMinutes) + " (\(evidence.rule)\(remark ?? ""))"
    return TextColumns.entry(evidence.domain.rawValue, text, indent: 4, label: 14)
  }

  // `2026-03-06 04:10 +08:00`: a person needs no T between, nor seconds.
  private func time(_ instant: Instant) -> String {
    let text = Timestamp.local(instant, in: zone)
    let offset = text.dropFirst(19)
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) \(offset == "Z" ? "UTC" : offset)"
  }
}
