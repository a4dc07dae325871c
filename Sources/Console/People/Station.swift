import Clinical
import Terminal

/// The place at which several people write with one account: whose process it is, and who asks to
/// write now.
package struct Station: Sendable {
  /// The person of the process's own login, to whom the station returns.
  package var own: EntryUser?
  /// Everybody who may write, where that is known.
  package var people: UserBook?
  package internal(set) var asking: SignIn?
  package internal(set) var tries = PINTries()

  /// The form that asks who writes now.
  package struct SignIn: Sendable {
    enum Field: Sendable { case login, pin }

    var login = TextInput("", limit: 64)
    // Shown as stars, and handed on as a `PIN`; nothing else sees it.
    var digits = ""
    var field = Field.login
    /// Handed over to be checked, no answer yet.
    var isChecking = false
    var notice: PeopleText?
  }

  package init() {}

  /// True while it is asked who writes, and while it is the PIN that is asked for.
  package var isAskingWho: Bool { asking != nil }
  package var isAskingPIN: Bool { asking?.field == .pin }
}

/// What the check of a login and a PIN came to; a refusal does not tell which of the two was wrong.
package enum SignInAnswer: Sendable, Hashable {
  case accepted(EntryUser)
  case refused
  /// Nobody knows: the store could not be asked. No wrong try.
  case failed(String)
}
