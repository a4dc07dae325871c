package import Terminal

/// Which key asks for which command, by where it is pressed.
package struct Keymap: Sendable {
  private var commands: [Command.Context: [Key: Command]] = [:]
  private var keys: [String: [Key]] = [:]

  /// The keys that stand in the table of commands.
  package static let standard = overriding([:]).keymap

  /// The standard keys with those of `keys.toml` in place of a command's own: command id to names
  /// of keys, an empty list takes its keys away.
  ///
  /// - Parameter problems: what was wrong is added: an unknown command, a name that is no key, a key
  ///   that is never free, two commands on one key. Everything else holds all the same.
  package init(_ overrides: [String: [String]], problems: inout [String]) {
    let made = Self.overriding(overrides)
    self = made.keymap
    problems += made.problems
  }

  private init() {}

  private static func overriding(_ overrides: [String: [String]]) -> (
    keymap: Keymap, problems: [String]
  ) {
    var keymap = Keymap()
    var problems: [String] = []
    for id in overrides.keys.sorted() where Command.named(id) == nil {
      problems.append("there is no command \(id)")
    }
    for command in Command.all {
      for name in overrides[command.id] ?? command.keys {
        do {
          let key = try Key(name: name)
          if key.isReserved {
            problems.append("\(command.id): \(name) belongs to the terminal and cannot be bound")
          } else if let other = keymap.bind(key, to: command) {
            problems.append(
              "\(command.id): \(name) already stands for \(other.id) in the same place")
          }
        } catch {
          problems.append("\(command.id): \(error)")
        }
      }
    }
    return (keymap, problems)
  }

  // Binds a key in every context of a command where it is free; tells who holds it otherwise.
  private mutating func bind(_ key: Key, to command: Command) -> Command? {
    for context in command.contexts {
      if let other = commands[context]?[key], other != command { return other }
    }
    for context in command.contexts { commands[context, default: [:]][key] = command }
    keys[command.id, default: []].append(key)
    return nil
  }

  /// The command that a key asks for.
  package func command(for key: Key, in context: Command.Context) -> Command? {
    commands[context]?[key] ?? context.parent.flatMap { commands[$0]?[key] }
  }

  /// The keys of a command, the first of them for the line at the bottom.
  package func keys(of command: Command) -> [Key] { keys[command.id] ?? [] }

  /// The keys of a command that mean it where one is.
  package func keys(of command: Command, in context: Command.Context) -> [Key] {
    keys(of: command).filter { self.command(for: $0, in: context) == command }
  }
}
