import Replay

extension Command {
  /// Replay: one command to go there, the others work in one.
  static let replay: [Command] = [
    Command(replay: "replay.open", .commandOpen, [.ward, .patient], ["Y"]),
    Command(replay: "replay.play", .commandPlay, inReplay, ["Space"], hint: 95),
    Command(replay: "replay.next", .commandNext, inReplay, [")"], hint: 94),
    Command(replay: "replay.previous", .commandPrevious, inReplay, ["("], hint: 93),
    Command(replay: "replay.step", .commandStep, inReplay, ["X"], hint: 92),
    Command(replay: "replay.slower", .commandSlower, inReplay, ["E"]),
    Command(replay: "replay.faster", .commandFaster, inReplay, ["F"], hint: 91),
    Command(replay: "replay.jump", .commandJump, inReplay, ["J"], hint: 89),
    Command(replay: "replay.reading", .commandReading, inReplay, ["Z"], hint: 86),
    Command(replay: "replay.annotate", .commandAnnotate, inReplay, ["W"], hint: 88),
    Command(replay: "replay.inject", .commandInject, inReplay, ["I"], hint: 87),
    Command(replay: "replay.nextEvent", .commandNextEvent, inReplay, []),
    Command(replay: "replay.previousEvent", .commandPreviousEvent, inReplay, []),
    Command(replay: "replay.nextGrade", .commandNextGrade, inReplay, []),
    Command(replay: "replay.previousGrade", .commandPreviousGrade, inReplay, []),
    Command(replay: "replay.nextAlert", .commandNextAlert, inReplay, []),
    Command(replay: "replay.previousAlert", .commandPreviousAlert, inReplay, []),
    Command(replay: "replay.nextDay", .commandNextDay, inReplay, []),
    Command(replay: "replay.previousDay", .commandPreviousDay, inReplay, []),
  ]

  private static let inReplay: Set<Context> = [.ward, .patient, .alerts]

  private init(
    replay id: String, _ title: ReplayWord, _ contexts: Set<Context>, _ keys: [String],
    hint: Int = 0
  ) {
    self.init(
      id: id, title: .replay(title), contexts: contexts, keys: keys, hint: hint,
      label: .replay(title.hint ?? title))
  }
}

extension ConsoleState {
  /// Whether a command is of use here: those of a replay only in one, those of training only there,
  /// and what writes only where something can be written to.
  func offers(_ command: Command) -> Bool {
    if command.id == "replay.open" { return replay == nil }
    if command.id == "train.question" {
      return replay?.training.map { $0.debrief != nil || !$0.lesson.open.isEmpty } ?? false
    }
    if command.id == "train.end" { return isInLesson }
    if command.id == "train.progress", replay?.session == nil { return false }
    if command.id.hasPrefix("train.") { return replay?.training != nil }
    if isInLesson, Self.leadAhead.contains(command.id) { return false }
    if command.id == "replay.annotate" { return replay?.session != nil }
    if command.id == "replay.inject" { return replay?.session?.isInstructor == true }
    if command.id.hasPrefix("replay.") { return replay != nil }
    return canWrite(command)
  }

  /// Whether there is something that a command could write to: a replay has nothing, a lesson its
  /// copy of the patient.
  func canWrite(_ command: Command) -> Bool {
    switch command.writes {
    case .nothing: true
    case .patient: replay == nil || isInLesson
    case .ward: replay == nil
    }
  }
}
