import ArgumentParser
import EventStore

struct BackupCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a consistent, verified copy of the store while consoles go on writing.",
    discussion: """
      The copy gets its name only when it is whole and checked. An earlier backup of the same store \
      is replaced by a later one; nothing else is.

      Example: vigil backup /srv/backup/store.vigil
      """)

  @Argument(help: ArgumentHelp("Where the copy is to stand.", valueName: "path"))
  var path: String

  @OptionGroup var store: StoreOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let log = try OpenedStore.open(
      try store.place(environment), environment, kinds: OpenedStore.anyKind)
    let head = try log.backup(to: path)
    environment.messages.say("\(path): \(head.seq) events, head \(head.hash), verified")
    return .done
  }
}

struct RestoreCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the store.",
    discussion: """
      The backup is checked first. Nothing is done while any console has the store open, and what \
      stood there is kept under another name.

      Example: vigil restore /srv/backup/store.vigil
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "path"))
  var path: String

  @OptionGroup var store: StoreOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let place = try store.place(environment)
    let report = try SQLiteEventLog.restore(
      from: path, to: place.path, opening: OpenedStore.opening(environment),
      reader: OpenedStore.reader)
    var parts = ["\(place.path): \(report.restored.seq) events, head \(report.restored.hash)"]
    if let before = report.before { parts.append("there were \(before.seq) before") }
    if let kept = report.keptAt { parts.append("the file that was there is now \(kept)") }
    environment.messages.say(parts.joined(separator: "; "))
    return .done
  }
}
