import ArgumentParser
import Clinical
import EventText
import SampleWard

struct SampleCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Print the sample data anew, as JSON Lines.",
    discussion: """
      Invented patients, made by a seeded generator: the same set and seed give the same bytes on \
      every machine. For --set trial the aggregates that were reached are printed beside the \
      published ones, as messages.

      Example: vigil sample --set ward --seed 7 > ward.jsonl
      """)

  @Option(help: "Which set: ward for demonstration, trial for the endpoints.")
  var set: SampleSet

  @Option(help: "Where the generator starts; by default as in the data that come with Vigil.")
  var seed: UInt64?

  func run(in environment: Environment) throws -> ExitStatus {
    switch set {
    case .ward:
      try write(SampleWard.ward(seed: seed ?? SampleWard.wardSeed), to: environment.output)
    case .trial:
      let trial = SampleWard.trial(seed: seed ?? SampleWard.trialSeed)
      try write(trial.events, to: environment.output)
      for line in trial.report { environment.messages.say(line) }
    }
    return .done
  }

  private func write(_ events: [Event], to sink: Sink) throws {
    for event in events { try sink.write(jsonLine: EventWriter.line(for: event)) }
  }
}
