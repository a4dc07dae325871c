package import Clinical

extension GradedCourse {
  /// The facts by which the ward knows who is there: what an unsigned entry says of coming counts,
  /// what it says of going does not. In place of an unsigned discharge, leave or death stands its
  /// signed version, if it has one, and an admission that only a trainee has taken back still holds.
  package var factsOfPresence: [Fact] {
    guard let signedFacts else { return facts }
    let gone = Set(facts.filter(\.event.isUnsignedDeparture).map(\.key.id))
    var present = facts.filter { !$0.event.isUnsignedDeparture }
    let stays: Set<EventKind> = [.stay, .status]
    let known = Set(present.lazy.filter { stays.contains($0.event.kind) }.map(\.key.id))
    let restored = signedFacts.filter { fact in
      stays.contains(fact.event.kind) && !known.contains(fact.key.id)
        && (gone.contains(fact.key.id) || !fact.event.isDeparture)
    }
    if restored.isEmpty { return present }
    present += restored
    return present.sorted { $0.key < $1.key }
  }
}
