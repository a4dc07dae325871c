import ArgumentParser
import Terminal

/// How the console is shown: options of `vigil console` and `vigil demo`.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Plain lines without boxes and colour, one fact a line, for screen readers.")
  var plain = false

  @Option(
    help: ArgumentHelp("The theme; by default the configuration's, else dark.", valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Play a session from a file, - for standard input, and end.", valueName: "file"))
  var script: String?

  @Option(help: ArgumentHelp("The window of a script, columns by rows.", valueName: "80x24"))
  var size: String?

  @Flag(help: "Draw in ASCII, whatever the terminal can show.")
  var ascii = false

  func validate() throws {
    if plain, script != nil { throw ValidationError("--plain and --script exclude one another") }
    if size != nil, script == nil { throw ValidationError("--size is the window of a --script") }
  }

  /// The window of a script.
  func window() throws -> Size {
    guard let size else { return Size(width: 80, height: 24) }
    guard let window = ScreenSize.read(size) else {
      throw Failure.usage("--size takes columns and rows, e.g. --size 80x24")
    }
    return window
  }
}
