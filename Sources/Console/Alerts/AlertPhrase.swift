import Clinical
import Surveillance
import Terminal

/// Alerts and duties as the screens write them.
struct AlertPhrase {
  let words: Catalogue
  let zone: Zone
  let now: Instant
  /// From when on what an alert says is covered: a learner is asked for it. `nil` for never.
  var coveredFrom: Instant?

  /// True where it says something of the time that is covered.
  func covers(_ alert: Alert) -> Bool {
    coveredFrom.map { max(alert.step.at, alert.step.known) >= $0 } ?? false
  }

  /// What an alert says, and its rule's few words, as far as they may be told.
  func says(_ alert: Alert) -> String {
    covers(alert) ? words(TrainingWord.coveredAlert) : alert.text
  }

  func title(_ alert: Alert) -> String {
    covers(alert) ? words(TrainingWord.coveredAlert) : alert.rule.title
  }

  func says(_ line: AlertLine) -> String {
    line.alerts.contains(where: covers) ? words(TrainingWord.coveredAlert) : line.text
  }

  func title(_ line: AlertLine) -> String {
    line.alerts.contains(where: covers)
      ? words(TrainingWord.coveredAlert) : line.leading.rule.title
  }

  /// How often and why it is due, for that too may tell a grade.
  func why(_ due: DueObservation) -> String {
    coveredFrom == nil ? due.why : words(TrainingWord.coveredWhy)
  }

  private var local: LocalTime { LocalTime(zone: zone) }

  /// `14:28` today, `03-05 14:28` on another day.
  func moment(_ t: Instant) -> String {
    zone.dayNumber(of: t) == zone.dayNumber(of: now) ? local.clock(t) : local.dayAndClock(t)
  }

  /// `***`, loud while unacknowledged.
  static func mark(_ priority: AlertPriority, isQuiet: Bool) -> StyledText {
    StyledText(priority.mark, isQuiet ? .alertQuiet : role(priority))
  }

  static func mark(_ alert: Alert) -> StyledText {
    mark(alert.priority, isQuiet: alert.status != .active)
  }

  static func role(_ priority: AlertPriority) -> Terminal.Role {
    switch priority {
    case .highest: .alert1
    case .high: .alert2
    case .listed: .alert3
    }
  }

  /// What a line says, at two lengths; a tick before what somebody has acknowledged.
  func text(_ line: AlertLine) -> [StyledText] {
    let role: Terminal.Role = line.isUnacknowledged ? .text : .dim
    let sign = line.isUnacknowledged ? "" : "✓ "
    return cuts(says(line), title(line)).map { StyledText(sign + $0, role) }
  }

  /// A text at several lengths, cut where it is long, and at last the rule's few words.
  func cuts(_ text: String, _ title: String) -> [String] {
    [text]
      + [96, 72, 60, 48, 40, 32, 26].filter { text.count > $0 && $0 > title.count }.map {
        text.prefix($0) + "…"
      } + [title]
  }

  /// The same for one alert, dim where it waits for nobody.
  func text(_ alert: Alert) -> FittedText {
    FittedText(
      cuts(says(alert), title(alert)).map {
        StyledText($0, alert.status == .active ? .text : .dim)
      })
  }

  /// `14:28` today, `03-05 14:28` or only `03-05` on another day.
  func time(_ t: Instant) -> FittedText {
    let whole = moment(t)
    let day = whole.count > 5 ? [StyledText(String(whole.prefix(5)), .dim)] : []
    return FittedText([StyledText(whole, .dim)] + day)
  }

  /// Who takes care of it: since when nobody has, who is called next; who has, or when it ended.
  func state(_ alert: Alert) -> FittedText {
    switch alert.status {
    case .ended:
      let at = moment(alert.ended ?? now)
      return FittedText([
        StyledText(words.alert(alert.isSeen ? .endedAt : .endedUnseen, at), .alertQuiet),
        StyledText(words.alert(.endedAt, at), .alertQuiet),
      ])
    case .acknowledged:
      let at = alert.acknowledged.map { moment($0.at) } ?? ""
      return FittedText([
        StyledText(
          words.alert(.acknowledgedBy, at, alert.acknowledged?.by ?? "-"), .alertQuiet),
        StyledText(words.alert(.acknowledgedShort), .alertQuiet),
      ])
    case .active: return waiting(alert)
    }
  }

  /// Who is called next, and in how long; `nil` where nobody is.
  func call(_ alert: Alert) -> FittedText? {
    guard alert.status == .active, let next = alert.escalation else { return nil }
    let span = TimeSpan(microseconds: (next.at - now).microseconds + 59_999_999)
    let left = words.age(span)
    var forms: [String] = []
    if let name = next.next {
      forms = [words.alert(.callIn, name, left), words.alert(.nameIn, name, left)]
    } else {
      forms = [words.alert(.callHelpIn, left)]
    }
    forms.append(words.alert(.inShort, words.shortAge(span)))
    return FittedText(forms.map { StyledText($0, .alert1) })
  }

  /// For how long it has waited.
  func waited(_ alert: Alert) -> FittedText {
    let span = now - (alert.reRaised ?? alert.raised)
    return FittedText([
      StyledText(words.alert(.unacknowledged, words.age(span)), .alert1),
      StyledText(words.alert(.unacknowledgedShort, words.shortAge(span)), .alert1),
    ])
  }

  private func waiting(_ alert: Alert) -> FittedText {
    let role: Terminal.Role = alert.priority == .highest ? .alert1 : .text
    let age = words.age(now - (alert.reRaised ?? alert.raised))
    let short = words.shortAge(now - (alert.reRaised ?? alert.raised))
    var forms: [String] = []
    // A nurse has seen it; it stands until a physician has.
    if let seen = alert.acknowledged, seen.at >= alert.reRaised ?? alert.raised {
      forms.append(words.alert(.seenBy, seen.by ?? "-", moment(seen.at)))
    }
    if let call = call(alert)?.full.plain {
      forms.append("\(words.alert(.unacknowledged, age)), \(call)")
      forms.append(call)
    } else if let called = alert.escalated {
      forms.append(
        "\(words.alert(.unacknowledged, age)), \(words.alert(.calledAt, moment(called)))")
    }
    forms.append(words.alert(.unacknowledged, age))
    forms.append(words.alert(.unacknowledgedShort, short))
    return FittedText(forms.map { StyledText($0, role) })
  }

  func priority(_ priority: AlertPriority) -> String {
    switch priority {
    case .highest: words.alert(.priorityHighest)
    case .high: words.alert(.priorityHigh)
    case .listed: words.alert(.priorityListed)
    }
  }

  // MARK: Duties

  func name(_ what: ObservedThing) -> String {
    switch what {
    case .vitals: words.alert(.vitals)
    case .ice: words.alert(.ice)
    case .capd: words.alert(.capd)
    case .labs: words.alert(.labs)
    case .cytokines: words.alert(.cytokines)
    case .carT: words.alert(.carT)
    }
  }

  func role(_ due: DueObservation) -> Terminal.Role {
    switch due.level(at: now) {
    case .upcoming: .dim
    case .due, .amber: .due
    case .overdue: .overdue
    }
  }

  /// `12 min`, `4 min LATE`; in a narrow column `12m`, `L4m`.
  func when(_ due: DueObservation, named: Bool = false) -> FittedText {
    let role = role(due)
    let isLate = due.level(at: now) != .upcoming
    let span = isLate ? now - due.due : due.due - now
    let age = words.age(span)
    let short = words.shortAge(span)
    let text = isLate ? words.alert(.lateBy, age) : age
    let forms =
      (named ? ["\(name(due.what)) \(text)"] : []) + [
        text, isLate ? words.alert(.lateShort, short) : short,
      ]
    return FittedText(forms.map { StyledText($0, role) })
  }
}
