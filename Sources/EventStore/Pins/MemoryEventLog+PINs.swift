import Synchronization

extension MemoryEventLog: StationPINs {
  package func save(_ pin: KeptPIN) { contents.withLock { $0.pins[pin.login] = pin } }

  package func pin(of login: String) -> KeptPIN? { contents.withLock { $0.pins[login] } }

  package func loginsWithPIN() -> [String] { contents.withLock { $0.pins.keys.sorted() } }
}
