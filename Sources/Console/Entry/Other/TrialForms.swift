package import Clinical

/// An adverse event as the trial reports it.
package struct AdverseEventForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleAdverseEvent

  static let grades = (1...5).map { EntryOption(Character("\($0)"), "\($0)", .gradeDigit) }
  static let relations = [
    EntryOption("r", "related", .related), EntryOption("p", "possible", .possiblyRelated),
    EntryOption("n", "notRelated", .notRelated),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("term", .adverseTerm, .name(.any), isRequired: true),
      FieldSpec("grade", .adverseGrade, .choice(Self.grades, advances: true), isRequired: true),
      FieldSpec("start", .adverseStart, .date), FieldSpec("stop", .adverseStop, .date),
      FieldSpec("serious", .serious, .choice(EntryOption.yesNo, advances: true)),
      FieldSpec("relation", .relatedness, .choice(Self.relations, advances: true)),
      FieldSpec("taken", .actionTaken, .text(200)), FieldSpec("outcome", .outcome, .text(200)),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let term = reading["term"].text else { return [] }
    func day(_ id: String) -> EventTime? {
      if case .date(let date) = reading[id] { .day(date) } else { nil }
    }
    return [
      .adverseEvent(
        AdverseEvent(
          term: term, grade: reading["grade"].choice.flatMap { Int($0) }, scale: "CTCAE-5.0",
          start: day("start"), stop: day("stop"), serious: reading.flag("serious"),
          relatedness: reading["relation"].choice, action: reading["taken"].text,
          outcome: reading["outcome"].text))
    ]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .adverseEvent(let entry)? = originals.first?.content else { return [:] }
    return [
      "term": entry.term, "grade": entry.grade.map { "\($0)" },
      "start": entry.start.map { "\($0.localDate(in: zone))" },
      "stop": entry.stop.map { "\($0.localDate(in: zone))" },
      "serious": entry.serious.map { $0 ? "y" : "n" },
      "relation": Self.relations.key(id: entry.relatedness), "taken": entry.action,
      "outcome": entry.outcome,
    ].compactMapValues { $0 }
  }
}

/// A response assessment.
package struct ResponseForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleResponse

  static let grades = [
    EntryOption("c", "CR", .responseCR), EntryOption("i", "CRi", .responseCRi),
    EntryOption("p", "PR", .responsePR), EntryOption("n", "NR", .responseNR),
    EntryOption("r", "relapse", .responseRelapse),
    EntryOption("g", "progression", .responseProgression),
    EntryOption("e", "notEvaluable", .responseNotEvaluable),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("response", .response, .choice(Self.grades, advances: true), isRequired: true),
      FieldSpec("mrd", EntryText(.mrd), .text(64), remark: EntryText(.mrdHelp)),
      FieldSpec("method", .method, .text(100)), FieldSpec("sites", .sites, .text(200)),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let grade = reading.option("response", as: Response.Grade.self) else { return [] }
    let sites = (reading["sites"].text ?? "").split(separator: ",").map {
      TypedText.plain(String($0))
    }.filter { !$0.isEmpty }
    return [
      .response(
        Response(
          response: grade, mrd: reading["mrd"].text, sites: sites, method: reading["method"].text))
    ]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .response(let entry)? = originals.first?.content else { return [:] }
    return [
      "response": Self.grades.key(of: entry.response), "mrd": entry.mrd, "method": entry.method,
      "sites": entry.sites.isEmpty ? nil : entry.sites.joined(separator: ", "),
    ].compactMapValues { $0 }
  }
}

/// A transplant.
package struct TransplantForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleTransplant

  static let purposes = [
    EntryOption("c", "consolidation", .consolidation), EntryOption("s", "salvage", .salvage),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("donor", .donor, .text(100)),
      FieldSpec("purpose", .purpose, .choice(Self.purposes, advances: true), isRequired: true),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let purpose = reading.option("purpose", as: Transplant.Purpose.self) else { return [] }
    return [.transplant(Transplant(donor: reading["donor"].text, purpose: purpose))]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .transplant(let entry)? = originals.first?.content else { return [:] }
    return ["donor": entry.donor, "purpose": Self.purposes.key(of: entry.purpose)]
      .compactMapValues { $0 }
  }
}

/// Another treatment of the disease.
package struct TherapyForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleNewTherapy

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [FieldSpec("therapy", .therapy, .text(200), isRequired: true)]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    reading["therapy"].text.map { [.newTherapy(NewTherapy(therapy: $0))] } ?? []
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    guard case .newTherapy(let entry)? = originals.first?.content else { return [:] }
    return ["therapy": entry.therapy]
  }
}
