import Clinical
import Grading
import Terminal

extension EntryAsides {
  /// Tocilizumab and corticosteroids on record; nothing here orders anything, and it says so.
  var ledger: [Group] {
    let history = state.context.doses
    let t = state.context.at
    var lines = tocilizumab(TocilizumabLedger(history), at: t)
    let steroids = CorticosteroidLedger(history).lines(at: t)
    for line in steroids {
      let sum = line.milligrams24h.map { "\($0) mg" } ?? prompts(.sumUnknown)
      lines.append(
        StyledText(line.drug + ": ", .label)
          + StyledText(
            prompts(
              .steroidLine, "\(line.count24h)", sum, time.dayAndClock(line.last.at),
              time.dayAndClock(line.first.at))))
    }
    if steroids.isEmpty {
      lines.append(
        StyledText(prompts(.corticosteroids) + ": ", .label)
          + StyledText(prompts(.noneOnRecord), .dim))
    }
    return [
      group(
        "ledger", EntryText(.ledger),
        .text([StyledText(prompts(.nothingIsOrdered), .strong)] + lines), priority: 60,
        leastRows: 4)
    ]
  }

  private func tocilizumab(_ ledger: TocilizumabLedger, at t: Instant) -> [StyledText] {
    var lines: [StyledText] = []
    func add(_ label: EntryWord, _ value: StyledText) {
      lines.append(StyledText(prompts(label) + ": ", .label) + value)
    }
    let left = ledger.left(at: t)
    let given = ledger.doses.filter { $0.at <= t }
    if given.isEmpty { add(.tocilizumab, StyledText(prompts(.noneOnRecord), .dim)) }
    for dose in given.suffix(4) {
      add(
        .tocilizumab,
        StyledText(
          "\(time.dayAndClock(dose.at))  "
            + (dose.milligrams.map { "\($0) mg" } ?? prompts(.doseNotRecorded))))
    }
    add(
      .dosesLeft,
      StyledText(
        prompts(.dosesLeftText, "\(left.in24h)", "\(left.inAll)"),
        min(left.in24h, left.inAll) == 0 ? .valueOut : .value))
    switch ledger.nextPermitted(at: t) {
    case nil: add(.nextDose, StyledText(prompts(.noMoreDoses), .valueOut))
    case let next? where next > t:
      add(
        .nextDose, StyledText(prompts(.notBefore, time.dayAndClock(next)), .valueOut))
    default: add(.nextDose, StyledText(prompts(.fromNow)))
    }
    if let shown = ledger.shown(at: t) {
      let weight = shown.weight
      let date = time.date(weight.at)
      let text = prompts(
        shown.isCapped ? .doseShownCapped : .doseShown, "\(shown.milligrams)",
        "\(shown.perKilogram)", "\(weight.kilograms)", date, words.age(t - weight.at))
      add(.doseForShow, StyledText(text))
    } else {
      add(.doseForShow, StyledText(prompts(.noWeight), .missing))
    }
    return lines
  }
}
