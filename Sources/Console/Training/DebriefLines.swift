package import Clinical
package import Replay
import Surveillance

/// A debrief in lines of words: answers against engine and author, how sure and how soon, what was
/// missed, what to read again.
package struct DebriefLines: Sendable {
  let words: Catalogue
  let zone: Zone

  package init(_ words: Catalogue, zone: Zone) {
    self.words = words
    self.zone = zone
  }

  package func lines(_ debrief: Debrief) -> [DebriefLine] {
    heading(debrief) + agreement(debrief) + questions(debrief) + confidence(debrief)
      + rises(debrief) + alerts(debrief) + missed(debrief) + rules(debrief) + teaching(debrief)
  }

  private func heading(_ debrief: Debrief) -> [DebriefLine] {
    let head = debrief.record.scenario.head
    let learner = debrief.record.learner
    return [
      whole(
        words(
          TrainingWord.debriefOf, head.title, head.name, head.level.rawValue, learner.name,
          EntryCatalogue.of(words.language)(learner.role.entryWord))),
      whole(words(TrainingWord.period, time(head.starts), time(head.ends), head.author)),
    ]
  }

  private func agreement(_ debrief: Debrief) -> [DebriefLine] {
    var lines = [title(.agreementTitle)]
    for (name, side) in [
      (TrainingWord.engine, debrief.engine), (TrainingWord.author, debrief.author),
    ] {
      for scale in ScaleName.allCases {
        guard let own = side[scale] else { continue }
        lines.append(entry("\(words(name)) \(scale.rawValue)", text(own), width: 14))
      }
    }
    return lines
  }

  private func text(_ own: Agreement) -> String {
    var parts = [words(TrainingWord.answeredOf, "\(own.answered)", "\(own.asked)")]
    if let percent = own.percent {
      parts.append(words(TrainingWord.theSame, "\(own.same)", Self.decimal(percent, 1)))
    }
    if let kappa = own.kappa {
      var text = words(TrainingWord.kappa, Self.decimal(kappa, 2))
      if let lower = own.lower, let upper = own.upper {
        text +=
          " " + words(TrainingWord.interval, Self.decimal(lower, 2), Self.decimal(upper, 2))
      }
      parts.append(text)
    }
    return (parts + own.reasons).joined(separator: "; ")
  }

  private func questions(_ debrief: Debrief) -> [DebriefLine] {
    var lines = [title(.questionsTitle)]
    for item in debrief.items {
      let asked = item.asked.question?.text ?? words(TrainingWord.gradeChanged)
      let own = [whole("\(time(item.asked.at)) \(asked)", indent: 2)] + self.lines(item)
      lines += own.map { $0.about(.question(item.asked.id)) }
    }
    return lines
  }

  private func confidence(_ debrief: Debrief) -> [DebriefLine] {
    [title(.sureTitle)]
      + debrief.confidence.map {
        entry(
          words($0.sure.word), words(TrainingWord.rightOf, "\($0.correct)", "\($0.answered)"))
      }
  }

  private func rises(_ debrief: Debrief) -> [DebriefLine] {
    guard !debrief.deteriorations.isEmpty else { return [] }
    return [title(.risesTitle)]
      + debrief.deteriorations.map { rise in
        let from = rise.from.map { "\($0)" } ?? "--"
        let when = rise.recognised.map { words(TrainingWord.recognised, minutes(rise.at, $0)) }
        let change = words(TrainingWord.rise, rise.scale.rawValue, from, "\(rise.to)")
        var line = whole(
          "\(time(rise.at)) \(change): \(when ?? words(TrainingWord.notRecognised))", indent: 2)
        line.subject = .moment(rise.at)
        line.weight = when == nil ? .wrong : .plain
        return line
      }
  }

  private func alerts(_ debrief: Debrief) -> [DebriefLine] {
    guard !debrief.alerts.isEmpty else { return [] }
    return [title(.alertsTitle)]
      + debrief.alerts.map { alert in
        let when = alert.acknowledged.map {
          words(TrainingWord.acknowledged, minutes(alert.shown, $0))
        }
        var line = entry(
          "\(alert.alert.priority.mark) \(alert.alert.rule.id)",
          "\(time(alert.shown)) \(alert.alert.text): "
            + (when ?? words(TrainingWord.notAcknowledged)))
        line.subject = .moment(alert.shown)
        line.weight = when == nil ? .wrong : .plain
        return line
      }
  }

  private func missed(_ debrief: Debrief) -> [DebriefLine] {
    guard !debrief.missed.isEmpty else { return [] }
    return [title(.missedTitle)]
      + debrief.missed.map {
        entry(
          $0.item.what.rawValue, words(TrainingWord.overdueSince, time($0.overdue), $0.item.why)
        ).about(.moment($0.overdue))
      }
  }

  private func rules(_ debrief: Debrief) -> [DebriefLine] {
    guard !debrief.rules.isEmpty else { return [] }
    return [title(.rulesTitle)]
      + debrief.rules.map {
        whole("\($0.id): \($0.text) (\($0.source))", indent: 2).about(.rule($0.id))
      }
  }

  private func teaching(_ debrief: Debrief) -> [DebriefLine] {
    [title(.teachingTitle)]
      + debrief.record.scenario.head.teaching.map { whole("- \($0)", indent: 2) }
  }

  // MARK: Parts of lines

  func title(_ word: TrainingWord) -> DebriefLine {
    DebriefLine(shape: .title, text: words(word))
  }

  func whole(_ text: String, indent: Int = 0) -> DebriefLine {
    DebriefLine(shape: .whole(indent: indent), text: text)
  }

  func entry(_ label: String, _ text: String, width: Int = 9) -> DebriefLine {
    DebriefLine(shape: .entry(label: label, width: width), text: text)
  }

  func minutes(_ start: Instant, _ end: Instant) -> String { "\((end - start).wholeMinutes)" }

  // `2026-03-06 04:10`.
  func time(_ t: Instant) -> String {
    let local = LocalTime(zone: zone)
    return "\(local.date(t)) \(local.clock(t))"
  }

  static func decimal(_ value: Double, _ places: Int) -> String {
    let power = places == 1 ? 10.0 : 100.0
    let scaled = Int((value * power).rounded())
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return (scaled < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}

extension DebriefLine {
  func about(_ subject: Subject) -> DebriefLine {
    var line = self
    line.subject = subject
    return line
  }
}
