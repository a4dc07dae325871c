import ArgumentParser

@main
struct Vigil: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "vigil")
}
