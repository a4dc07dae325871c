import Clinical
import Terminal

extension ConsoleState {
  /// Does what a command says, where it makes sense.
  mutating func perform(_ command: Command) -> [Effect] {
    // Whoever is asked who writes now answers that first.
    if station.asking != nil || replay?.session?.asking != nil { return [] }
    if let effects = performTraining(command.id) ?? performReplay(command) { return effects }
    if let effects = performEntry(command.id) ?? performAlert(command.id)
      ?? performPeople(command.id) ?? performTrends(command.id) ?? performTrial(command.id)
      ?? performHolding(command.id) ?? performTable(command.id)
    {
      return effects
    }
    switch command.id {
    case "help": openHelp()
    case "palette": openPalette()
    case "theme": openThemes()
    case "quit": return [.quit]
    case "redraw": return [.redraw]
    case "mouse":
      isMouseOn.toggle()
      message = Message(words(isMouseOn ? .mouseOn : .mouseOff))
      return [.setMouse(isMouseOn)]
    case "ward": screen = .ward
    case "about":
      about = AboutState()
      screen = .about
    case "back": return goBack()
    default: return performHere(command)
    }
    return []
  }

  private mutating func performHere(_ command: Command) -> [Effect] {
    if let step = Self.steps[command.id] { return move(step) }
    switch screen {
    case .ward: return performOnWard(command.id)
    case .patient: return performOnPatient(command.id)
    case .about, .alerts, .trial, .holding, .table: return []
    }
  }

  private mutating func goBack() -> [Effect] {
    if list != nil { return closeList() }
    switch screen {
    case .ward:
      // What hides patients first, then the small plots.
      if ward.search.text.isEmpty, ward.filter == .all { ward.showsTrends = false }
      ward.search = TextInput("", limit: WardState.searchLimit)
      ward.filter = .all
    case .about, .alerts, .holding, .table: screen = patient == nil ? .ward : .patient
    case .trial: goBackFromTrial()
    case .patient:
      // The moment first, then the course as known, then the ward.
      if patient?.reading != nil {
        patient?.reading = nil
      } else if patient?.part == .trends, trends.compared != nil {
        endComparison()
      } else if patient?.record.knownAt != nil {
        patient?.record.know(at: nil)
      } else if patient?.moment != nil {
        patient?.moment = nil
        holdInSight()
      } else {
        screen = trial.hasOpened ? .trial : .ward
        trial.hasOpened = false
        patient = nil
      }
    }
    return []
  }

  /// One step through whatever is in front.
  enum Step: Equatable {
    case lines(Int)
    case pages(Int)
    case first, last
  }

  private static let steps: [String: Step] = [
    "move.up": .lines(-1), "move.down": .lines(1), "move.pageUp": .pages(-1),
    "move.pageDown": .pages(1), "move.first": .first, "move.last": .last,
  ]

  private mutating func move(_ step: Step) -> [Effect] {
    if moveInTraining(step) { return [] }
    switch screen {
    case .ward:
      let rows = ward.listing(at: now).rows
      let place = rows.firstIndex { $0.id == ward.selected } ?? 0
      if !rows.isEmpty { ward.selected = rows[Self.moved(place, step, count: rows.count)].id }
    case .patient:
      switch patient?.part {
      case .alerts: if let open = patient { moveInPatientAlerts(open, step) }
      case .trends: moveInPanels(step)
      case .dayTable: moveInDayTable(step)
      case .scales: if let open = patient { moveInScales(open, step) }
      default: moveInEvents(step)
      }
    case .alerts: moveInAlerts(step)
    case .trial: moveInTrial(step)
    case .holding: moveInHolding(step)
    case .table: moveInTable(step)
    case .about: about.scroll = Self.moved(about.scroll, step, count: aboutLines.count)
    }
    return []
  }

  static func moved(_ place: Int, _ step: Step, count: Int) -> Int {
    let target =
      switch step {
      case .lines(let n): place + n
      case .pages(let n): place + n * 10
      case .first: 0
      case .last: count - 1
      }
    return max(0, min(count - 1, target))
  }
}
