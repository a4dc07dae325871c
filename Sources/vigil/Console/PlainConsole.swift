import Clinical
import Console
import Terminal

/// The console as lines, for a screen reader or where there is no screen: the screen is read out,
/// then a line is taken, the id or the key of a command, or some of a patient's name.
struct PlainConsole {
  var run: ConsoleRun
  let glyphs: GlyphSet

  /// Reads lines until the end of input or `quit`.
  ///
  /// - Parameter asks: false prints the screen once.
  mutating func run(_ environment: Environment, asks: Bool) throws {
    try show(environment)
    guard asks else { return }
    var lines = LineReader(environment.input, limit: 4096)
    while !run.isOver {
      environment.messages.ask("> ")
      guard let line = try next(&lines, environment) else { break }
      run.tick()
      try answer(String(decoding: line.bytes, as: UTF8.self), environment)
    }
  }

  // A PIN is not shown while it is typed.
  private mutating func next(
    _ lines: inout LineReader, _ environment: Environment
  ) throws -> LineReader.Line? {
    guard run.shown.station.isAskingPIN else { return try nextInTheOpen(&lines, environment) }
    defer { environment.messages.say("") }
    return try environment.input.withoutEcho { try nextInTheOpen(&lines, environment) }
  }

  // Waits for a line; meanwhile the screen is covered when nobody uses it.
  private mutating func nextInTheOpen(
    _ lines: inout LineReader, _ environment: Environment
  ) throws -> LineReader.Line? {
    let input = environment.input
    while input.isTerminal, !lines.holdsBytes,
      let rest = run.shown.cover.rest(at: run.shown.worldTime)
    {
      let milliseconds = Int32(clamping: max(0, rest.microseconds / 1000) + 1000)
      if input.waits(milliseconds: milliseconds) { break }
      run.tick()
      if run.shown.cover.isOn {
        environment.messages.say("")
        try show(environment)
        environment.messages.ask("> ")
      }
    }
    return try lines.next()
  }

  // Who writes now: a line is the login or the PIN, whichever is asked for.
  private mutating func answerWho(_ word: String) {
    if word.count > 1, let key = try? Key(name: word), key.text == nil {
      return run.take(.terminal(.key(key)))
    }
    for character in word { run.take(.terminal(.key(.character(character)))) }
    run.take(.terminal(.key(Key(.enter))))
  }

  private mutating func answer(_ line: String, _ environment: Environment) throws {
    let word = line.trimmed
    if run.shown.cover.isOn {
      // Whatever it was, it shows the ward again and does nothing else.
      run.take(.terminal(.key(Key(.enter))))
      return try show(environment)
    }
    if run.shown.station.isAskingWho {
      answerWho(word)
      return try show(environment)
    }
    if run.shown.replay?.session?.asking != nil {
      run.take(.text(word))
      run.take(.terminal(.key(Key(word.isEmpty ? .escape : .enter))))
      return try show(environment)
    }
    if let form = run.shown.entry.open, run.shown.list == nil {
      fill(form, word)
      if !run.isOver { try show(environment) }
      return
    }
    if run.shown.context == .question, run.shown.list == nil {
      answerQuestion(word)
      if !run.isOver { try show(environment) }
      return
    }
    if word.isEmpty { return try show(environment) }
    if Command.named(word) != nil {
      run.take(.command(word))
    } else if let key = try? Key(name: word),
      run.shown.keymap.command(for: key, in: run.shown.context) != nil
    {
      run.take(.terminal(.key(key)))
    } else {
      run.take(.command("palette"))
      run.take(.text(word))
      run.take(.terminal(.key(Key(.enter))))
      if run.shown.list != nil {
        run.take(.terminal(.key(Key(.escape))))
        environment.messages.say("nothing is called \(Printable.line(word)); ? lists the commands")
        return
      }
    }
    if !run.isOver { try show(environment) }
  }

  // While a question is asked a line is the answer to its field, or a command or a key of it; an empty
  // line goes on without one.
  private mutating func answerQuestion(_ word: String) {
    if let command = Command.named(word) { return run.take(.command(command.id)) }
    if word.isEmpty { return run.take(.terminal(.key(Key(.enter)))) }
    if word.count > 1, let key = try? Key(name: word), key.text == nil {
      return run.take(.terminal(.key(key)))
    }
    for character in word { run.take(.terminal(.key(.character(character)))) }
  }

  // While a form is open a line is what stands in the field, or a command or a key of the form.
  private mutating func fill(_ form: EntryState, _ word: String) {
    if let command = Command.named(word), command.contexts.contains(.entry) {
      return run.take(.command(word))
    }
    if word.count > 1, let key = try? Key(name: word), key.text == nil {
      return run.take(.terminal(.key(key)))
    }
    let spec = form.again == nil ? form.reading.spec(form.focus) : nil
    for character in word { run.take(.terminal(.key(.character(character)))) }
    // An answer by one key has gone on by itself; an empty line goes on without one.
    if spec?.isByKey != true || word.isEmpty { run.take(.terminal(.key(Key(.enter)))) }
  }

  private func show(_ environment: Environment) throws {
    for line in run.shown.plainLines(glyphs: glyphs) { try environment.output.write(line + "\n") }
    try environment.output.flush()
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
