import Clinical
import Terminal
import Grading

extension EntryAsides {
  /// Tocilizumab and corticosteroids on record; nothing here orders anything, and it says so.
  var ledger: [Group] {
    let history = MedicationHistory(state.context.record.course.facts)
    let t = state.context.at
    var facts = tocilizumab(TocilizumabLedger(history), at: t)
    let steroids = CorticosteroidLedger(history).lines(at: t)
    for line in steroids {
      let sum = line.milligrams24h.map { "\($0) mg" } ?? prompts(.sumUnknown)
      facts.append(
        Terminal.Fact(
          FittedText(line.drug),
          FittedText(
            prompts(
              .steroidLine, "\(line.count24h)", sum, time.dayAndClock(line.last.at),
              time.dayAndClock(line.first.at)))))
    }
    if steroids.isEmpty {
      facts.append(
        Terminal.Fact(
          FittedText(prompts(.corticosteroids)), FittedText(prompts(.noneOnRecord), .dim)))
    }
    facts.append(
      Terminal.Fact(
        FittedText([]), FittedText(prompts(.nothingIsOrdered), .strong), priority: 100))
    return [group("ledger", EntryText(.ledger), .facts(facts), priority: 60, leastRows: 4)]
  }

  private func tocilizumab(_ ledger: TocilizumabLedger, at t: Instant) -> [Terminal.Fact] {
    var facts: [Terminal.Fact] = []
    func add(_ label: EntryWord, _ value: StyledText, priority: Int = 10) {
      facts.append(Terminal.Fact(FittedText(prompts(label)), FittedText(value), priority: priority))
    }
    let left = ledger.left(at: t)
    let given = ledger.doses.filter { $0.at <= t }
    if given.isEmpty { add(.tocilizumab, StyledText(prompts(.noneOnRecord), .dim), priority: 50) }
    for dose in given.suffix(4) {
      add(
        .tocilizumab,
        StyledText(
          "\(time.dayAndClock(dose.at))  "
            + (dose.milligrams.map { "\($0) mg" } ?? prompts(.doseNotRecorded))), priority: 50)
    }
    add(
      .dosesLeft,
      StyledText(
        prompts(.dosesLeftText, "\(left.in24h)", "\(left.inAll)"),
        min(left.in24h, left.inAll) == 0 ? .valueOut : .value), priority: 60)
    switch ledger.nextPermitted(at: t) {
    case nil: add(.nextDose, StyledText(prompts(.noMoreDoses), .valueOut), priority: 60)
    case let next? where next > t:
      add(
        .nextDose, StyledText(prompts(.notBefore, time.dayAndClock(next)), .valueOut), priority: 60)
    default: add(.nextDose, StyledText(prompts(.fromNow)), priority: 60)
    }
    if let shown = ledger.shown(at: t) {
      let weight = shown.weight
      let date = time.date(weight.at)
      let text = prompts(
        shown.isCapped ? .doseShownCapped : .doseShown, "\(shown.milligrams)",
        "\(shown.perKilogram)", "\(weight.kilograms)", date, words.age(t - weight.at))
      add(.doseForShow, StyledText(text), priority: 40)
    } else {
      add(.doseForShow, StyledText(prompts(.noWeight), .missing), priority: 40)
    }
    return facts
  }
}
