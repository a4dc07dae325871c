/// What comes from a terminal, in the order in which it came.
package enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted, or that came at once as only a paste does. It goes into the field that
  /// has the focus, or nowhere; never to commands.
  case paste(String)
  case mouse(Mouse)
  /// The window has this size now.
  case resized(Size)
  /// The program runs again after it was stopped; the screen was redrawn.
  case resumed
  /// Something was left in the inbox of the program (`Waker`).
  case woken
  /// The deadline of the wait has passed.
  case deadline
  /// The terminal is gone; the program has two seconds to keep what is typed and to end.
  case hangUp
  /// Somebody asked the program to end (SIGTERM); two seconds as well.
  case terminate
}

/// What the mouse did, in cells from the top left corner.
package struct Mouse: Hashable, Sendable {
  package let place: Point
  package let action: Action

  package enum Action: Hashable, Sendable {
    case press, release
    case wheelUp, wheelDown
  }

  package init(_ action: Action, at place: Point) {
    self.action = action
    self.place = place
  }
}
