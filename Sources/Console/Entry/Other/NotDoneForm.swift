package import Clinical

/// Something that was due and was not done, and why.
package struct NotDoneForm: EntryForm {
  package init() {}
  package let title = EntryWord.titleNotDone

  static let reasons = [
    EntryOption("a", "asleep", .statusAsleep), EntryOption("r", "refused", .statusRefused),
    EntryOption("w", "offWard", .whyOffWard), EntryOption("p", "procedure", .whyProcedure),
    EntryOption("o", "other", .forOther),
  ]
  static let what = [
    EntryOption("v", "vitals", .whatVitals), EntryOption("l", "labs", .whatLabs),
    EntryOption("c", "cytokines", .whatCytokines), EntryOption("t", "carT", .whatCarT),
  ]

  package func fields(_ reading: FormReading) -> [FieldSpec] {
    [
      FieldSpec("what", .whatNotDone, .choice(Self.what, advances: true), isRequired: true),
      FieldSpec("why", .whyNotDone, .choice(Self.reasons, advances: true), isRequired: true),
    ]
  }

  package func contents(_ reading: FormReading) -> [Content] {
    guard let what = reading.option("what", as: NotDone.What.self),
      let why = reading.option("why", as: NotDone.Reason.self)
    else { return [] }
    return [.notDone(NotDone(what: what, because: why))]
  }

  package func texts(of originals: [Event], in zone: Zone) -> [String: String] {
    var texts: [String: String] = [:]
    for event in originals {
      guard case .notDone(let entry) = event.content else { continue }
      texts["what"] = Self.what.option(id: entry.what.rawValue).map { String($0.key) }
      texts["why"] = Self.reasons.option(id: entry.because.rawValue).map { String($0.key) }
    }
    return texts
  }
}
