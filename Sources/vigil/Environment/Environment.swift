import Clinical

/// Everything that the program takes from the machine around it, in one value.
///
/// The rooms below get time, zone and random ids as arguments; a command gets them from here, and
/// nothing else in the program asks the system for them. A test holds that.
struct Environment {
  /// The time now, in whole microseconds.
  var now: @Sendable () -> Instant
  /// The IANA name of the zone that this machine is set to.
  var zoneName: @Sendable () -> String
  /// 128 random bits, for ids.
  var random: @Sendable () -> (UInt64, UInt64)
  /// The environment variables.
  var variables: [String: String]
  /// The arguments after the program's name.
  var arguments: [String]
  /// The path of this very binary, links resolved; `nil` where the system does not tell.
  var executable: String?
  /// The name of this machine, for those who wait for what this process holds.
  var host: String
  /// The person who runs the program.
  var person: Person
  var input: Source
  var output: Sink
  var messages: Messages

  /// Who runs the program, by the operating system.
  struct Person {
    /// Login name; `nil` for an account without one.
    var login: String?
    /// The name in full, where the account has one.
    var name: String?
    /// Absolute path of the home folder, by `HOME`, else by the account.
    var home: String?
  }

  /// A variable that is set to something; an empty one counts as not set.
  func variable(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// True where a question can be asked: a person sits at both ends.
  var canAsk: Bool { input.isTerminal && messages.isTerminal }
}
