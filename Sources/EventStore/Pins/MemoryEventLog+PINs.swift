package import Clinical
import Synchronization

extension MemoryEventLog: StationPINs {
  package func save(_ pin: KeptPIN) { contents.withLock { $0.pins[pin.login] = pin } }

  package func pin(of login: String) -> KeptPIN? { contents.withLock { $0.pins[login] } }

  package func wrongTries(of login: String) -> WrongTries? {
    contents.withLock { $0.wrongTries[login] }
  }

  package func save(_ tries: WrongTries, now: Instant) {
    contents.withLock { $0.wrongTries[tries.login] = tries.count > 0 ? tries : nil }
  }

  package func loginsWithPIN() -> [String] { contents.withLock { $0.pins.keys.sorted() } }
}
