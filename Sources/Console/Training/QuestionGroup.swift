import Clinical
import Replay
import Terminal

extension ConsoleState {
  /// The question in front, under the ward's screens: what is asked, what is answered so far, and
  /// the keys of the field that is asked for now.
  func questionGroup(_ training: TrainingState, _ draft: AnswerDraft) -> Group {
    let time = LocalTime(zone: zone)
    let asked = draft.question
    let texts =
      [StyledText(asked.question?.text ?? words(TrainingWord.changeAsks), .strong)]
      + [answered(draft)] + keys(of: draft)
    let others = training.lesson.open.count - 1
    return Group(
      id: "question",
      title: FittedText(words(TrainingWord.questionTitle, time.dayAndClock(asked.at))),
      note: FittedText(
        others > 0
          ? words(TrainingWord.othersOpen, "\(others)") : words(TrainingWord.gradesCovered),
        .dim),
      content: .text(texts), frame: .rule, focused: true, priority: 98, leastRows: texts.count)
  }

  // What is answered so far; brackets stand where the keys go, for colour alone says nothing.
  private func answered(_ draft: AnswerDraft) -> StyledText {
    let parts = draft.fields.map { field -> StyledText in
      let text = words(field.word) + (field == .give ? "" : " " + value(of: field, draft))
      return field == draft.field
        ? StyledText("[\(text)]", .fieldFocus) : StyledText(" \(text) ", .label)
    }
    return .joined(parts, separator: " ")
  }

  private func value(of field: AnswerDraft.Field, _ draft: AnswerDraft) -> String {
    switch field {
    case .crs: draft.crs.map { words($0) } ?? "_"
    case .icans: draft.icans.map { words($0) } ?? "_"
    case .sure: draft.sure.map { words($0.word) } ?? "_"
    case .facts, .next:
      draft.chosen(field).map { ids in
        ids.isEmpty ? words(TrainingWord.none) : letters(ids, draft.choices(field))
      } ?? "_"
    case .give: ""
    }
  }

  private func letters(_ ids: [String], _ choices: [ScenarioQuestion.Choice]) -> String {
    String(
      choices.indices.filter { ids.contains(choices[$0].id) }.compactMap(AnswerDraft.letter))
  }

  private func keys(of draft: AnswerDraft) -> [StyledText] {
    func line(_ keys: [(String, TrainingWord)]) -> StyledText {
      .joined(
        keys.map { StyledText($0.0 + " ", .key) + StyledText(words($0.1), .keyLabel) },
        separator: "   ")
    }
    let leave = (String(AnswerDraft.leavesOut), TrainingWord.leaveOut)
    switch draft.field {
    case .crs, .icans: return [line([("0 1 2 3 4 5", .theGrade), ("n", .noGradeKey), leave])]
    case .sure:
      return [line([("l", .sureLow), ("m", .sureMedium), ("h", .sureHigh), leave])]
    case .give:
      return [line([("y", draft.isEmpty ? .giveUp : .giveIt), ("Backspace", .changeIt)])]
    case .facts, .next:
      let chosen = Set(draft.chosen(draft.field) ?? [])
      let choices = draft.choices(draft.field).enumerated().compactMap { place, choice in
        AnswerDraft.letter(place).map { letter in
          StyledText("\(letter) ", .key)
            + StyledText(chosen.contains(choice.id) ? "[x] " : "[ ] ", .strong)
            + StyledText(choice.text)
        }
      }
      return choices + [line([("Enter", .thatIsAll), leave])]
    }
  }
}

extension AnswerDraft.Field {
  var word: TrainingWord {
    switch self {
    case .crs: .fieldCRS
    case .icans: .fieldICANS
    case .sure: .fieldSure
    case .facts: .fieldFacts
    case .next: .fieldNext
    case .give: .fieldGive
    }
  }
}

extension Sureness {
  var word: TrainingWord {
    switch self {
    case .low: .sureLow
    case .medium: .sureMedium
    case .high: .sureHigh
    }
  }
}

extension Catalogue {
  /// A grade as it was given: the number, or that there is none.
  func callAsFunction(_ grade: GivenGrade) -> String {
    switch grade {
    case .grade(let grade): "\(grade)"
    case .notGradable: self(TrainingWord.ungradable)
    }
  }
}
