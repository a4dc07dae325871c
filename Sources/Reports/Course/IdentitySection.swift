import Clinical

extension ReportedPatient {
  /// Who the patient is, where, and what was infused.
  var identitySection: ReportSection {
    var facts: [ReportFact] = []
    func add(_ label: ReportWord, _ text: String?) {
      facts.append(ReportFact(words(label), text ?? words(.notRecorded)))
    }
    add(.subject, id.text)
    if !question.isDeidentified {
      add(.name, summary.name)
      add(.hospitalNumber, summary.hospitalNumber)
      add(.born, summary.birthDate.map { "\($0)" })
    }
    add(.age, summary.age(at: now, zone: clock.zone).map { words(.ageIs, "\($0)") })
    add(.sex, summary.sex)
    add(.diagnosis, summary.diagnosis)
    add(.weight, summary.weight.map { "\($0.value) kg, \(clock.stamp($0.at))" })
    let place = question.isDeidentified ? [] : [summary.unit, summary.bed].compactMap { $0 }
    add(.stay, (place + [whereabouts]).joined(separator: ", "))
    add(.infusion, infusionWords)
    add(.lymphodepletion, lymphodepletionWords)
    return ReportSection(words(.identity), [.facts(facts)])
  }

  /// Every infusion with product, dose and donor; that there was none.
  var infusionWords: String {
    let infusions = own.compactMap { fact -> String? in
      guard case .infusion(let infusion) = fact.event.content else { return nil }
      let parts = [
        clock.stamp(fact.event.at), infusion.product, infusion.dose.map(\.words),
        infusion.donor?.rawValue,
      ]
      return parts.compactMap { $0 }.joined(separator: ", ")
    }
    return infusions.isEmpty ? words(.noInfusion) : infusions.joined(separator: "; ")
  }

  private var lymphodepletionWords: String? {
    let given = own.compactMap { fact -> String? in
      guard case .lymphodepletion(let entry) = fact.event.content else { return nil }
      return [entry.drug, entry.dose.map(\.words), clock.stamp(fact.event.at)].compactMap { $0 }
        .joined(separator: " ")
    }
    return given.isEmpty ? nil : given.joined(separator: "; ")
  }
}

extension Quantity {
  /// As a person reads it: `8 mg/kg`, `<2.5 pg/mL`.
  var words: String {
    let unit = unit.label
    return "\(comparator?.rawValue ?? "")\(value)" + (unit.isEmpty ? "" : " \(unit)")
  }
}
