internal import Clinical

extension EventFields {
  func attribution() throws(Refusal) -> Attribution {
    Attribution(
      domain: try required(
        word(.domain), .domain,
        "write \(Prose.list(Attribution.Domain.allCases.map(\.rawValue)))"),
      cause: try required(
        word(.cause), .cause, "write \(Prose.list(Attribution.Cause.allCases.map(\.rawValue)))"),
      note: try prose(.note))
  }

  func adjudication(_ event: Event) throws(Refusal) -> Adjudication {
    let adjudication = Adjudication(
      scale: try required(line(.scale), .scale, "write the scale, e.g. \"ASTCT-CRS-2019\""),
      grade: try required(whole(.grade, 0...5), .grade, "write the grade, 0 to 5"),
      computed: try whole(.computed, 0...5))
    if let computed = adjudication.computed, computed != adjudication.grade, event.reason == nil {
      throw refusal(
        .reason, "grade \(adjudication.grade) differs from the computed \(computed) without it",
        remedy: "write why")
    }
    return adjudication
  }

  func acknowledgement() throws(Refusal) -> Acknowledgement {
    let acknowledgement = Acknowledgement(
      alert: try line(.alert), rule: try line(.rule), note: try prose(.note),
      until: try moment(.until))
    guard acknowledgement.alert != nil || acknowledgement.rule != nil else {
      throw missing(.alert, "write the alert's id, or its rule, e.g. \"rule\": \"A04\"")
    }
    return acknowledgement
  }

  /// Refuses an acknowledgement whose alert is another patient's or another rule's than it says: it
  /// would keep an alert quiet that nobody has looked at (contract 5).
  func checkAlert(_ event: Event) throws(Refusal) {
    guard case .acknowledgement(let entry) = event.content, let alert = entry.alert else { return }
    let rule = String(alert.prefix { $0 != ":" })
    if let named = entry.rule, named != rule {
      throw refusal(
        .rule, "the alert \(alert) is not one of \(named)",
        remedy: "leave rule out, or write the alert that is meant")
    }
    if let patient = event.patient, !alert.hasPrefix("\(rule):\(patient.text):") {
      throw refusal(
        .alert, "\(alert) is no alert of \(patient.text)",
        remedy: "write the alert as vigil alerts prints it, under its own patient")
    }
  }

  func retraction(_ event: Event) throws(Refusal) -> Retraction {
    let retracts = try required(
      eventID(.retracts), .retracts, "write the id of the event that is taken back")
    guard event.reason != nil else {
      throw missing(.reason, "write why, e.g. \"reason\": \"wrong patient\"")
    }
    return Retraction(retracts: retracts)
  }
}
