package import Clinical

extension Event {
  /// True for what a trainee wrote: until a nurse or a physician co-signs it, by a correction of
  /// their own, it counts for raising a grade and not for lowering one.
  ///
  /// The role of a `user` event is that of the person of whom it tells.
  package var awaitsCosignature: Bool { role == .trainee && kind != .user }
}

/// What every fact says beside what the facts say that need no co-signature: of the two the more
/// cautious. Bounds may only widen upward, a certain grade may only rise.
struct CautiousBounds {
  /// The bounds are those of all facts, widened; otherwise those of the signed ones.
  let followsAll: Bool
  let atMost: Int?
  /// The unsigned facts change what can be said.
  let isOpen: Bool

  init(
    all: (status: GradeStatus, atLeast: Int?, atMost: Int?),
    signed: (status: GradeStatus, atLeast: Int?, atMost: Int?)
  ) {
    let most = [all.atMost, signed.atMost].compactMap { $0 }.max()
    followsAll = (all.atLeast ?? -1) > (signed.atLeast ?? -1)
    atMost = most
    isOpen =
      all.status != signed.status || all.atLeast != signed.atLeast || all.atMost != signed.atMost
  }

  /// The status of the one that is followed, where its upper bound was raised.
  func status(_ status: GradeStatus, atLeast: Int?, atMost: Int?) -> GradeStatus {
    guard let atLeast, let raised = self.atMost, raised > atLeast, raised != atMost else {
      return status
    }
    switch status {
    case .final, .provisional, .partial: return .partial
    case .notApplicable, .notAssessable, .indeterminate: return status
    }
  }

  /// The grade under that status (contract 3): "nothing found so far" is no grade 0.
  func grade(_ grade: Int?, atLeast: Int?) -> Int? {
    guard let atMost, atLeast == 0, atMost > 0 else { return grade }
    return nil
  }
}

extension GradeRecord {
  /// This record, of all facts, held back by the one of the signed facts.
  func heldBack(by signed: GradeRecord) -> GradeRecord {
    guard self != signed else { return self }
    let bounds = CautiousBounds(
      all: (status, atLeast, atMost), signed: (signed.status, signed.atLeast, signed.atMost))
    var held = bounds.followsAll ? self : signed
    held.status = bounds.status(held.status, atLeast: held.atLeast, atMost: held.atMost)
    held.grade = bounds.grade(held.grade, atLeast: held.atLeast)
    held.atMost = bounds.atMost
    if bounds.isOpen { held.flags.insert(.awaitingCosignature) }
    return held
  }
}

extension GradeChange {
  func heldBack(by signed: GradeChange) -> GradeChange {
    GradeChange(
      at: at, crs: crs.heldBack(by: signed.crs), icans: icans.heldBack(by: signed.icans))
  }

  /// The changes of all facts held back by those of the signed ones, each at its instant.
  static func heldBack(_ all: [GradeChange], by signed: [GradeChange]) -> [GradeChange] {
    var held: [GradeChange] = []
    var (next, nextSigned) = (all[...], signed[...])
    var now = (crs: GradeRecord.notApplicable, icans: GradeRecord.notApplicable)
    var signedNow = now
    while let t = [next.first?.at, nextSigned.first?.at].compactMap({ $0 }).min() {
      while let change = next.first, change.at == t {
        now = (change.crs, change.icans)
        next.removeFirst()
      }
      while let change = nextSigned.first, change.at == t {
        signedNow = (change.crs, change.icans)
        nextSigned.removeFirst()
      }
      let change = GradeChange(
        at: t, crs: now.crs.heldBack(by: signedNow.crs),
        icans: now.icans.heldBack(by: signedNow.icans))
      if held.last.map({ $0.crs != change.crs || $0.icans != change.icans }) ?? true {
        held.append(change)
      }
    }
    return held
  }
}

extension ScaleAssessment {
  /// This assessment, of all facts, held back by the one of the signed facts.
  func heldBack(by signed: ScaleAssessment) -> ScaleAssessment {
    let bounds = CautiousBounds(
      all: (status, atLeast, atMost), signed: (signed.status, signed.atLeast, signed.atMost))
    guard bounds.isOpen else { return self }
    let base = bounds.followsAll ? self : signed
    let known = Set(missing.map(\.domain))
    return ScaleAssessment(
      scale: scale, status: bounds.status(base.status, atLeast: base.atLeast, atMost: base.atMost),
      grade: bounds.grade(base.grade, atLeast: base.atLeast), atLeast: base.atLeast,
      atMost: bounds.atMost, episode: base.episode, evidence: base.evidence,
      flags: Set(base.flags).union(Flags.awaitingCosignature.list).sorted(), last: base.last,
      missing: missing + signed.missing.filter { !known.contains($0.domain) },
      notEntered: base.notEntered,
      worst24h: [worst24h, signed.worst24h].compactMap { $0 }.max(),
      adjudicated: adjudicated ?? signed.adjudicated, wouldChange: base.wouldChange)
  }
}

extension Assessment {
  func heldBack(by signed: Assessment) -> Assessment {
    Assessment(
      at: at, day: day, crs: crs.heldBack(by: signed.crs),
      icans: icans.heldBack(by: signed.icans), instrument: instrument)
  }
}
