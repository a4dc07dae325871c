import Clinical

/// The vasopressors given for hypotension, as they ran through time.
struct PressorHistory {
  /// A drug from an entry on, until the next entry of the same drug.
  struct Running: Sendable {
    let agent: VasoactiveAgent
    let name: String
    let rate: Quantity?
    let indication: Vasopressor.Indication
    let id: EventID

    /// True for what counts as a vasopressor given for hypotension.
    var counts: Bool {
      indication == .hypotension
        && (agent.family == .vasopressor || agent.family == .vasopressin)
    }
  }

  private var steps: [(at: Instant, running: [Running])] = []

  init(_ entries: [ObservedFacts.Entry<Vasopressor>]) {
    var running: [Running] = []
    for entry in entries where entry.value.action != .bolus {
      let drug = entry.value
      let before = running.first { $0.agent == drug.agent && $0.name == drug.foldedName }
      running.removeAll { $0.agent == drug.agent && $0.name == drug.foldedName }
      if !drug.isStop {
        // A change keeps what the drug is given for, unless it says otherwise.
        let kept = drug.action == .change ? before?.indication : nil
        running.append(
          Running(
            agent: drug.agent, name: drug.foldedName, rate: drug.rate,
            indication: drug.indication ?? kept ?? .hypotension, id: entry.id))
      }
      if steps.last?.at == entry.at { steps.removeLast() }
      steps.append((entry.at, running.filter(\.counts)))
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
