package import Clinical

/// A person's PIN as the store keeps it: a salted, slow hash, never the digits.
package struct KeptPIN: Hashable, Sendable {
  package var login: String
  package var salt: [UInt8]
  package var rounds: Int
  package var hash: [UInt8]
  package var setAt: Instant
  /// Who set it: the person, or an administrator.
  package var setBy: String

  /// About a tenth of a second on the machines of a ward. A PIN of four digits can be tried through
  /// by whoever holds the file, whatever the number; it keeps others off a station, not off a disk.
  package static let standardRounds = 100_000

  package init(
    login: String, salt: [UInt8], rounds: Int, hash: [UInt8], setAt: Instant, setBy: String
  ) {
    self.login = login
    self.salt = salt
    self.rounds = rounds
    self.hash = hash
    self.setAt = setAt
    self.setBy = setBy
  }

  /// Hashes the digits of a new PIN.
  ///
  /// - Parameter salt: random, 16 bytes.
  package init(
    digits: String, of login: String, salt: [UInt8], rounds: Int = standardRounds, setAt: Instant,
    by setBy: String
  ) {
    self.init(
      login: login, salt: salt, rounds: rounds,
      hash: Self.hash(digits, login, salt, rounds), setAt: setAt, setBy: setBy)
  }

  /// True for the digits from which it was made. Takes the same time for others.
  package func matches(_ digits: String) -> Bool {
    let tried = Self.hash(digits, login, salt, rounds)
    guard tried.count == hash.count else { return false }
    return zip(tried, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  // With the login in the salt, so that a row copied to another login opens nothing.
  private static func hash(
    _ digits: String, _ login: String, _ salt: [UInt8], _ rounds: Int
  ) -> [UInt8] {
    PBKDF2.key(
      password: Array(digits.utf8), salt: salt + Array(login.utf8), rounds: rounds, count: 32)
  }
}

/// The PINs with which people change places at a station with one account: beside the drafts,
/// outside the chain, kept by rebuild, backup and restore.
package protocol StationPINs: Sendable {
  /// Keeps a PIN in the place of the person's earlier one.
  func save(_ pin: KeptPIN) throws(StoreError)
  /// The person's PIN; `nil` where there is none, or where it was altered in the file.
  func pin(of login: String) throws(StoreError) -> KeptPIN?
  /// Who has one, sorted.
  func loginsWithPIN() throws(StoreError) -> [String]
  /// The person's wrong tries since the last right one; `nil` where there are none.
  func wrongTries(of login: String) throws(StoreError) -> WrongTries?
  /// Keeps the person's wrong tries; a count of 0 forgets them.
  func save(_ tries: WrongTries, now: Instant) throws(StoreError)
}

/// How often a person's PIN was wrong in a row, at whatever station, and until when none is taken.
///
/// Kept in the store, so that a new start of the program is no new beginning.
package struct WrongTries: Hashable, Sendable {
  package var login: String
  package var count: Int
  package var until: Instant

  package init(login: String, count: Int, until: Instant) {
    self.login = login
    self.count = count
    self.until = until
  }
}
