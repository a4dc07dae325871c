import Clinical

/// The vasopressors given for hypotension, as they ran through time.
struct PressorHistory {
  /// A drug from an entry on, until the next entry of the same drug.
  struct Running: Sendable {
    let agent: VasoactiveAgent
    let name: String
    let rate: Quantity?
    let id: EventID
  }

  private var steps: [(at: Instant, running: [Running])] = []

  init(_ entries: [ObservedFacts.Entry<Vasopressor>]) {
    var running: [Running] = []
    for entry in entries where entry.value.action != .bolus {
      let drug = entry.value
      running.removeAll { $0.agent == drug.agent && $0.name == drug.foldedName }
      let counts = drug.agent.family == .vasopressor || drug.agent.family == .vasopressin
      if !drug.isStop, drug.purpose == .hypotension, counts {
        running.append(
          Running(agent: drug.agent, name: drug.foldedName, rate: drug.rate, id: entry.id))
      }
      if steps.last?.at == entry.at { steps.removeLast() }
      steps.append((entry.at, running))
    }
  }

  /// What runs at `t`.
  func running(at t: Instant) -> [Running] { steps.last { $0.at <= t }?.running ?? [] }

  /// Since when any vasopressor has run without a break until `t`; `nil` where none runs.
  func runsSince(_ t: Instant) -> Instant? {
    var since: Instant?
    for step in steps.reversed() where step.at <= t {
      if step.running.isEmpty { return since }
      since = step.at
    }
    return since
  }

  /// What ran at each moment of the last `span` before `t`, the one carried into it included.
  func states(during span: TimeSpan, before t: Instant) -> [[Running]] {
    let start = t - span
    let within = steps.filter { $0.at > start && $0.at <= t }.map(\.running)
    return [running(at: start)] + within
  }
}
