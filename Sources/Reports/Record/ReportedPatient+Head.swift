import Clinical
import Grading
import Surveillance

extension ReportedPatient {
  /// What every report says of itself: up to when, of which record, by which settings, and what it is
  /// not.
  func head() -> [ReportFact] {
    ReportHead(question: question, clock: clock).facts(settings: ChangedSettings.of(facts))
  }

  /// Who it is, on one line: at least two identifiers where the record has them. A long name is cut
  /// before the second of them goes.
  var subjectLine: String {
    var parts = [id.text]
    if !question.isDeidentified {
      parts.append(summary.name.map { SheetDraft.cut($0, to: 48) } ?? words(.unnamed))
      if let number = summary.hospitalNumber { parts.append(words(.numberIs, number)) }
      if let birth = summary.birthDate { parts.append(words(.bornIs, "\(birth)")) }
    }
    parts.append(dayWords)
    let age = summary.age(at: now, zone: clock.zone).map { words(.ageIs, "\($0)") }
    let place = question.isDeidentified ? [] : [summary.unit, summary.bed]
    for group in [[age, summary.sex], place] {
      let text = group.compactMap { $0 }.joined(separator: " ")
      if !text.isEmpty { parts.append(text) }
    }
    return parts.joined(separator: " · ")
  }

  /// `D+5`, or that nothing was infused.
  var dayWords: String { clock.day(now) ?? words(.noInfusion) }

  /// Where the patient is, or how the stay ended.
  var whereabouts: String {
    if let death = summary.death, death.start(in: clock.zone) <= now {
      let cause = facts.lazy.compactMap { fact -> Status.PrincipalCause? in
        if case .status(let status) = fact.event.content, status.state == .death {
          return status.principalCause
        }
        return nil
      }.last
      return words(.died, clock.stamp(death), cause?.rawValue ?? words(.causeUnknown))
    }
    if !surveillance.isInHouse {
      return summary.stayChanged.map { words(.leftAt, clock.stamp($0)) } ?? words(.notInHouse)
    }
    return surveillance.isOnLeave ? words(.onLeave) : words(.inHouse)
  }

  /// True for one whose death is on record by the moment of the report.
  var isDead: Bool { summary.death.map { $0.start(in: clock.zone) <= now } ?? false }
}

/// The head of a report, of a patient or of the ward.
struct ReportHead {
  let question: ReportQuestion
  let clock: ReportClock

  func facts(settings: [ChangedSetting]) -> [ReportFact] {
    let words = question.words
    // Of a whole ward there is no day to count from, and a date must not stand.
    let isHidden = question.isDeidentified && clock.dayZero == nil
    var asOf = isHidden ? words(.asOfHidden) : clock.date(question.at)
    if !question.isDeidentified { asOf += " (\(clock.zone.identifier))" }
    if let known = question.asKnownAt, !isHidden { asOf += words(.asOfKnown, clock.date(known)) }
    if question.isDeidentified { asOf += "; " + words(.deidentified) }
    let record =
      switch question.record {
      case .store(let head, let events): words(.storeHead, head, "\(events)")
      case .file(let name):
        question.isDeidentified ? words(.fileHidden) : words(.fileRead, name)
      }
    return [
      ReportFact(words(.asOf), asOf), ReportFact(words(.record), record),
      ReportFact(
        words(.settings),
        settings.isEmpty
          ? words(.settingsNone) : settings.map(text).joined(separator: "; ")),
      ReportFact(words(.warning), words(.notDevice)),
    ]
  }

  private func text(_ setting: ChangedSetting) -> String {
    let words = question.words
    let standard = setting.standard.map { words(.settingDefault, $0.words) } ?? ""
    let own = setting.isOwn ? words(.settingOwn) : ""
    return "\(setting.name) \(setting.value.words)\(standard)\(own)"
  }
}
