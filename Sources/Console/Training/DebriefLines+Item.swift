import Clinical
import Grading
import Replay

extension DebriefLines {
  /// One question with its answer: against engine and author, what was chosen, the traps.
  func lines(_ item: Debrief.Item) -> [DebriefLine] {
    var lines = ScaleName.allCases.map { grade(item, $0) }
    if let sure = item.answer?.sure {
      lines.append(entry(words(TrainingWord.fieldSure), words(sure.word)))
    }
    lines += choices(.fieldFacts, item.facts, item.asked.facts)
    lines += choices(.fieldNext, item.next, item.asked.next)
    for trap in item.traps {
      var line = entry(words(TrainingWord.trap), "\(trap.text) (\(trap.rule))")
      line.weight = .trap
      lines.append(line)
    }
    if let teaching = item.asked.question?.teaching {
      lines.append(entry(words(TrainingWord.note), teaching))
    }
    return lines
  }

  private func grade(_ item: Debrief.Item, _ scale: ScaleName) -> DebriefLine {
    let engine = item.asked.engine(scale)
    let given = item.answer?[scale]
    let isRight = given == engine
    let said = item.asked.engine[scale.scale]
    let reasons = said.evidence.filter { $0.grade == said.atLeast }.map {
      "\($0.text) (\($0.rule))"
    }
    // What was right needs no derivation.
    let why =
      isRight
      ? ""
      : item.asked.author[scale].map { " " + words(TrainingWord.ruleText, $0.because) } ?? ""
    var line = entry(
      scale.rawValue,
      compared(item, scale)
        + (reasons.isEmpty ? "." : ": " + reasons.joined(separator: "; ") + ".") + why)
    line.weight = given == nil ? .plain : isRight ? .right : .wrong
    return line
  }

  /// `you 1, engine 2, author 2, not the same`.
  func compared(_ item: Debrief.Item, _ scale: ScaleName) -> String {
    let engine = item.asked.engine(scale)
    var parts = [
      words(TrainingWord.you, text(item.answer?[scale])),
      words(TrainingWord.engineSays, text(engine)),
      words(TrainingWord.authorSays, text(item.asked.author(scale))),
    ]
    if let given = item.answer?[scale] {
      parts.append(words(given == engine ? TrainingWord.right : .notTheSame))
    }
    return parts.joined(separator: ", ")
  }

  private func text(_ grade: GivenGrade?) -> String { grade.map { words($0) } ?? "--" }

  func choices(
    _ label: TrainingWord, _ chosen: Debrief.Item.Chosen?, _ choices: [ScenarioQuestion.Choice]
  ) -> [DebriefLine] {
    guard let chosen else { return [] }
    func texts(_ ids: [String]) -> String {
      choices.filter { ids.contains($0.id) }.map(\.text).joined(separator: "; ")
    }
    let parts: [(TrainingWord, [String], DebriefLine.Weight)] = [
      (.rightChoices, chosen.right, .right), (.wrongChoices, chosen.wrong, .wrong),
      (.leftChoices, chosen.left, .wrong),
    ]
    return parts.filter { !$0.1.isEmpty }.map { word, ids, weight in
      var line = entry(words(label), words(word, texts(ids)))
      line.weight = weight
      return line
    }
  }
}
