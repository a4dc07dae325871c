/// The words about alerts in one language, by the same mechanism as `Catalogue`.
package struct AlertCatalogue: Sendable {
  /// BCP 47: `en`.
  package let language: String
  let texts: [AlertWord: String]

  /// True for a key whose text stands in this language itself.
  package func has(_ word: AlertWord) -> Bool { texts[word] != nil }

  /// The text of a key with its places filled.
  package func callAsFunction(_ word: AlertWord, _ arguments: String...) -> String {
    Catalogue.filled(texts[word] ?? Self.english.texts[word] ?? word.rawValue, arguments)
  }

  /// The words of a language; English where there are none.
  package static func of(_ language: String) -> AlertCatalogue { .english }

  /// The words in English, which stand in for what another language lacks.
  package static let english = AlertCatalogue(
    language: "en",
    texts: [
      .commandAlerts: "All alerts of the ward",
      .commandAcknowledge: "Acknowledge the most urgent alert",
      .commandOpenAlert: "Open the patient at that moment",
      .commandFilterAlerts: "Show only some of the alerts",
      .commandOnePatient: "Only this patient's alerts, or all",
      .commandCultures: "Record that cultures were taken",
      .commandAlertsPart: "The patient's alerts and what is due",
      .hintAlerts: "Alerts", .hintAcknowledge: "Acknowledge", .hintOpenAlert: "Open",
      .hintFilterAlerts: "Filter", .hintOnePatient: "One patient",
      .loading: "alerts: loading", .late: "late {0}", .columnPriority: "Pri",
      .columnAlert: "Top alert", .columnNext: "Next", .alertsTitle: "Alerts ({0})",
      .dueTitle: "Due", .acknowledgeKey: "{0} acknowledge",
      .readKey: "{0} reads it whole",
      .commandReadAlert: "Read the chosen alert or scale whole, or back to the list",
      .none: "no active alert",
      .noneShown: "no alert here; {0} shows others",
      .unacknowledged: "unacked {0}", .unacknowledgedShort: "{0}",
      .acknowledgedBy: "acked {0} {1}", .acknowledgedShort: "acked",
      .seenBy: "seen by {0} {1}, physician to follow", .endedAt: "ended {0}",
      .endedUnseen: "ended {0}, not yet seen", .callIn: "call {0} in {1}", .nameIn: "{0} in {1}",
      .callHelpIn: "call for help in {0}", .calledAt: "call made {0}", .inShort: "call in {0}",
      .priorityHighest: "act now", .priorityHigh: "review within 30 min",
      .priorityListed: "on the list",
      .raisedAt: "raised", .reRaisedAt: "raised again", .acknowledgedAt: "acknowledged",
      .acknowledgedUntil: "{0} by {1}, until {2}", .escalatedAt: "call made",
      .nextCall: "next call",
      .nobodyNamed: "nobody is named in the setting onCall", .criterion: "criterion",
      .source: "source", .guideline: "guideline", .guidelineSource: "from", .endsWith: "ends with",
      .history: "history", .eventsBehind: "because of", .noEvents: "no event behind it",
      .note: "note", .nothingChosen: "no alert",
      .acknowledgeNow:
        "these alerts are of an earlier moment; {0} goes back to now, where they are acknowledged",
      .vitals: "vital signs", .ice: "ICE", .capd: "CAPD", .labs: "labs", .cytokines: "cytokines",
      .carT: "CAR-T", .lateBy: "{0} LATE", .lateShort: "L{0}",
      .dueWhy: "{0}, due {1}", .nothingDue: "nothing due", .onLeave: "on leave: nothing due",
      .notInHouse: "not in house: nothing due",
      .sepsisTitle: "Sepsis beside CRS?",
      .sepsisFever: "fever since {0}, neutrophils {1}",
      .sepsisCultures: "cultures", .sepsisAntibiotics: "antibiotics",
      .sepsisNoCultures: "none on record: {0} records them",
      .sepsisNoAntibiotics: "none on record: {0} records them",
      .sepsisTaken: "taken {0}", .sepsisBeside: "asked beside the grade, never instead of it",
      .listTitle: "Alerts", .filterActive: "active", .filterUnacknowledged: "not acknowledged",
      .filterHighest: "act now (***)", .filterHigh: "review (**) and above",
      .filterEnded: "ended, not yet seen", .filterAll: "all, also ended and seen",
      .filteredBy: "shown: {0}", .onePatient: "only {0}", .listCount: "{0} of {1}",
      .columnTime: "Raised", .columnBed: "Bed", .columnWhat: "Alert", .columnState: "State",
      .notAlarm:
        "Vigil is not an alarm system: a terminal or its line can freeze unseen. Bedside alarms stay on.",
      .noData: "NO DATA {0}", .dataAge: "newest data {0}", .noDataYet: "no data yet",
      .nothingToAcknowledge: "{0}: nothing to acknowledge",
      .loadingYet: "Alerts are still loading; try again in a second.",
      .willRaise: "raises", .willRaiseAgain: "raises again", .willEnd: "ends",
      .willNothing: "no alert raised or ended", .willWait: "alerts: being worked out",
    ])
}

extension Catalogue {
  /// The words about alerts in this language.
  var alert: AlertCatalogue { AlertCatalogue.of(language) }
}
