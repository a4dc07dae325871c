package import Clinical

/// Every form; the raw value names drafts and commands.
package enum FormKind: String, CaseIterable, Sendable, Codable {
  case vitals, neuro, oxygen, bolus, vasopressor, medication
  case labs, note, line, notDone
  case grade, attribution
  case adverseEvent, response, transplant, newTherapy
  case stay, status, details
  case enrolment, leukapheresis, lymphodepletion, infusion, finding
  case setting, user, site
  /// Takes an alert into account.
  case acknowledge
  /// A patient who is not in the record yet.
  case admission
  /// Takes events back.
  case retract

  /// The form in which an event is entered, and so corrected; `nil` for retractions, which are
  /// retracted.
  package init?(of kind: EventKind) {
    switch kind {
    case .vitals: self = .vitals
    case .ice, .capd, .consciousness, .seizure, .motor, .intracranial: self = .neuro
    case .oxygen: self = .oxygen
    case .fluidBolus: self = .bolus
    case .vasopressor: self = .vasopressor
    case .medication: self = .medication
    case .lab: self = .labs
    case .note: self = .note
    case .notDone: self = .notDone
    case .adjudication: self = .grade
    case .attribution: self = .attribution
    case .adverseEvent: self = .adverseEvent
    case .response: self = .response
    case .transplant: self = .transplant
    case .newTherapy: self = .newTherapy
    case .stay: self = .stay
    case .status: self = .status
    case .patient: self = .details
    case .enrolment: self = .enrolment
    case .leukapheresis: self = .leukapheresis
    case .lymphodepletion: self = .lymphodepletion
    case .infusion: self = .infusion
    case .finding: self = .finding
    case .setting: self = .setting
    case .user: self = .user
    case .site: self = .site
    case .acknowledgement: self = .acknowledge
    case .retraction, .session, .position, .answer, .injection, .annotation: return nil
    }
  }

  /// What writing with it asks of a person's role.
  package var act: EntryAct {
    switch self {
    case .grade, .attribution, .adverseEvent, .response, .transplant, .newTherapy, .status: .judge
    case .setting: .judge
    case .user, .site: .administer
    case .retract: .correctOwn
    case .acknowledge: .acknowledge
    default: .observe
    }
  }

  /// False where nothing typed outlives the form: what it speaks of may be another when it is opened
  /// again.
  package var keepsDraft: Bool { self != .retract && self != .acknowledge }

  /// The kinds of events that it writes, for telling two people of each other; none where two do no
  /// work twice: of two alerts each has its acknowledgement.
  package var kinds: Set<EventKind> {
    switch self {
    case .vitals: [.vitals]
    case .neuro: [.ice, .capd]
    case .acknowledge: []
    default: Set(EventKind.allCases.filter { FormKind(of: $0) == self })
    }
  }

  /// True where the event may bear a date alone, and does so here.
  package var isDated: Bool {
    switch self {
    case .enrolment, .leukapheresis, .lymphodepletion, .response, .transplant, .newTherapy: true
    default: false
    }
  }
}
