package import Clinical

/// What a clinician says causes a domain's signs.
package struct AttributionForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleAttribution

  static let domains = [
    EntryOption("f", "fever", .domainFever), EntryOption("h", "hypotension", .domainHypotension),
    EntryOption("o", "hypoxia", .domainHypoxia), EntryOption("c", "cognition", .domainCognition),
    EntryOption("l", "consciousness", .domainConsciousness),
    EntryOption("s", "seizure", .domainSeizure),
    EntryOption("m", "motor", .domainMotor), EntryOption("p", "intracranial", .domainIntracranial),
  ]
  static let causes = [
    EntryOption("c", "crs", .scaleCRS), EntryOption("i", "icans", .scaleICANS),
    EntryOption("o", "other", .causeOther),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("domain", .domain, .choice(Self.domains, advances: true), isRequired: true),
      FieldSpec("cause", .cause, .choice(Self.causes, advances: true), isRequired: true),
      FieldSpec("note", .noteText, .text(1000), isRequired: reading["cause"].choice == "other"),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let domain = reading.option("domain", as: Attribution.Domain.self),
      let cause = reading.option("cause", as: Attribution.Cause.self)
    else { return [] }
    return [
      .attribution(Attribution(domain: domain, cause: cause, note: reading["note"].text))
    ]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .attribution(let entry)? = originals.first?.content else { return [:] }
    return [
      "domain": Self.domains.key(of: entry.domain), "cause": Self.causes.key(of: entry.cause),
      "note": entry.note,
    ].compactMapValues { $0 }
  }
}

/// Another sign, found or gone.
package struct FindingForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleFinding

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec(
        "name", EntryText(.findingName), .name(.any), isRequired: true,
        remark: EntryText(.findingExamples)),
      FieldSpec("present", .present, .choice(EntryOption.yesNo, advances: true), isRequired: true),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let name = reading["name"].text, let present = reading.flag("present") else { return [] }
    return [.finding(Finding(name: name, present: present))]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .finding(let entry)? = originals.first?.content else { return [:] }
    return ["name": entry.name, "present": entry.present ? "y" : "n"]
  }
}

/// A note in words.
package struct NoteForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleNote

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [FieldSpec("note", .noteText, .text(4000), isRequired: true)]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    reading["note"].text.map { [.note($0)] } ?? []
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .note(let text)? = originals.first?.content else { return [:] }
    return ["note": text]
  }
}

extension [EntryOption] {
  /// The key that stands for a recorded value; `nil` for none.
  func key<Value: RawRepresentable<String>>(of value: Value?) -> String? {
    key(id: value?.rawValue)
  }

  func key(id: String?) -> String? {
    id.flatMap { option(id: $0) }.map { String($0.key) }
  }
}
