package import Clinical

/// Who types: the operating system's login, with the name and role that a `user` event gives it.
package struct EntryUser: Hashable, Sendable {
  package let login: String
  package let name: String?
  /// `nil` for a login that nobody has entered as a user.
  package let role: Clinical.Role?

  package init(login: String, name: String? = nil, role: Clinical.Role? = nil) {
    self.login = login
    self.name = name
    self.role = role
  }
}

/// What a role may write, by the table of roles.
package enum EntryAct: String, Sendable, Hashable, CaseIterable {
  /// Observations, drugs given, notes, not done.
  case observe
  /// Correct or retract what one wrote oneself.
  case correctOwn
  /// Correct or retract what another wrote, within 24 h of its writing.
  case correctRecent
  /// The same later than that.
  case correctOld
  /// Attribution, adjudication, response, adverse event, transplant, death, a patient's plan.
  case judge
  /// Acknowledge an alert; one of the highest stands until a physician has.
  case acknowledge
  /// The ward's settings and users.
  case administer

  /// Until when a nurse corrects what another wrote.
  package static let nurseCorrects = TimeSpan.hours(24)

  /// The roles that may.
  package var roles: [Clinical.Role] {
    switch self {
    case .observe, .correctOwn: [.trainee, .nurse, .physician]
    case .correctRecent, .acknowledge: [.nurse, .physician]
    case .correctOld, .judge: [.physician]
    case .administer: [.administrator]
    }
  }
}

extension EntryUser {
  /// True where this person may; an instructor is a physician in training stores and nothing in a
  /// ward's.
  package func may(_ act: EntryAct, inTraining: Bool) -> Bool {
    switch role {
    case nil: false
    case .instructor?: inTraining && act.roles.contains(.physician)
    case let role?: act.roles.contains(role)
    }
  }

  /// What correcting or retracting an event asks of this person.
  package func act(correcting event: Event, at now: Instant, zone: Zone) -> EntryAct {
    if event.patient == nil { return .administer }
    if event.by == login { return .correctOwn }
    return now - event.recorded(in: zone) <= EntryAct.nurseCorrects ? .correctRecent : .correctOld
  }
}
