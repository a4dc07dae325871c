import ArgumentParser
import Clinical
import EventStore
import EventText
import Grading

struct RulesCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Print the grading rules, their sources and every documented choice.",
    discussion: """
      The same table that the engine and the evidence read. A rule that rests on memory says so. A \
      choice is changed by a setting event of its name; where a store is in force, what its ward \
      has chosen stands beside the default.

      Example: vigil rules --format json
      """)

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions

  func run(in environment: Environment) throws -> ExitStatus {
    let page = RulesPage(settings: try settings(environment))
    switch output.format {
    case .text:
      for line in page.lines { try environment.output.write(line + "\n") }
    case .json:
      try environment.output.write(jsonLine: CanonicalJSON.bytes(of: page.document))
    }
    return .done
  }

  // Without a store the defaults are in force.
  private func settings(_ environment: Environment) throws -> ChoiceSettings {
    let place = try store.place(environment)
    guard store.path != nil || fileExists(place.path) else { return ChoiceSettings() }
    let log = try OpenedStore.open(place, environment)
    let ward = try log.events(of: nil).map { try $0.event(OpenedStore.reader) }
    return ChoiceSettings(ofWard: ward, at: environment.now(), zone: Zone.ofRecord(ward))
  }
}
