import Clinical
import Console

extension EntryUser {
  /// Who a login is, by the newest `user` event of that login; without a role where there is none,
  /// or where it was made inactive.
  init(login: String, among ward: [Event], zone: Zone) {
    var found: User?
    for fact in Course(ward, zone: zone).facts {
      if case .user(let user) = fact.event.content, user.login == login { found = user }
    }
    let isActive = found?.active ?? true
    self.init(login: login, name: found?.name, role: isActive ? found?.role : nil)
  }
}
