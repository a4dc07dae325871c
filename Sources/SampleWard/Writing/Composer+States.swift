import Clinical

extension Composer {
  /// Oxygen and vasopressors are states that the ward confirms every 4 h (clinical-rules 1.7): the
  /// same oxygen again, a slightly changed rate.
  mutating func confirmStates() {
    for (state, window) in oxygenStates() {
      // A patient's own oxygen is charted once a shift.
      let interval = state.indication == .chronic ? 465 : 235
      var time = window.from + interval - 20
      while time < window.to - 30, time <= script.end {
        if !script.silence.contain(time) {
          diary.write(.oxygen(state), at: time, by: .nurse, delay: 2)
        }
        time = time + interval
      }
    }
    for (entry, window) in vasopressorStates() {
      guard let rate = entry.rate else { continue }
      var time = window.from + 165
      var percent = 100
      let most = entry.agent.family == .vasopressin ? 133 : 190
      while time < window.to - 30, time <= script.end {
        percent = max(50, min(most, percent + random.within(-18...20)))
        var changed = entry
        changed.action = .change
        changed.rate = Quantity(
          rate.value.scaled(by: Int64(percent), over: 100, places: entry.agent.places), rate.unit)
        diary.write(.vasopressor(changed), at: time, by: .nurse, delay: 2)
        time = time + 180
      }
    }
  }

  private func oxygenStates() -> [(Oxygen, Window)] {
    var states: [(Oxygen, Window)] = []
    let steps = script.stepsInOrder
    for (index, step) in steps.enumerated() {
      guard case .oxygen(let oxygen)? = step.content, oxygen.device != .roomAir,
        [nil, .hypoxia, .chronic].contains(oxygen.indication)
      else { continue }
      let next = steps.dropFirst(index + 1).first { $0.content?.kind == .oxygen }
      states.append((oxygen, Window(step.at, next?.at ?? script.end)))
    }
    return states
  }

  private func vasopressorStates() -> [(Vasopressor, Window)] {
    var states: [(Vasopressor, Window)] = []
    let steps = script.stepsInOrder
    for (index, step) in steps.enumerated() {
      guard case .vasopressor(let entry)? = step.content,
        entry.action == .start || entry.action == .change
      else { continue }
      let next = steps.dropFirst(index + 1).first {
        if case .vasopressor(let later)? = $0.content { later.agent == entry.agent } else { false }
      }
      states.append((entry, Window(step.at, next?.at ?? script.end)))
    }
    return states
  }
}

extension VasoactiveAgent {
  /// Decimals to which its rate is written.
  var places: Int {
    switch self {
    case .dobutamine, .dopamine: 1
    default: 3
    }
  }
}
