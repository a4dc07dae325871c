import Clinical
import Console

extension EntryUser {
  /// Who a login is, by the newest `user` event of that login; without a role where there is none,
  /// or where it was made inactive.
  init(login: String, among ward: [Event], zone: Zone) {
    self = UserBook(ward, zone: zone).entryUser(login)
  }
}
