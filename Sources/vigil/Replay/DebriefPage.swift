import Clinical
import EventText
import Grading
import Replay
import Surveillance

/// A debrief for a person, in lines of at most 80 columns.
struct DebriefPage {
  private let debrief: Debrief
  private let zone: Zone

  init(_ debrief: Debrief) {
    self.debrief = debrief
    zone = debrief.record.scenario.zone
  }

  var lines: [String] {
    heading + agreement + questions + confidence + rises + alerts + missed + rules + teaching
  }

  private var heading: [String] {
    let head = debrief.record.scenario.head
    let who = "\(debrief.record.learner.name), \(debrief.record.learner.role.rawValue)"
    return whole("Debrief: \(head.title) (\(head.name), \(head.level.rawValue)), \(who)")
      + whole("\(time(head.starts)) to \(time(head.ends)). \(head.author)")
  }

  private var agreement: [String] {
    var lines = title("Agreement")
    for (name, side) in [("engine", debrief.engine), ("author", debrief.author)] {
      for scale in ScaleName.allCases {
        guard let own = side[scale] else { continue }
        lines += entry("\(name) \(scale.rawValue)", words(own), label: 14)
      }
    }
    return lines
  }

  private func words(_ own: Agreement) -> String {
    var parts = ["\(own.answered) of \(own.asked) answered"]
    if let percent = own.percent { parts.append("\(own.same) the same, \(decimal(percent, 1)) %") }
    if let kappa = own.kappa {
      var text = "weighted kappa \(decimal(kappa, 2))"
      if let lower = own.lower, let upper = own.upper {
        text += " (95 % interval \(decimal(lower, 2)) to \(decimal(upper, 2)))"
      }
      parts.append(text)
    }
    return (parts + own.reasons).joined(separator: "; ")
  }

  private var questions: [String] {
    var lines = title("Questions")
    for item in debrief.items {
      lines += whole(
        "\(time(item.asked.at)) \(item.asked.question?.text ?? "A grade has changed.")", indent: 2)
      for scale in ScaleName.allCases { lines += entry(scale.rawValue, words(item, scale)) }
      if let sure = item.answer?.sure { lines += entry("sure", sure.rawValue) }
      lines += choices("facts", item.facts, item.asked.question?.facts ?? [])
      lines += choices("next", item.next, item.asked.question?.next ?? [])
      for trap in item.traps { lines += entry("trap", "\(trap.text) (\(trap.rule))") }
      if let teaching = item.asked.question?.teaching { lines += entry("note", teaching) }
    }
    return lines
  }

  private func words(_ item: Debrief.Item, _ scale: ScaleName) -> String {
    let engine = item.asked.engine(scale)
    var parts = [
      "you \(words(item.answer?[scale]))", "engine \(words(engine))",
      "author \(words(item.asked.author(scale)))",
    ]
    if let given = item.answer?[scale] {
      parts.append(given == engine ? "right" : "not the same")
    }
    let said = item.asked.engine[scale.scale]
    let reasons = said.evidence.filter { $0.grade == said.atLeast }.map {
      "\($0.text) (\($0.rule))"
    }
    // What was right needs no derivation.
    let isRight = item.answer?[scale] == engine
    let why = isRight ? "" : item.asked.author[scale].map { " Rule text: \($0.because)" } ?? ""
    return parts.joined(separator: ", ")
      + (reasons.isEmpty ? "." : ": " + reasons.joined(separator: "; ") + ".") + why
  }

  private func words(_ grade: GivenGrade?) -> String {
    switch grade {
    case .grade(let grade): "\(grade)"
    case .notGradable: "no grade"
    case nil: "--"
    }
  }

  private func choices(
    _ label: String, _ chosen: Debrief.Item.Chosen?, _ choices: [ScenarioQuestion.Choice]
  ) -> [String] {
    guard let chosen else { return [] }
    func texts(_ ids: [String]) -> String {
      choices.filter { ids.contains($0.id) }.map(\.text).joined(separator: "; ")
    }
    var lines: [String] = []
    for (word, ids) in [
      ("right", chosen.right), ("wrong", chosen.wrong), ("left out", chosen.left),
    ]
    where !ids.isEmpty { lines += entry(label, "\(word): \(texts(ids))") }
    return lines
  }

  private var confidence: [String] {
    title("How sure, how right")
      + debrief.confidence.flatMap {
        entry($0.sure.rawValue, "\($0.correct) of \($0.answered) right")
      }
  }

  private var rises: [String] {
    guard !debrief.deteriorations.isEmpty else { return [] }
    return title("Deteriorations")
      + debrief.deteriorations.flatMap { rise in
        let change = "\(rise.scale.rawValue) \(rise.from.map { "\($0)" } ?? "--") to \(rise.to)"
        let when = rise.recognised.map { "recognised after \(minutes(from: rise.at, to: $0)) min" }
        return whole("\(time(rise.at)) \(change): \(when ?? "not recognised")", indent: 2)
      }
  }

  private var alerts: [String] {
    guard !debrief.alerts.isEmpty else { return [] }
    return title("Alerts")
      + debrief.alerts.flatMap { alert in
        let when = alert.acknowledged.map {
          "acknowledged after \(minutes(from: alert.shown, to: $0)) min"
        }
        return entry(
          "\(alert.alert.priority.mark) \(alert.alert.rule.id)",
          "\(time(alert.shown)) \(alert.alert.text): \(when ?? "not acknowledged")")
      }
  }

  private var missed: [String] {
    guard !debrief.missed.isEmpty else { return [] }
    return title("Observations missed")
      + debrief.missed.flatMap {
        entry($0.item.what.rawValue, "overdue since \(time($0.overdue)), \($0.item.why)")
      }
  }

  private var rules: [String] {
    guard !debrief.rules.isEmpty else { return [] }
    return title("Rules to read again")
      + debrief.rules.flatMap { whole("\($0.id): \($0.text) (\($0.source))", indent: 2) }
  }

  private var teaching: [String] {
    title("Teaching points")
      + debrief.record.scenario.head.teaching.flatMap { whole("- \($0)", indent: 2) }
  }

  private func title(_ text: String) -> [String] { ["", text] }

  private func whole(_ text: String, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return TextColumns.lines(Printable.line(text), columns: TextColumns.standard - indent)
      .map { margin + $0 }
  }

  private func entry(_ label: String, _ text: String, label width: Int = 9) -> [String] {
    TextColumns.entry(label, Printable.line(text), indent: 4, label: width)
  }

  private func minutes(from start: Instant, to end: Instant) -> Int64 { (end - start).wholeMinutes }

  // `2026-03-06 04:10`.
  private func time(_ instant: Instant) -> String {
    let text = Timestamp.local(instant, in: zone)
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  private func decimal(_ value: Double, _ places: Int) -> String {
    let power = places == 1 ? 10.0 : 100.0
    let scaled = Int((value * power).rounded())
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return (scaled < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
