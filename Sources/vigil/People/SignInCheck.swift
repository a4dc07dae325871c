import Clinical
import Console
import EventStore

/// Whether a login and a PIN belong together, by the store.
struct SignInCheck: Sendable {
  let pins: any StationPINs
  let log: any EventLog
  let zone: Zone

  // Hashed where there is no PIN, so that the time does not tell of which logins there is one.
  private static let nobody = KeptPIN(
    login: "", salt: Array(repeating: 0, count: 16), rounds: KeptPIN.standardRounds, hash: [],
    setAt: .earliest, setBy: "")

  func answer(_ login: String, _ pin: PIN, at now: Instant) throws -> SignInAnswer {
    let before = try pins.wrongTries(of: login)
    if let before, now < before.until { return .waits(before.until - now) }
    let kept = try pins.pin(of: login)
    let isRight = (kept ?? Self.nobody).matches(pin.digits)
    let ward = try log.events(of: nil).map { try $0.event(OpenedStore.reader) }
    let user = UserBook(ward, zone: zone).entryUser(login)
    guard let kept else { return .refused }
    guard isRight else {
      let count = (before?.count ?? 0) + 1
      try pins.save(
        WrongTries(login: kept.login, count: count, until: now + PINTries.wait(after: count)),
        now: now)
      return .refused
    }
    if before != nil { try pins.save(WrongTries(login: login, count: 0, until: now), now: now) }
    return user.role == nil ? .refused : .accepted(user)
  }
}
