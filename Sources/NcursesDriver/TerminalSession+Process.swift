import CNcurses
import Terminal
#if canImport(Glibc)
  import Glibc
#endif

extension TerminalSession {
  struct Pipes: Sendable {
    let signalRead: Int32
    let signalWrite: Int32
    let wakeRead: Int32
    let wakeWrite: Int32
  }

  /// Made once and never closed: a late waker must never write into a descriptor that has become
  /// another file.
  static let pipes: Result<Pipes, TerminalFailure> = {
    var ends: (Int32, Int32, Int32, Int32) = (-1, -1, -1, -1)
    guard cn_pipe(&ends.0, &ends.1), cn_pipe(&ends.2, &ends.3) else { return .failure(.noPipe) }
    return .success(
      Pipes(signalRead: ends.0, signalWrite: ends.1, wakeRead: ends.2, wakeWrite: ends.3))
  }()

  /// Arms the guard with text that lives as long as the process: a handler may read it at any
  /// time.
  static func arm(_ modes: String, note: String) {
    let line = note.isEmpty ? "" : note + "\n"
    guard let kept = strdup(line) else { return cn_guard_arm(modes, nil) }
    cn_guard_arm(modes, kept)
  }

  /// Stops the process as the shell's ^Z asks, and takes the terminal again when it goes on.
  mutating func suspend() {
    cn_guard_disarm()
    Self.send(modes.off)
    cn_pause()
    cn_stop_process()
    takeAgain()
  }

  /// After somebody else had the terminal.
  mutating func takeAgain() {
    cn_unpause()
    Self.arm(modes.off, note: options.crashNote)
    Self.send(modes.on(title: "\(options.title)"))
    cn_mouse(capabilities.mouse)
    shown = nil
    waiting = nil
  }
}
