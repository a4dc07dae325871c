import Clinical

/// What one view of the facts says held back by another: of the two the more cautious. Bounds may
/// only widen upward, a certain grade may only rise. The one rule for a record and an assessment.
struct CautiousGrade {
  /// The one that is held back says more, and is followed; otherwise the other.
  let followsFirst: Bool
  let status: GradeStatus
  let grade: Int?
  let atMost: Int?
  /// The unsigned facts change what can be said.
  let isOpen: Bool

  init(_ first: some GradeSaid, heldBackBy other: some GradeSaid) {
    followsFirst = (first.atLeast ?? -1) > (other.atLeast ?? -1)
    let base: any GradeSaid = followsFirst ? first : other
    let atMost = [first.atMost, other.atMost].compactMap { $0 }.max()
    self.atMost = atMost
    isOpen =
      first.status != other.status || first.atLeast != other.atLeast
      || first.atMost != other.atMost
    status = Self.status(base, raisedTo: atMost)
    // Contract 3: "nothing found so far" is no grade 0.
    grade = base.atLeast == 0 && atMost.map { $0 > 0 } == true ? nil : base.grade
  }

  // The status of the one that is followed, where its upper bound was raised.
  private static func status(_ base: any GradeSaid, raisedTo atMost: Int?) -> GradeStatus {
    guard let atLeast = base.atLeast, let atMost, atMost > atLeast, atMost != base.atMost else {
      return base.status
    }
    switch base.status {
    case .final, .provisional, .partial: return .partial
    case .notApplicable, .notAssessable, .indeterminate: return base.status
    }
  }
}

/// What a record and an assessment of a scale have in common.
protocol GradeSaid {
  var status: GradeStatus { get }
  var grade: Int? { get }
  var atLeast: Int? { get }
  var atMost: Int? { get }
}

extension GradeRecord: GradeSaid {
  /// This record held back by that of the signed facts.
  func heldBack(by signed: GradeRecord) -> GradeRecord {
    guard self != signed else { return self }
    let said = CautiousGrade(self, heldBackBy: signed)
    var held = said.followsFirst ? self : signed
    held.status = said.status
    held.grade = said.grade
    held.atMost = said.atMost
    held.flags = flags.union(signed.flags)
    if said.isOpen { held.flags.insert(.awaitingCosignature) }
    let judge = signed.adjudicated == nil ? self : signed
    held.adjudication = judge.adjudication
    held.adjudicated = judge.adjudicated
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

extension ScaleAssessment: GradeSaid {
  /// This assessment held back by that of the signed facts.
  func heldBack(by signed: ScaleAssessment) -> ScaleAssessment {
    guard self != signed else { return self }
    let said = CautiousGrade(self, heldBackBy: signed)
    let base = said.followsFirst ? self : signed
    let known = Set(missing.map(\.domain))
    let open = said.isOpen ? Flags.awaitingCosignature.list : []
    return ScaleAssessment(
      scale: scale, status: said.status, grade: said.grade, atLeast: base.atLeast,
      atMost: said.atMost, episode: base.episode, evidence: base.evidence,
      flags: Set(flags + signed.flags + open).sorted(), last: base.last,
      missing: missing + signed.missing.filter { !known.contains($0.domain) },
      notEntered: base.notEntered,
      worst24h: [worst24h, signed.worst24h].compactMap { $0 }.max(),
      adjudicated: signed.adjudicated ?? adjudicated, wouldChange: base.wouldChange)
  }
}

extension Assessment {
  func heldBack(by signed: Assessment) -> Assessment {
    Assessment(
      at: at, day: day, crs: crs.heldBack(by: signed.crs),
      icans: icans.heldBack(by: signed.icans), instrument: instrument)
  }
}
