package import Clinical

/// How a person wants to see something, kept under a name.
package struct Preference: Hashable, Sendable {
  package var login: String
  package var name: String
  package var savedAt: Instant
  /// Opaque to the store.
  package var content: [UInt8]

  package init(login: String, name: String, savedAt: Instant, content: [UInt8]) {
    self.login = login
    self.name = name
    self.savedAt = savedAt
    self.content = content
  }
}

/// What each person chose of screens: beside the events as drafts and last-looked marks are, outside
/// the chain, never a clinical fact. It goes with the person, at whatever station they sit.
package protocol Preferences: Sendable {
  /// Keeps a preference in the place of the earlier one of the same person and name.
  func save(_ preference: Preference) throws(StoreError)
  /// The person's preference of that name, as it was saved; `nil` where there is none.
  func preference(of login: String, name: String) throws(StoreError) -> Preference?
}
