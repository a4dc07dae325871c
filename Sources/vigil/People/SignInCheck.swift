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

  func answer(_ login: String, _ pin: PIN) throws -> SignInAnswer {
    let kept = try pins.pin(of: login)
    let isRight = (kept ?? Self.nobody).matches(pin.digits)
    let ward = try log.events(of: nil).map { try $0.event(OpenedStore.reader) }
    let user = UserBook(ward, zone: zone).entryUser(login)
    guard isRight, kept != nil, user.role != nil else { return .refused }
    return .accepted(user)
  }
}
