import ArgumentParser
import Clinical
import Console
import EventStore

struct UsersPIN: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "Set the PIN with which a person takes over a station.",
    discussion: """
      At a station where several people use one account, C-u in the console asks for a login and \
      this PIN. It is typed twice on a terminal, which does not show it, and never given as an \
      argument. The person sets it, or an administrator does.

      Example: vigil users pin li
      """)

  @OptionGroup var user: UserOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let users = try UserChange(user.store, environment)
    if users.actor.login != user.login || users.actor.role == nil {
      try users.requireAdministrator()
    }
    let person = try users.person(user.login)
    guard person.isActive else {
      throw Failure.couldNot(
        "\(user.login) is not active; first vigil users activate \(user.login)")
    }
    let pin = try ask(environment)
    let random = environment.random()
    let salt = EventID(high: random.0, low: random.1).bytes
    try users.log.save(
      KeptPIN(
        digits: pin.digits, of: user.login, salt: salt, setAt: environment.now(),
        by: users.actor.login))
    environment.messages.say("the PIN of \(user.login) is set")
    try user.print(user.login, users, environment)
    return .done
  }

  private func ask(_ environment: Environment) throws -> PIN {
    guard environment.canAsk else {
      throw Failure.usage(
        "a PIN is typed on a terminal, never given as an argument or in a file; nothing was set")
    }
    let limits = "\(PIN.lengths.lowerBound) to \(PIN.lengths.upperBound) digits"
    let first = try Question.askSilently("PIN, \(limits)", environment)
    guard let pin = PIN(first) else {
      throw Failure.usage("a PIN is \(limits); nothing was set")
    }
    guard try Question.askSilently("The same again", environment) == first else {
      throw Failure.usage("the two differ; nothing was set")
    }
    return pin
  }
}

extension Question {
  /// Asks once, for what nobody may see.
  static func askSilently(_ question: String, _ environment: Environment) throws -> String {
    environment.messages.ask(question + ": ")
    let interrupt: UInt8 = 3
    let answer = try environment.input.withoutEcho {
      try line(from: environment.input, endingAt: interrupt)
    }
    environment.messages.say("")
    guard let answer, !answer.utf8.contains(interrupt) else {
      throw Failure.usage("the input ended before everything was answered; nothing was set")
    }
    return answer
  }
}
