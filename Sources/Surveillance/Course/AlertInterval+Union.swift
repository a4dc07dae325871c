import Clinical

extension AlertInterval {
  /// The times during which a rule is true in either of two views of the facts, with what the graver
  /// of them says; by rule and then by time.
  static func union(_ first: [AlertInterval], _ second: [AlertInterval]) -> [AlertInterval] {
    var united: [AlertInterval] = []
    for rule in AlertRule.all.indices {
      let views = [first, second].map { $0.filter { $0.rule == rule } }
      if views.allSatisfy(\.isEmpty) { continue }
      var said = views.map(Self.sayings)
      var now: [AlertStep?] = [nil, nil]
      while let t = said.compactMap({ $0.first?.at }).min() {
        for view in said.indices {
          while let next = said[view].first, next.at == t {
            now[view] = next.step
            said[view].removeFirst()
          }
        }
        let isOpen = united.last.map { $0.rule == rule && $0.ended == nil } ?? false
        if let step = AlertStep.graver(now[0], now[1], at: t) {
          if !isOpen {
            united.append(AlertInterval(rule: rule, raised: t, steps: [step], ended: nil))
          } else if let last = united.last?.steps.last, !last.says(step) {
            united[united.count - 1].steps.append(step)
          }
        } else if isOpen {
          united[united.count - 1].ended = t
        }
      }
    }
    return united
  }

  // What a view says from an instant on; `nil` that the rule is no longer true.
  private static func sayings(
    _ intervals: [AlertInterval]
  ) -> ArraySlice<(at: Instant, step: AlertStep?)> {
    var said: [(at: Instant, step: AlertStep?)] = []
    for interval in intervals {
      said += interval.steps.map { (at: $0.at, step: $0) }
      if let ended = interval.ended { said.append((at: ended, step: nil)) }
    }
    return said[...]
  }
}

extension AlertStep {
  /// What two views say together from `t` on: whatever either asks for, in the words of the graver,
  /// of equals in those of the first; `nil` where neither says anything.
  fileprivate static func graver(
    _ first: AlertStep?, _ second: AlertStep?, at t: Instant
  ) -> AlertStep? {
    guard let one = first ?? second else { return nil }
    let other = (first == nil ? nil : second) ?? one
    let isGraver = (other.priority, other.badness) > (one.priority, one.badness)
    let (lead, rest) = isGraver ? (other, one) : (one, other)
    return AlertStep(
      at: t, known: max(lead.known, rest.known, t), priority: lead.priority,
      badness: max(lead.badness, rest.badness),
      occurrence: [lead.occurrence, rest.occurrence].compactMap { $0 }.max(), text: lead.text,
      events: lead.events + rest.events.filter { !lead.events.contains($0) },
      causes: lead.causes.union(rest.causes), grade: lead.grade)
  }

  /// True where another step says the same.
  fileprivate func says(_ other: AlertStep) -> Bool {
    (priority, badness, occurrence, text, events)
      == (other.priority, other.badness, other.occurrence, other.text, other.events)
  }
}
