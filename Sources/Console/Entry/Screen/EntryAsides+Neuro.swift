import Clinical
import Grading
import Terminal

extension EntryAsides {
  /// The running score with what it would grade, and the points lost before.
  var neuro: [Group] {
    var groups: [Group] = []
    if reading.usesCAPD {
      groups.append(capd)
    } else if let running = RunningICE(reading) {
      groups.append(score(running))
      if let lost { groups.append(lost) }
    }
    return groups
  }

  private func score(_ running: RunningICE) -> Group {
    var facts = [
      Terminal.Fact(
        FittedText(prompts(.scoreSoFar)),
        FittedText(prompts(.scoreOfAsked, "\(running.points)", "\(running.asked)"), .strong))
    ]
    if running.left > 0 || running.open > 0 {
      facts.append(outcome(.ifRestRight, points: running.most))
      facts.append(outcome(.ifRestWrong, points: running.points))
    } else {
      facts.append(outcome(.itGives, points: running.points))
    }
    if let last = state.context.facts.scores.last, let points = last.ice.points {
      let text = points.low == points.high ? "\(points.low)" : "\(points.low)-\(points.high)"
      facts.append(
        Terminal.Fact(
          FittedText(prompts(.scoreBefore)),
          FittedText("\(text)  \(time.dayAndClock(last.at))", .dim)))
    }
    if let baseline = state.context.bedside.baselineICE {
      facts.append(
        Terminal.Fact(FittedText(prompts(.ownBaseline)), FittedText("\(baseline)", .dim)))
    }
    facts.append(
      Terminal.Fact(
        FittedText(prompts(.wordSet)),
        FittedText(
          state.context.facts.wordSet.map { prompts(.wordSetNotLast, state.wordSet, $0) }
            ?? state.wordSet, .dim)))
    return group("score", EntryText(.runningScore), .facts(facts), priority: 60, leastRows: 3)
  }

  // The grade of ICANS with that score, by the engine.
  private func outcome(_ label: EntryWord, points: Int) -> Terminal.Fact {
    var contents = state.kind.form.contents(reading).filter { $0.kind != .ice }
    contents.append(.ice(ICE(total: points, status: .done)))
    var course = state.context.record.course
    let submission = EntrySubmission(
      form: state.name, kind: state.kind, patient: state.context.patient,
      items: contents.map { EntrySubmission.Item(at: state.eventTime, content: $0) })
    for event in submission.events(by: state.context.user, now: state.context.now) {
      course.insert(event)
    }
    let grade = course.grades(at: max(state.context.now, state.context.at)).icans
    return Terminal.Fact(
      FittedText(prompts(label)),
      FittedText(
        StyledText("\(points)  → ICANS ")
          + (state.context.hidesGrades
            ? ConsoleState.coveredGrade : GradeText.short(grade, words))))
  }

  // Which points were lost in the last six scores, those that were lost at all first.
  private var lost: Group? {
    let scores = state.context.facts.scores.filter { $0.ice.items != nil }.suffix(6)
    guard !scores.isEmpty else { return nil }
    func wasLost(_ item: ICEItem) -> Bool { scores.contains { $0.ice.items?[item] == 0 } }
    let items = ICEItem.allCases.filter(wasLost)
    guard !items.isEmpty else {
      return group("lost", EntryText(.pointsLost), .text([StyledText(prompts(.noneLost), .dim)]))
    }
    let rows = items.map { item in
      TableRow(
        id: "lost:\(item.rawValue)",
        [FittedText(prompts(item.word))]
          + scores.map { score in
            switch score.ice.items?[item] {
            case 0?: FittedText("0", .valueOut)
            case let point?: FittedText("\(point)")
            case nil: FittedText("-", .missing)
            }
          }, isChoosable: false)
    }
    let columns =
      [TableColumn(title: FittedText([]), priority: 100)]
      + scores.enumerated().map { index, score in
        TableColumn(
          title: FittedText([
            StyledText(time.dayAndClock(score.at)), StyledText(time.clock(score.at)),
          ]), alignment: .right, priority: 10 + index)
      }
    return group("lost", EntryText(.pointsLost), .table(Table(columns: columns, rows: rows)))
  }

  private var capd: Group {
    let running = CAPDItems.running(reading)
    var facts = [
      Terminal.Fact(
        FittedText(prompts(.scoreSoFar)),
        FittedText(prompts(.capdOfAsked, "\(running.points)", "\(running.asked)"), .strong))
    ]
    if let before = state.context.facts.capd, let points = before.entry.points {
      facts.append(
        Terminal.Fact(
          FittedText(prompts(.scoreBefore)),
          FittedText("\(points)  \(time.dayAndClock(before.at))", .dim)))
    }
    facts.append(
      Terminal.Fact(
        FittedText(prompts(.ownBaseline)),
        FittedText(
          state.context.bedside.baselineCAPD.map { "\($0)" } ?? prompts(.noBaseline), .dim)))
    facts.append(
      Terminal.Fact(
        FittedText([]), FittedText(prompts(.capdOverShift), .dim), priority: -1))
    if CAPDAge(state.context) != nil {
      facts.append(
        Terminal.Fact(FittedText([]), FittedText(prompts(.anchorsFromMemory), .dim), priority: -2))
    }
    return group("score", EntryText(.runningScore), .facts(facts), priority: 60, leastRows: 2)
  }
}

extension ICEItem {
  /// Its name in a list.
  var word: EntryWord {
    switch self {
    case .year: .itemYear
    case .month: .itemMonth
    case .city: .itemCity
    case .hospital: .itemHospital
    case .object1: .itemObject1
    case .object2: .itemObject2
    case .object3: .itemObject3
    case .command: .itemCommand
    case .writing: .itemWriting
    case .attention: .itemAttention
    }
  }
}
