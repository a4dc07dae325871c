import ArgumentParser
import Clinical
import Console
import EventStore
import EventText

struct UsersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "users",
    abstract: "Print who may do what, and change it.",
    discussion: """
      Alone it lists the people of the store. A person is known by the login of the operating \
      system. Changes are events of the record, made by an administrator; the last active \
      administrator stays one.

      Examples:
        vigil users --format json
        vigil users add li --name "Li Na" --role nurse
        vigil users roles
      """,
    subcommands: [
      UsersList.self, UsersAdd.self, UsersRole.self, UsersName.self, UsersActivate.self,
      UsersDeactivate.self, UsersPIN.self, UsersRoles.self,
    ],
    defaultSubcommand: UsersList.self)
}

/// What every command on one person has.
struct UserOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The login of the operating system.", valueName: "login"))
  var login: String

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions

  /// Changes what the person is, if it changes anything, and prints what the person is then.
  func change(
    _ environment: Environment, endsAdministrator: Bool = false,
    _ change: (inout User) -> Void
  ) throws -> ExitStatus {
    var users = try UserChange(store, environment)
    try users.requireAdministrator()
    let before = try users.person(login).user
    var user = before
    change(&user)
    if endsAdministrator, user != before { try users.keepAnAdministrator(login) }
    if user != before {
      try users.store(user)
    } else {
      environment.messages.say("vigil: \(login) is that already; nothing was stored")
    }
    try print(login, users, environment)
    return .done
  }

  func print(_ login: String, _ users: UserChange, _ environment: Environment) throws {
    try UsersList.print([try users.person(login)], users, output.format, environment)
  }
}

struct UsersList: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the people of the store; what `vigil users` alone does.")

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let users = try UserChange(store, environment)
    try Self.print(users.book.people, users, output.format, environment)
    return .done
  }

  static func print(
    _ people: [UserBook.Person], _ users: UserChange, _ format: FormatOption.Format,
    _ environment: Environment
  ) throws {
    let text = UsersText(zone: users.zone, pins: Set(try users.log.loginsWithPIN()))
    switch format {
    case .json:
      for person in people { try environment.output.write(jsonLine: text.json(person)) }
    case .text:
      for line in text.lines(people) { try environment.output.write(line + "\n") }
    }
  }
}

struct UsersAdd: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Enter a person who may use the record.",
    discussion: "Example: vigil users add li --name \"Li Na\" --role nurse")

  @OptionGroup var user: UserOptions

  @Option(help: ArgumentHelp("The person's full name.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("What the person may do; `vigil users roles`.", valueName: "role"))
  var role: String

  func run(in environment: Environment) throws -> ExitStatus {
    let role = try RoleArgument.read(role)
    var users = try UserChange(user.store, environment)
    try users.requireAdministrator()
    if let there = users.book[user.login] {
      throw Failure.usage(
        "there is a user \"\(user.login)\" already: \(there.user.name), \(there.user.role.rawValue),"
          + " \(there.isActive ? "active" : "not active; vigil users activate \(user.login)")")
    }
    try users.store(User(login: user.login, name: name, role: role))
    try user.print(user.login, users, environment)
    return .done
  }
}

struct UsersRole: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Give a person another role.",
    discussion: "Example: vigil users role li physician")

  @OptionGroup var user: UserOptions

  @Argument(help: ArgumentHelp("The role; `vigil users roles`.", valueName: "role"))
  var role: String

  func run(in environment: Environment) throws -> ExitStatus {
    let role = try RoleArgument.read(role)
    return try user.change(
      environment, endsAdministrator: !EntryAct.administer.roles.contains(role)
    ) {
      $0.role = role
    }
  }
}

struct UsersName: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "name", abstract: "Write a person's name otherwise.",
    discussion: "Example: vigil users name li \"Li Na\"")

  @OptionGroup var user: UserOptions

  @Argument(help: ArgumentHelp("The full name.", valueName: "name"))
  var name: String

  func run(in environment: Environment) throws -> ExitStatus {
    try user.change(environment) { $0.name = name }
  }
}

struct UsersActivate: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "activate", abstract: "Let a person write again.",
    discussion: "Example: vigil users activate li")

  @OptionGroup var user: UserOptions

  func run(in environment: Environment) throws -> ExitStatus {
    try user.change(environment) { if $0.active == false { $0.active = true } }
  }
}

struct UsersDeactivate: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "deactivate", abstract: "Let a person write no more; what was written stays.",
    discussion: "Example: vigil users deactivate li")

  @OptionGroup var user: UserOptions

  func run(in environment: Environment) throws -> ExitStatus {
    try user.change(environment, endsAdministrator: true) { $0.active = false }
  }
}

struct UsersRoles: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", abstract: "Print which role may what.",
    discussion: "Example: vigil users roles --format json")

  @OptionGroup var output: FormatOption

  func run(in environment: Environment) throws -> ExitStatus {
    switch output.format {
    case .text:
      for line in UsersText.roleLines() { try environment.output.write(line + "\n") }
    case .json:
      for line in UsersText.roleJSON() { try environment.output.write(jsonLine: line) }
    }
    return .done
  }
}

/// A role as an argument.
enum RoleArgument {
  static func read(_ text: String) throws -> Role {
    if let role = Role(rawValue: text) { return role }
    let known = Role.allCases.map(\.rawValue)
    let nearest = NearestName.of(text, in: known).map { "; the nearest is \($0)" } ?? ""
    throw Failure.usage(
      "there is no role \"\(text)\"\(nearest); there are \(known.joined(separator: ", "))")
  }
}
