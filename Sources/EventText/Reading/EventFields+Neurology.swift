internal import Clinical

extension EventFields {
  func consciousness() throws(Refusal) -> Consciousness {
    Consciousness(
      level: try required(
        word(.level), .level,
        "write \(Prose.list(Consciousness.Level.allCases.map(\.rawValue)))"),
      cause: try word(.cause))
  }

  func seizure(_ event: Event) throws(Refusal) -> Seizure {
    let continues = try eventID(.continues)
    if continues == event.id { throw refusal(.continues, "the seizure continues itself") }
    return Seizure(
      type: try word(.type), duration: try quantity(.duration, .duration),
      resolved: try flag(.resolved), returnedToBaseline: try flag(.returnedToBaseline),
      eegOnly: try flag(.eegOnly), continues: continues)
  }

  func motor() throws(Refusal) -> Motor {
    Motor(
      finding: try required(
        word(.finding), .finding, "write \(Prose.list(Motor.Sign.allCases.map(\.rawValue)))"),
      side: try line(.side))
  }

  func intracranial() throws(Refusal) -> Intracranial {
    let words = Prose.list(Intracranial.Sign.allCases.map(\.rawValue))
    let node = try required(node(.findings), .findings, "write a list of \(words)")
    guard text.nodes[node].kind == .array else {
      throw refusal(
        .findings, "\(describe(node)) stands where a list belongs",
        remedy: "write it as [\"papilloedema\"]")
    }
    var findings: [Intracranial.Sign] = []
    for (n, element) in text.elements(of: node).enumerated() {
      let sign: Intracranial.Sign = try word(element, "findings[\(n)]")
      if !findings.contains(sign) { findings.append(sign) }
    }
    guard !findings.isEmpty else {
      throw refusal(
        .findings, "the list is empty", remedy: "write [\"none\"] where nothing was found")
    }
    guard findings == [.none] || !findings.contains(.none) else {
      throw refusal(
        .findings, "\"none\" stands beside a finding",
        remedy: "write \"none\" alone, or leave it out")
    }
    return Intracranial(findings: findings)
  }

  func finding() throws(Refusal) -> Finding {
    Finding(
      name: try required(line(.name), .name, "write what was found, e.g. \"splenomegaly\""),
      present: try required(flag(.present), .present, "write true, or false when it is gone"))
  }
}
