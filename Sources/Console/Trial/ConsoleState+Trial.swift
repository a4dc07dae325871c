import Clinical
import Outcomes

extension ConsoleState {
  /// A command of the Trial screen; `nil` for one of another part of the console.
  mutating func performTrial(_ id: String) -> [Effect]? {
    switch id {
    case "trial":
      screen = .trial
      trial.begin()
      return [.loadTrial]
    case "trial.next", "trial.previous":
      let parts = TrialState.Part.allCases
      let place = parts.firstIndex(of: trial.part) ?? 0
      let step = id == "trial.next" ? 1 : parts.count - 1
      show(parts[(place + step) % parts.count])
    case "trial.other": showOther()
    case "trial.behind": return openBehind()
    default: return nil
    }
    return []
  }

  mutating func show(_ part: TrialState.Part) {
    trial.part = part
    trial.close()
  }

  // The next curve, or the other scale; of the other figures there is one of each.
  private mutating func showOther() {
    switch trial.part {
    case .survival:
      let count = trial.lines.count
      if count > 0 { trial.row = (trial.row + 1) % count }
    case .grades: trial.showsICANS.toggle()
    default: break
    }
  }

  // First the lines of patients, then the patient at the event.
  private mutating func openBehind() -> [Effect] {
    if let behind = trial.behind {
      guard let (patient, event) = behind.table.patient(behind.row) else { return [] }
      trial.hasOpened = true
      awaitedEvent = event
      return ask(for: patient)
    }
    guard let report = trial.report, let table = trial.main, let row = trial.chosen,
      let behind = report.behind(table, row: row), !behind.rows.isEmpty
    else {
      message = Message(words.trial(.nothingBehind))
      return []
    }
    trial.open(behind)
    return []
  }

  mutating func moveInTrial(_ step: Step) {
    if let behind = trial.behind {
      trial.choose(behind: Self.moved(behind.row, step, count: behind.table.rows.count))
    } else if !trial.lines.isEmpty {
      trial.row = Self.moved(trial.row, step, count: trial.lines.count)
    }
  }

  mutating func goBackFromTrial() {
    if trial.behind != nil {
      trial.close()
    } else {
      screen = patient == nil ? .ward : .patient
    }
  }

  mutating func clickOnTrial(_ target: String) -> [Effect] {
    let parts = target.split(separator: ":").map(String.init)
    guard parts.count == 2 else { return [] }
    switch parts[0] {
    case "trial-part":
      if let part = TrialState.Part(rawValue: parts[1]) { show(part) }
    case "line":
      guard let row = Int(parts[1]), row >= 0, row < trial.lines.count else { return [] }
      if trial.row == row { return openBehind() }
      trial.row = row
    case "behind":
      guard let row = Int(parts[1]), let behind = trial.behind,
        behind.table.rows.indices.contains(row)
      else { return [] }
      if behind.row == row { return openBehind() }
      trial.choose(behind: row)
    default: break
    }
    return []
  }
}
