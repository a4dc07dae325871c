package import Clinical
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
  /// How many checks were asked for; the next has that number.
  package internal(set) var checks = 0

  /// The form that asks who writes now.
  package struct SignIn: Sendable {
    enum Field: Sendable { case login, pin }

    var login = TextInput("", limit: 64)
    // Shown as stars, and handed on as a `PIN`; nothing else sees it.
    var digits = ""
    var field = Field.login
    /// The number under which it was handed over to be checked, while there is no answer yet.
    var checking: Int?
    var isChecking: Bool { checking != nil }
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
  /// After wrong ones, here or elsewhere, none is taken yet; it was not looked at.
  case waits(TimeSpan)
  /// Nobody knows: the store could not be asked. No wrong try.
  case failed(String)
}
