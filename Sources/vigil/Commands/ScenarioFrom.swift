import ArgumentParser
import Clinical
import EventText
import Grading
import Replay

struct ScenarioFrom: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "from",
    abstract: "Print a scenario made of a recorded course, of nobody.",
    discussion: """
      Names, numbers, beds, logins and ids are left out, and every date is moved by the same number \
      of days, so that ages and intervals stay. Free text is left out, or with --review asked about \
      text by text on a terminal. Clinicians' grades and acknowledgements are left out: they would \
      give the answers away. The expected grades are the engine's until an author has derived them. \
      Read the whole file before you give it away.

      Example: vigil scenario from CD7-003 --name night-of-fever --title "Night of fever"
      """)

  @Argument(help: ArgumentHelp("The patient.", valueName: "patient"))
  var patient: String

  @ArgumentParser.Option(
    help: ArgumentHelp("Small letters, digits and hyphens.", valueName: "name"))
  var name: String

  @ArgumentParser.Option(help: ArgumentHelp("What the scenario is called.", valueName: "title"))
  var title: String

  @ArgumentParser.Option(
    help: ArgumentHelp("When the session begins; by default at the infusion.", valueName: "time"))
  var starts: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("When it ends; by default with the last event.", valueName: "time"))
  var ends: String?

  // A shift into the past begins like an option.
  @ArgumentParser.Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Days added to every date; by default so many that day 0 is 2001-01-01.", valueName: "days"))
  var shiftDays: Int64?

  @Flag(
    help: "Let everything be known when it was observed: for records that were imported later.")
  var asObserved = false

  @Flag(help: "Ask about each free text on the terminal.")
  var review = false

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Read a JSON Lines file, - for standard input, without a store.", valueName: "file"))
  var events: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("Read sample data, ward or trial, without a store.", valueName: "set"))
  var sample: SampleSet?

  @OptionGroup var store: StoreOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if events != nil, sample != nil {
      throw ValidationError("--events and --sample exclude one another")
    }
    if let shiftDays, abs(shiftDays) > 100_000 {
      throw ValidationError("--shift-days takes at most 100000 days")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let limits = (
      try TimeArgument.read(starts, "--starts"), try TimeArgument.read(ends, "--ends")
    )
    if review, !environment.canAsk {
      throw Failure.usage("--review asks on a terminal, and there is none; leave it out")
    }
    let course = try RecordedCourse(
      patient, events: events, sample: sample, store, data, environment)
    let maker = try ScenarioMaker(
      course, name: name, title: title, starts: limits.0, ends: limits.1, shift: shiftDays,
      asObserved: asObserved)
    let lines = try maker.lines { text in
      guard review else { return nil }
      return try Self.ask(text, environment)
    }
    for line in lines { try environment.output.write(jsonLine: line) }
    if maker.droppedTexts > 0 {
      environment.messages.say(
        "vigil: free text was left out in \(maker.droppedTexts) places"
          + (review ? "" : "; --review asks about each"))
    }
    return .done
  }

  // An empty answer leaves it out; y keeps it; anything else stands in its place.
  private static func ask(_ text: FreeText, _ environment: Environment) throws -> String? {
    let answer = try Question.ask(
      "\(text.kind.rawValue).\(text.field): \(text.text)\n  keep (y), leave out (n), or write what"
        + " stands in its place", "n", environment)
    return answer == "n" ? nil : answer == "y" ? text.text : answer
  }
}
