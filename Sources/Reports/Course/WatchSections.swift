import Clinical
import Grading
import Surveillance

extension ReportedPatient {
  /// What stands as an alert, and what ended unseen, the most urgent first.
  var alertSection: ReportSection {
    let shown = surveillance.shown
    guard !shown.isEmpty else {
      return ReportSection(words(.alerts), [.paragraph(words(.noAlerts))])
    }
    let rows = shown.map { alert in
      ["\(alert.priority.mark) \(alert.rule.id)", alert.text, state(alert)]
    }
    return ReportSection(
      words(.alerts),
      [
        .table(ReportTable([.alertColumn, .what, .state].map { words($0) }, rows)),
        .note(words(.alertsNote)),
      ])
  }

  /// Since when it stands, and who has taken care of it.
  func state(_ alert: Alert) -> String {
    var parts = [words(.raised, clock.stamp(alert.raised))]
    if let again = alert.reRaised { parts.append(words(.raisedAgain, clock.stamp(again))) }
    if let entry = alert.acknowledged, alert.status != .active {
      parts.append(words(.acknowledgedBy, entry.by ?? words(.somebody), clock.stamp(entry.at)))
    }
    if let ended = alert.ended { parts.append(words(.endedUnseen, clock.stamp(ended))) }
    return parts.joined(separator: ", ")
  }

  /// What is due or comes to be, the latest first.
  var dueSection: ReportSection {
    guard !surveillance.due.isEmpty else {
      return ReportSection(words(.due), [.paragraph(noDueWords)])
    }
    let rows = surveillance.due.map { due in
      [due.what.label, clock.stamp(due.due), late(due), due.why]
    }
    return ReportSection(
      words(.due),
      [.table(ReportTable([.what, .time, .state, .why].map { words($0) }, rows))])
  }

  var noDueWords: String {
    if !surveillance.isInHouse { return words(.noDueNotInHouse) }
    return words(surveillance.isOnLeave ? .onLeave : .noDue)
  }

  /// How late something is, or in how long it is due.
  func late(_ due: DueObservation) -> String {
    let minutes = due.lateMinutes(at: now)
    let level = due.level(at: now).rawValue
    if minutes > 0 { return "\(level), \(words(.lateBy, Self.span(minutes)))" }
    return minutes == 0 ? words(.dueNow) : words(.dueIn, Self.span(-minutes))
  }

  static func span(_ minutes: Int) -> String {
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest) min"
  }

  /// What was corrected or taken back, and why.
  var correctionSection: ReportSection {
    let zone = clock.zone
    var known: [EventID: Event] = [:]
    for event in course.course.events where event.patient == id { known[event.id] = event }
    let rows = known.values.filter { event in
      guard event.corrects != nil || event.retracts != nil else { return false }
      let target = (event.corrects ?? event.retracts).flatMap { known[$0] }
      return [event.at, target?.at].compactMap { $0 }.contains { $0.start(in: zone) <= now }
    }.sorted {
      ($0.recorded(in: zone), $0.id) < ($1.recorded(in: zone), $1.id)
    }.map { event -> [String] in
      let target = (event.corrects ?? event.retracts).flatMap { known[$0] }
      let what = "\((target ?? event).kind.rawValue) \(clock.stamp((target ?? event).at))"
      return [
        clock.stamp(event.recorded(in: zone)),
        words(event.corrects == nil ? .retracted : .corrected),
        what, event.by ?? words(.missing), event.reason ?? words(.missing),
      ]
    }
    guard !rows.isEmpty else {
      return ReportSection(words(.corrections), [.paragraph(words(.noCorrections))])
    }
    let columns: [ReportWord] = [.recordedAt, .state, .what, .by, .reason]
    return ReportSection(
      words(.corrections), [.table(ReportTable(columns.map { words($0) }, rows))])
  }
}
