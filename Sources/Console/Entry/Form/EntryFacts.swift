package import Clinical

/// What a form shows of the past that no summary keeps: the last of each kind, earlier scores, the
/// settings that concern entry.
package struct EntryFacts: Sendable {
  package struct Scored: Sendable, Hashable {
    package let ice: ICE
    package let at: Instant
  }

  /// The newest of each kind, with its time.
  package private(set) var consciousness: (entry: Consciousness, at: Instant)?
  package private(set) var oxygen: (entry: Oxygen, at: Instant)?
  package private(set) var motor: (entry: Motor, at: Instant)?
  package private(set) var intracranial: (entry: Intracranial, at: Instant)?
  /// Every ICE with points, in order.
  package private(set) var scores: [Scored] = []
  package private(set) var capd: (entry: CAPD, at: Instant)?
  /// Rounds of vital signs, the newest last.
  package private(set) var rounds: [(vitals: Vitals, at: Instant, by: String?)] = []
  /// The word set that was used last.
  package private(set) var wordSet: String?
  /// The newest value of each setting of limits and sentences, the patient's own before the ward's.
  private var wardSettings: [String: SettingValue] = [:]
  private var ownSettings: [String: SettingValue] = [:]
  package private(set) var site: Site?

  init(_ facts: some Sequence<Fact>, at t: Instant) {
    for fact in facts where fact.key.at <= t { take(fact.event, at: fact.key.at) }
  }

  private mutating func take(_ event: Event, at t: Instant) {
    switch event.content {
    case .consciousness(let entry): consciousness = (entry, t)
    case .oxygen(let entry): oxygen = (entry, t)
    case .motor(let entry): motor = (entry, t)
    case .intracranial(let entry): intracranial = (entry, t)
    case .ice(let ice):
      if ice.points != nil { scores.append(Scored(ice: ice, at: t)) }
      wordSet = ice.wordSet ?? wordSet
    case .capd(let entry): capd = (entry, t)
    case .vitals(let vitals): rounds.append((vitals, t, event.by))
    case .site(let place): site = place
    case .setting(let setting):
      guard setting.name.hasPrefix("limits.") || setting.name.hasPrefix("plan.sentence") else {
        return
      }
      let value = setting.value == .null ? nil : setting.value
      if event.patient == nil {
        wardSettings[setting.name] = value
      } else {
        ownSettings[setting.name] = value
      }
    default: break
    }
  }

  /// The value of a setting, the patient's own before the ward's.
  package func setting(_ name: String) -> SettingValue? { ownSettings[name] ?? wardSettings[name] }
}
