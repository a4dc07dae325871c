import ArgumentParser
import Clinical
import Console
import EventStore
import EventText
import Replay

struct ReplayCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Replay a patient or a scenario on the ward's own screens, or train on one.",
    discussion: """
      The past on a clock of its own: Space plays and pauses, F and E change the speed, ) and ( step \
      by event, grade, alert or day, J goes to a moment, Z changes between as known then, as it was \
      and as stored. It runs on a copy and writes nowhere; every screen says REPLAY.

      With --train a scenario is a training session: the future is hidden, the clock stops where a \
      grade changes and where the author asks, and the learner answers before the engine does. The \
      forms of the ward write into the copy; at the end comes a debrief, which --debrief keeps in a \
      file, as text or (--format json) JSON.

      With --store, the path of a training store (vigil init --training), a session on a scenario \
      is kept there, and others may join it by its name: learners and instructors see the same \
      moment, each within a second. Who instructs can pause, write a note (W) and put an event into \
      all copies (I), and is an instructor or an administrator of that store. The scenario's file \
      stays as it is.

      With --script a training session on a scenario runs without a screen, at full speed, and its \
      debrief is printed: JSON Lines, first who the learner is, then answers and entries (see the \
      README); with --store it is kept. No clinician has reviewed the scenarios that come with Vigil. A name without an ending \
      is that of one of them.

      Examples:
        vigil replay --patient CD7-003
        vigil replay masked-fever --train --learner li --role nurse --debrief li.txt
        vigil replay masked-fever --store training.vigil --session monday --as instructor
        vigil replay masked-fever --script answers.jsonl --format json
        vigil replay --progress --store training.vigil
      """)

  @Argument(help: ArgumentHelp("The scenario.", valueName: "path"))
  var path: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("Replay this patient of the store.", valueName: "patient"))
  var patient: String?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Read the patient from a JSON Lines file, without a store.", valueName: "file"))
  var events: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("Read the patient from sample data, ward or trial.", valueName: "set"))
  var sample: SampleSet?

  @Flag(help: "Print the finished sessions of a training store, by learner; JSON has each debrief.")
  var progress = false

  @ArgumentParser.Option(
    help: ArgumentHelp("The session to begin or to join, in a training store.", valueName: "name"))
  var session: String?

  @ArgumentParser.Option(
    name: .customLong("as"),
    help: ArgumentHelp("As what: learner (unless said) or instructor.", valueName: "part"))
  var part: TrainingPart?

  @ArgumentParser.Option(
    help: ArgumentHelp("What a learner does, - is standard input; no screen.", valueName: "answers")
  )
  var script: String?

  @OptionGroup var training: TrainingOptions

  @OptionGroup var output: FormatOption

  @Flag(help: "Plain lines without boxes and colour, one fact a line, for screen readers.")
  var plain = false

  @ArgumentParser.Option(
    help: ArgumentHelp("The theme; by default the configuration's, else dark.", valueName: "name"))
  var theme: String?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Play keys and commands on the screen from a file, as `vigil console --script` does.",
      valueName: "file"))
  var keys: String?

  @ArgumentParser.Option(help: ArgumentHelp("The window of --keys.", valueName: "80x24"))
  var size: String?

  @Flag(help: "Draw in ASCII, whatever the terminal can show.")
  var ascii = false

  @OptionGroup var store: StoreOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if progress {
      guard path == nil, patient == nil, script == nil, session == nil, part == nil, !plain,
        keys == nil, events == nil, sample == nil
      else { throw ValidationError("--progress takes --store and --format alone") }
      guard store.path != nil else {
        throw ValidationError("--progress needs --store, the path of a training store")
      }
      return
    }
    guard (path == nil) != (patient == nil) else {
      throw ValidationError("name the path of a scenario, or a patient with --patient")
    }
    if path == "-", script == "-" {
      throw ValidationError("- is standard input, which can be read once only")
    }
    if patient != nil, script != nil {
      throw ValidationError("--script is a session on a scenario, not on a patient")
    }
    if patient == nil, events != nil || sample != nil {
      throw ValidationError("--events and --sample say where --patient is read")
    }
    if patient != nil, session != nil || part != nil {
      throw ValidationError("--session and --as are of a scenario, not of a patient")
    }
    if patient == nil, store.path == nil, session != nil || part != nil {
      throw ValidationError(
        "--session and --as need --store, the path of a training store (vigil init --training)")
    }
    if script != nil, part == .instructor {
      throw ValidationError("--script is a learner's session; leave --as out")
    }
    if events != nil, sample != nil {
      throw ValidationError("--events and --sample exclude one another")
    }
    if script != nil, plain || keys != nil {
      throw ValidationError("--script has no screen; leave --plain and --keys out")
    }
    if training.train, part == .instructor {
      throw ValidationError("--train asks a learner; who instructs looks on without it")
    }
    if training.train, store.path != nil, training.learner != nil || training.role != nil {
      throw ValidationError("--learner and --role are those of the user of --store; leave them out")
    }
    if training.train, script != nil {
      throw ValidationError("--train asks on the screen, --script has none; leave one out")
    }
    if training.train, patient != nil {
      throw ValidationError("--train is a session on a scenario, not on a patient")
    }
    if script == nil, training.debrief == nil, output.format == .json {
      throw ValidationError(
        "--format json prints the debrief of a --script, or of --debrief, or --progress")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    if progress {
      return try ProgressList(TrainingStore(path: store.path ?? "", environment))
        .print(output.format, environment)
    }
    if let patient {
      let course = try RecordedCourse(
        patient, events: events, sample: sample, store, data, environment)
      return try show(ReplayStart(course), sparing: course.files, environment)
    }
    let file = try ScenarioFile(path: path ?? "", data, environment)
    let scenario = try file.whole()
    let desk = try desk(file, scenario, environment)
    do {
      return try run(file, scenario, desk, environment)
    } catch {
      // The seat was taken, and nobody sits there.
      desk?.leave(at: nil)
      throw error
    }
  }

  private func run(
    _ file: ScenarioFile, _ scenario: Scenario, _ desk: TrainingDesk?, _ environment: Environment
  ) throws -> ExitStatus {
    guard let script else {
      let learner = try training.learner(desk, environment)
      if learner != nil { try training.prepare(sparing: [file.name]) }
      return try show(
        ReplayStart(scenario, learner: learner, desk: desk),
        sparing: [file.name] + (store.path.map { StoreUse.files(path: $0) } ?? []), environment)
    }
    let debrief = try debrief(scenario, script, environment)
    try desk?.keep(debrief)
    return .done
  }

  // One's seat in a session, where a training store was named.
  private func desk(
    _ file: ScenarioFile, _ scenario: Scenario, _ environment: Environment
  ) throws -> TrainingDesk? {
    guard let path = store.path else { return nil }
    let kept = try TrainingStore(path: path, environment)
    let seat = try kept.seat(
      session, as: part ?? .learner, in: file.reference(to: scenario), at: environment.now(),
      environment)
    return try TrainingDesk(kept, seat, scenario, environment)
  }

  private func debrief(
    _ scenario: Scenario, _ script: String, _ environment: Environment
  ) throws -> Debrief {
    let source = script == "-" ? environment.input : try Source(path: script)
    let bytes = try source.readAll(limit: ScenarioFile.longest)
    let reading = AnswerScript(reader: OpenedStore.reader).read(bytes[...], for: scenario)
    guard let record = reading.record else {
      throw Failure.usage(
        "\(source.name) cannot be played:\n"
          + reading.faults.map { "  \($0)" }.joined(separator: "\n"))
    }
    let debrief = Debrief(record)
    switch output.format {
    case .json:
      try environment.output.write(jsonLine: CanonicalJSON.bytes(of: debrief.document))
    case .text: try environment.output.write(debrief.printed(.text))
    }
    return debrief
  }

  private func show(
    _ replay: ReplayStart, sparing files: [String], _ environment: Environment
  ) throws -> ExitStatus {
    // Made by the parser: options that it has not filled in cannot be read.
    var screen: [String] = (plain ? ["--plain"] : []) + (ascii ? ["--ascii"] : [])
    for (name, value) in [("--theme", theme), ("--script", keys), ("--size", size)] {
      if let value { screen += [name, value] }
    }
    var start = ConsoleStart(
      options: try ScreenOptions.parse(screen), data: data, mode: .replay,
      keeper: replay.keeper(environment), replay: replay, spared: files)
    start.whenLeft = { [training, format = output.format] console in
      guard let replay = console.replay, let session = replay.training else { return }
      let lesson = session.finished(at: replay.clock.position)
      try training.keep(Debrief(lesson.record), format, sparing: files)
    }
    if let keys {
      return try start.play(keys, replay.source, from: environment.now(), environment)
    }
    return try start.run(replay.source, clock: environment.now, environment)
  }
}

extension TrainingPart: ExpressibleByArgument {}
