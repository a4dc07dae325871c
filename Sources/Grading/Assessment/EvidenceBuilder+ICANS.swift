import Clinical

extension EvidenceBuilder {
  func icans(_ grade: ICANSGrade) -> [Evidence] {
    let found = [
      cognition(grade.cognition), consciousness(grade.consciousness), seizure(grade.seizure),
      motor(grade.motor), intracranial(grade.intracranial),
    ]
    return Self.inOrder(found.compactMap { $0 })
  }

  private func cognition(_ domain: DomainFinding) -> Evidence? {
    guard let finding = domain.finding, domain.low > 0,
      let (reading, instrument) = bedside.cognitionReading
    else { return nil }
    let when = clock.time(reading.at)
    let score = reading.points.map { points in
      points.count == 1
        ? "\(points.lowerBound)" : "\(points.lowerBound) to \(points.upperBound)"
    }
    let text: String
    switch finding.criterion {
    case .icansICEUnarousable: text = "unarousable for ICE at \(when)"
    case .icansCAPDUnable: text = "unarousable for CAPD at \(when)"
    case .icansCAPD:
      let own = bedside.baselineCAPD.map { ", baseline \($0)" } ?? ", no baseline"
      text = "CAPD \(score ?? "unknown")\(own) at \(when)"
    default:
      let own = bedside.baselineICE.map { $0 < 10 ? ", baseline \($0)" : "" } ?? ""
      text = "ICE \(score ?? "unknown") of 10\(own) at \(when)"
    }
    let choice: String?
    switch (finding.isPrompt, instrument) {
    case (true, .capd): choice = bedside.isAtHighBaseline(reading) ? "D-23" : "D-22"
    default:
      choice =
        if bedside.birthDate == nil, !bedside.hasDevelopmentalDelay {
          "D-32"
        } else if finding.criterion == .icansCAPD, finding.low == 1 {
          "D-22"
        } else if finding.criterion == .icansICE, bedside.normalICE < 10 {
          "D-24"
        } else {
          nil
        }
    }
    return evidence(
      finding.criterion, finding.low, text, at: reading.at, [reading.id], choice: choice)
  }

  private func consciousness(_ domain: DomainFinding) -> Evidence? {
    guard let finding = domain.finding, domain.low > 0, let entry = bedside.consciousness else {
      return nil
    }
    let level =
      switch entry.level {
      case .awake: "awakens spontaneously"
      case .voice: "awakens to voice"
      case .tactile: "awakens only to tactile stimulus"
      case .vigorous: "needs vigorous or repeated stimuli"
      case .unarousable: "unarousable"
      }
    return evidence(
      finding.criterion, finding.low, "\(level) at \(clock.time(entry.at))", at: entry.at,
      [entry.id], choice: entry.level == .awake ? "D-20" : nil)
  }

  private func seizure(_ domain: DomainFinding) -> Evidence? {
    guard let finding = domain.finding, domain.low > 0 else { return nil }
    // The newest of those that decide.
    let deciding = bedside.seizures.last { $0.finding(at: t).criterion == finding.criterion }
    guard let seizure = deciding else { return nil }
    let form =
      switch seizure.form {
      case .focal: "focal seizure"
      case .generalised: "generalised seizure"
      case .nonConvulsive: "non-convulsive seizure"
      case nil: "seizure"
      }
    var text = "\(form) at \(clock.time(seizure.at))"
    if let length = seizure.length, length.lowerBound == length.upperBound {
      text += ", \(Self.minutes(length.lowerBound))"
    } else if seizure.isOngoing {
      text += ", ongoing"
    } else if seizure.length == nil {
      text += ", duration not recorded"
    }
    if finding.criterion == .icansSeizureRepetitive { text += ", no return to baseline before it" }
    let isWindow = !seizure.isOngoing && t >= seizure.end + bedside.settings.seizureWindow
    return evidence(
      finding.criterion, finding.low, text, at: seizure.at, [seizure.id] + seizure.parts,
      choice: isWindow ? "D-25" : nil)
  }

  private static func minutes(_ microseconds: Int64) -> String {
    let seconds = microseconds / 1_000_000
    if seconds < 60 { return "\(seconds) s" }
    return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s"
  }

  private func motor(_ domain: DomainFinding) -> Evidence? {
    guard let finding = domain.finding, let entry = bedside.motor else { return nil }
    return evidence(
      finding.criterion, finding.low, "deep focal motor weakness since \(clock.time(entry.at))",
      at: entry.at, [entry.id])
  }

  private func intracranial(_ domain: DomainFinding) -> Evidence? {
    guard let finding = domain.finding, let entry = bedside.intracranial else { return nil }
    let signs = entry.value.filter { $0 != .none && $0 != .haemorrhage }.map(\.label)
    return evidence(
      finding.criterion, finding.low,
      "\(signs.joined(separator: ", ")) since \(clock.time(entry.at))", at: entry.at, [entry.id])
  }
}
