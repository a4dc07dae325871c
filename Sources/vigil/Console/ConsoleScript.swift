import Clinical
import Console
import Glibc
import Terminal

/// A session from a file: commands by id, keys, and what is to be saved of the screen.
///
/// One step a line, `#` begins a comment: the id of a command (`ward.open`); `:key NAME`;
/// `:type TEXT`; `:paste TEXT`; `:wait SECONDS`, by which the clock goes on; `:size WxH`;
/// `:save-display FILE`, `:save-style FILE`, `:save-plain FILE`.
struct ConsoleScript {
  private let steps: [(number: Int, text: String)]

  /// Reads a file, or standard input for `-`.
  ///
  /// - Parameter spared: files that no step may write to; the script is one more.
  init(path: String, sparing spared: [String], _ environment: Environment) throws {
    let source = path == "-" ? environment.input : try Source(path: path)
    let path = source.name
    var lines = LineReader(source, limit: 1 << 16)
    var steps: [(number: Int, text: String)] = []
    while let line = try lines.next() {
      guard let text = String(validating: line.bytes, as: UTF8.self) else {
        throw Failure.usage("\(path), line \(line.number): is not UTF-8 text")
      }
      let step = text.drop { $0 == " " || $0 == "\t" }.prefix { $0 != "\r" }
      if !step.isEmpty, !step.hasPrefix("#") { steps.append((line.number, String(step))) }
    }
    self.steps = steps
    self.path = path
    self.spared = spared + [path]
  }

  /// As messages call the script.
  private let path: String
  private let spared: [String]

  /// A clock that only `:wait` moves on.
  final class Clock {
    var now: Instant
    init(_ now: Instant) { self.now = now }
  }

  /// Plays the steps.
  ///
  /// - Throws: `Failure` naming the line of a step that means nothing or cannot be done.
  func play(
    _ run: inout ConsoleRun, size: Size, capabilities: Capabilities, clock: Clock
  ) throws {
    var size = size
    for step in steps where !run.isOver {
      let word = String(step.text.prefix { $0 != " " })
      let rest = String(step.text.dropFirst(word.count + 1))
      switch word {
      case ":key":
        guard let key = try? Key(name: rest) else {
          throw fault(step.number, "\(rest) is not the name of a key")
        }
        run.take(.terminal(.key(key)))
      case ":type": for character in rest { run.take(.terminal(.key(.character(character)))) }
      case ":paste": run.take(.terminal(.paste(rest)))
      case ":wait":
        guard let seconds = Int64(rest), (0...31_536_000).contains(seconds) else {
          throw fault(step.number, ":wait takes seconds, e.g. :wait 60")
        }
        clock.now = clock.now + .seconds(seconds)
        run.tick()
      case ":size":
        guard let new = ScreenSize.read(rest) else {
          throw fault(step.number, ":size takes columns and rows, e.g. :size 80x24")
        }
        size = new
        run.take(.terminal(.resized(new)))
      case ":save-display":
        try save(frame(run, size, capabilities).text, to: rest, step.number)
      case ":save-style": try save(frame(run, size, capabilities).styles, to: rest, step.number)
      case ":save-plain":
        try save(
          run.shown.plainLines(glyphs: capabilities.glyphs).joined(separator: "\n"), to: rest,
          step.number)
      default:
        guard Command.named(word) != nil, rest.isEmpty else {
          throw fault(step.number, "there is no command or step \"\(step.text)\"")
        }
        run.take(.command(word))
      }
    }
  }

  private func frame(
    _ run: ConsoleRun, _ size: Size, _ capabilities: Capabilities
  ) -> CellBuffer {
    run.shown.frame(size: size, capabilities: capabilities).buffer
  }

  private func save(_ text: String, to file: String, _ number: Int) throws {
    guard !file.isEmpty else { throw fault(number, "names no file") }
    let made = try FileToWrite.open(
      file, as: "\(path), line \(number): \(file)", sparing: spared)
    defer { close(made) }
    let sink = Sink(descriptor: made)
    try sink.write(text + "\n")
    try sink.flush()
  }

  private func fault(_ number: Int, _ problem: String) -> Failure {
    .usage("\(path), line \(number): \(problem)")
  }
}

/// The size of a window as an argument: `80x24`.
enum ScreenSize {
  static func read(_ text: String) -> Size? {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      (1...1000).contains(width), (1...1000).contains(height)
    else { return nil }
    return Size(width: width, height: height)
  }
}
