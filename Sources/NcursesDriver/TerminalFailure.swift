/// Why there can be no screen; the program then works in plain mode.
package enum TerminalFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard input or output is no terminal.
  case notATerminal
  /// `TERM` is not set.
  case noName
  /// The terminal database knows nothing of this name.
  case unknown(String)
  /// This terminal cannot place its cursor.
  case cannotPlaceCursor(String)
  /// Curses gave no reason.
  case refused(String)
  /// The system has no more descriptors.
  case noPipe

  package var description: String {
    switch self {
    case .notATerminal:
      "Input or output is not a terminal: showing plain lines. Over SSH, ask for a terminal with -t."
    case .noName:
      "TERM is not set, so the terminal is not known: showing plain lines. "
        + "Set it, for example: export TERM=xterm-256color"
    case .unknown(let name):
      "The terminal \"\(name)\" is not known on this machine: showing plain lines. "
        + "Install ncurses-term, or set TERM to what is known, for example xterm-256color."
    case .cannotPlaceCursor(let name):
      "The terminal \"\(name)\" cannot place its cursor: showing plain lines."
    case .refused(let name):
      "The screen of the terminal \"\(name)\" could not be opened: showing plain lines."
    case .noPipe:
      "The system gives no more open files: showing plain lines."
    }
  }
}
