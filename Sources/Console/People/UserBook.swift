package import Clinical

/// Who may do what: the people of a ward, by its `user` events.
package struct UserBook: Sendable {
  /// A person, as the newest `user` event of the login says.
  package struct Person: Hashable, Sendable {
    package let user: User
    /// Since when the person has this role, or is not active.
    package let since: Instant

    package var isActive: Bool { user.active ?? true }
  }

  private let zone: Zone
  private var events: [Event] = []
  private var byLogin: [String: Person] = [:]

  /// - Parameter ward: the ward's own events; those of other kinds are passed over.
  package init(_ ward: [Event], zone: Zone) {
    self.zone = zone
    append(ward)
  }

  /// Takes in events that came later.
  package mutating func append(_ ward: [Event]) {
    let new = ward.filter { $0.patient == nil && [.user, .retraction].contains($0.kind) }
    guard !new.isEmpty else { return }
    events += new
    byLogin = [:]
    for fact in Course(events, zone: zone).facts {
      guard case .user(let user) = fact.event.content else { continue }
      let before = byLogin[user.login]
      let isSame =
        before?.user.role == user.role && before?.isActive == (user.active ?? true)
      byLogin[user.login] = Person(
        user: user, since: isSame ? before?.since ?? fact.key.at : fact.key.at)
    }
  }

  package subscript(login: String) -> Person? { byLogin[login] }

  /// Everybody, sorted by login.
  package var people: [Person] { byLogin.values.sorted { $0.user.login < $1.user.login } }

  /// Who changes what others may.
  package var administrators: [Person] {
    people.filter { $0.isActive && EntryAct.administer.roles.contains($0.user.role) }
  }

  /// True where nobody else could make a change of users afterwards.
  package func isLastAdministrator(_ login: String) -> Bool {
    administrators.map(\.user.login) == [login]
  }

  /// Who a login is for entry; without a role where nobody entered it, or where it was made
  /// inactive.
  package func entryUser(_ login: String) -> EntryUser {
    let person = byLogin[login]
    return EntryUser(
      login: login, name: person?.user.name,
      role: person.flatMap { $0.isActive ? $0.user.role : nil })
  }
}
