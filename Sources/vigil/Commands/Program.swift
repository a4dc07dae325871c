import ArgumentParser
import EventStore
import EventText

/// From arguments to an exit status.
enum Program {
  /// Parses, runs, reports; nothing that a person gives gets past here as a crash.
  static func run(_ environment: Environment) -> ExitStatus {
    let status = outcome(environment)
    do throws(Sink.Failure) {
      try environment.output.flush()
      return status
    } catch {
      return report(error, environment)
    }
  }

  private static func outcome(_ environment: Environment) -> ExitStatus {
    let command: any ParsableCommand
    do {
      command = try Vigil.parseAsRoot(environment.arguments)
    } catch {
      return reportParsing(error, environment)
    }
    do {
      if let command = command as? any VigilCommand {
        try refuseMixing(command, environment)
        try refuseTableFormat(command, environment)
        try refuseRecord(command, environment)
        return try command.run(in: environment)
      }
      // Only the parser's own `help` is no command of ours; it speaks by throwing.
      if let word = environment.arguments.dropFirst().first, !word.hasPrefix("-"), word != "help",
        let mistaken = unknown(word)
      {
        throw Failure.usage(mistaken)
      }
      var command = command
      try command.run()
      return .done
    } catch let failure as Failure {
      environment.messages.say("vigil: \(failure.message)")
      return failure.status
    } catch let failure as Sink.Failure {
      return report(failure, environment)
    } catch let error as StoreError {
      environment.messages.say("vigil: \(error)")
      return .couldNotBeDone
    } catch let refusal as Refusal {
      environment.messages.say("vigil: the store holds what cannot be read: \(refusal)")
      return .couldNotBeDone
    } catch {
      return reportParsing(error, environment)
    }
  }

  // The parser would pass over a flag of `vigil` itself before the name of a command.
  private static func refuseMixing(_ command: any VigilCommand, _ environment: Environment) throws {
    guard !(command is Vigil) else { return }
    for flag in ["--paths", "--version"] where environment.arguments.contains(flag) {
      throw Failure.usage("\(flag) stands without a command")
    }
  }

  // Of what only tables or reports can be printed as, the parser knows no command.
  private static func refuseTableFormat(
    _ command: any VigilCommand, _ environment: Environment
  ) throws {
    let own: [(format: FormatOption.TableFormat, isTaken: Bool, printers: String)] = [
      (.csv, command is any TableCommand || command is any PageCommand, "vigil outcomes prints"),
      (
        .markdown, command is any TableCommand || command is any PageCommand,
        "vigil outcomes and vigil report print"
      ),
      (.html, command is any PageCommand, "vigil report prints"),
    ]
    let words = environment.arguments
    for (format, isTaken, printers) in own where !isTaken {
      let name = format.rawValue
      let isNext = zip(words, words.dropFirst()).contains { $0 == "--format" && $1 == name }
      guard isNext || words.contains("--format=\(name)") else { continue }
      throw Failure.usage("--format: only \(printers) \(name); give text or json")
    }
  }

  // Nor does it refuse an option of `vigil outcomes` after the name of a function on any data.
  private static func refuseRecord(_ command: any VigilCommand, _ environment: Environment) throws {
    guard command is any DataCommand else { return }
    for option in ["--events", "--sample", "--cutoff", "--table", "--listings", "--time-zone"] {
      let isThere = environment.arguments.contains {
        $0 == option || $0.hasPrefix(option + "=")
      }
      guard isThere else { continue }
      throw Failure.usage(
        "\(option) asks a record; a function on data takes its file alone")
    }
  }

  // Help that was asked for is data; a refusal by the parser is wrong usage.
  private static func reportParsing(_ error: any Error, _ environment: Environment) -> ExitStatus {
    let text = Vigil.fullMessage(for: error, columns: 80)
    if Vigil.exitCode(for: error) == .success {
      do throws(Sink.Failure) {
        try environment.output.write(text + "\n")
        return .done
      } catch {
        return report(error, environment)
      }
    }
    if let mistaken = unknownCommand(environment) {
      environment.messages.say("vigil: \(mistaken)")
      return .wrongUsage
    }
    let prefix = "Error: "
    let message = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    environment.messages.say("vigil: \(message)")
    return .wrongUsage
  }

  // The parser calls a misspelt command an unexpected argument; the first word is what was meant.
  private static func unknownCommand(_ environment: Environment) -> String? {
    var words = environment.arguments[...]
    var commands = Vigil.configuration.subcommands
    var path = "vigil"
    while let word = words.popFirst(), !word.hasPrefix("-"), !commands.isEmpty {
      if let next = commands.first(where: { $0.configuration.commandName == word }) {
        commands = next.configuration.subcommands
        path += " \(word)"
        continue
      }
      guard word != "help" else { return nil }
      let known = commands.compactMap { $0.configuration.commandName }
      let nearest = NearestName.of(word, in: known).map { "; the nearest is \($0)" } ?? ""
      return "there is no command \"\(word)\"\(nearest). `\(path) --help` lists them"
    }
    return nil
  }

  private static func unknown(_ word: String) -> String? {
    let known = Vigil.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !known.contains(word) else { return nil }
    let nearest = NearestName.of(word, in: known).map { "; the nearest is \($0)" } ?? ""
    return "there is no command \"\(word)\"\(nearest). `vigil --help` lists them"
  }

  // A reader that has seen enough, as `head` has, is no failure.
  private static func report(_ failure: Sink.Failure, _ environment: Environment) -> ExitStatus {
    switch failure {
    case .closed: return .done
    case .system(let reason):
      environment.messages.say("vigil: cannot write the output: \(reason)")
      return .couldNotBeDone
    }
  }
}
