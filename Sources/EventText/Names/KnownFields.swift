internal import Clinical

/// Which fields stand in an event of which kind (contract 1.1 and 1.3).
enum KnownFields {
  /// What any event may carry.
  static let envelope: FieldSet = [
    .id, .patient, .kind, .at, .recordedAt, .by, .role, .source, .set, .corrects, .reason,
  ]

  /// What an event of that kind may carry, the envelope included.
  static func of(_ kind: EventKind) -> FieldSet { envelope.union(own(kind)) }

  /// The fields of the kind itself.
  static func own(_ kind: EventKind) -> FieldSet {
    switch kind {
    case .site: [.name, .timeZone, .languages, .demoMoment]
    case .setting: [.name, .value]
    case .user: [.login, .name, .role, .active]
    case .patient:
      [
        .name, .sex, .birthDate, .diagnosis, .weight, .height, .developmentalDelay,
        .hospitalNumber, .language,
      ]
    case .enrolment: [.consented, .screenFailure]
    case .stay: [.action, .unit, .bed, .level]
    case .leukapheresis: [.collected]
    case .lymphodepletion: [.drug, .dose]
    case .infusion: [.product, .dose, .donor, .vector]
    case .vitals:
      [
        .temperature, .site, .heartRate, .pulse, .systolic, .diastolic, .meanArterial,
        .respiratoryRate, .spo2, .position,
      ]
    case .oxygen: [.device, .flow, .fio2, .indication]
    case .fluidBolus: [.volume, .indication]
    case .vasopressor: [.agent, .name, .action, .rate, .switchFrom, .indication]
    case .medication: [.drug, .class, .dose, .route, .indication, .action]
    case .ice:
      [
        .orientation, .naming, .commands, .writing, .attention, .items, .total, .status,
        .wordSet, .writingSample, .handwritingChanged, .baseline,
      ]
    case .capd: [.items, .total, .status, .baseline]
    case .consciousness: [.level, .cause]
    case .seizure: [.type, .duration, .resolved, .returnedToBaseline, .eegOnly, .continues]
    case .motor: [.finding, .side]
    case .intracranial: [.findings]
    case .finding: [.name, .present]
    case .lab: [.results, .laboratory, .kit, .specimen]
    case .attribution: [.domain, .cause, .note]
    case .adjudication: [.scale, .grade, .computed]
    case .adverseEvent:
      [
        .term, .grade, .scale, .start, .stop, .serious, .relatedness, .action, .outcome,
      ]
    case .response: [.response, .mrd, .sites, .method]
    case .transplant: [.donor, .purpose]
    case .newTherapy: [.therapy]
    case .status: [.state, .principalCause]
    case .notDone: [.what]
    case .acknowledgement: [.alert, .rule, .note, .until]
    case .note: [.text]
    case .retraction: [.retracts]
    case .session: [.action]
    case .position: [.state]
    case .annotation: [.text]
    case .answer, .injection: []
    }
  }

  /// Fields that only kinds of a training session have, beside those above.
  static func ofTraining(_ kind: EventKind) -> [String] {
    switch kind {
    case .session: ["session", "as", "scenario", "debrief"]
    case .position: ["session", "as", "speed"]
    case .answer: ["session", "as", "question", "crs", "icans", "sure", "facts", "next"]
    case .injection: ["session", "as", "event"]
    case .annotation: ["session", "as"]
    default: []
    }
  }

  /// The kind that the bytes of a word spell, with what it may carry.
  static func kind(_ bytes: ArraySlice<UInt8>) -> (EventKind, FieldSet)? {
    kinds.index(of: bytes).map { (EventKind.allCases[$0], sets[$0]) }
  }

  /// The kinds that have such a field.
  static func kinds(with field: Field) -> [EventKind] {
    EventKind.ofWard.filter { own($0).contains(field) }
  }

  private static let kinds = ByteNames(EventKind.allCases.map(\.rawValue))
  private static let sets = EventKind.allCases.map(of)
}
