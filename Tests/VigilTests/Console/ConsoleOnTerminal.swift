import Foundation
import PseudoTerminals
import Testing

extension Desk {
  /// Runs the program on a terminal of its own, and ends it however the test ends.
  ///
  /// - Parameter shell: words of a shell around it, `VIGIL` standing for the program and its
  ///   arguments, so that it can be stopped and continued.
  func onTerminal<T>(
    _ arguments: [String], term: String = "xterm-256color", columns: Int = 80, rows: Int = 24,
    variables: [String: String] = [:], underShell shell: String? = nil,
    _ body: (PseudoTerminal) throws -> T
  ) throws -> T {
    var words = [Self.program.path] + arguments
    if let shell {
      words = ["/bin/sh", "-m", "-c", shell.replacing("VIGIL", with: words.joined(separator: " "))]
    }
    let terminal = try PseudoTerminal(
      words, columns: columns, rows: rows,
      variables: ["HOME": home.path, "TERM": term, "LC_ALL": "C.UTF-8"].merging(variables) { $1 },
      folder: folder.appending(path: "empty").path)
    defer { terminal.stop() }
    return try body(terminal)
  }

  /// Runs the demonstration on a terminal.
  func demo<T>(
    term: String = "xterm-256color", columns: Int = 80, rows: Int = 24,
    variables: [String: String] = [:], underShell shell: String? = nil,
    _ body: (PseudoTerminal) throws -> T
  ) throws -> T {
    try onTerminal(
      ["demo"], term: term, columns: columns, rows: rows, variables: variables, underShell: shell,
      body)
  }
}

extension PseudoTerminal {
  /// The worst of the sample ward, as the first line of the ward shows it.
  static let worst = "ICU-1"

  /// Waits for the ward with its keys below: the whole first screen.
  func showsWard(seconds: Double = 15) -> Bool {
    waits(seconds: seconds) {
      // The alerts come a moment after the ward.
      self.text.contains(Self.worst) && self.text.contains("Help")
        && !self.text.contains("loading")
    }
  }

  /// What a shell expects of its terminal: settings of one that nobody has used.
  static func unused() throws -> [UInt32] {
    let terminal = try PseudoTerminal(["/bin/sleep", "60"], columns: 80, rows: 24, locale: "C")
    defer { terminal.stop() }
    return terminal.settings
  }

  /// True when everything that a full-screen program changes is as it was.
  func isWhole(_ settings: [UInt32]) -> Bool {
    let state = state
    return !state.alternateScreen && state.cursorVisible && !state.pasteMarkers && !state.mouse
      && !state.synchronized && !state.applicationKeys && state.title.isEmpty
      && self.settings == settings
  }

  /// The line with the mark of the chosen row.
  var chosen: String? { screen.first { $0.prefix(6).contains("▸") || $0.prefix(6).contains(">") } }
}
