import CNcurses
#if canImport(Glibc)
  import Glibc
#endif
package import Terminal

/// A terminal taken over for the program: cells to it, input from it.
///
/// It belongs to one thread, the main one. While it lives, every way out of the process gives the
/// terminal back as it was: `end()`, leaving the scope, `exit`, a signal, a crash. Only one can
/// live at a time.
package struct TerminalSession: ~Copyable {
  /// What the terminal can do; an argument of everything that draws.
  package private(set) var capabilities: Capabilities
  /// The window's size, at least 1x1.
  package private(set) var size: Size

  let modes: Modes
  let options: SessionOptions
  var decoder = InputDecoder()
  var shown: CellBuffer?
  var waiting: PendingFrame?
  var lastFrame: PendingFrame?
  var theme: Theme?
  var table: PairTable?
  var pairs = ColourPairs()
  let signalPipe: Int32
  let wakePipe: Int32
  /// Wakes the loop from another thread.
  package let waker: Waker
  var emptyReads = 0
  var hasEnded = false

  struct PendingFrame {
    let buffer: CellBuffer
    let theme: Theme
    let cursor: Point?
    let focus: Point?
  }

  /// Takes over the terminal of standard input and output.
  ///
  /// - Throws: `TerminalFailure` when there can be no screen; nothing was changed then.
  package init(_ options: SessionOptions) throws(TerminalFailure) {
    let opened = try Self.open(options)
    modes = Modes(kind: opened.kind)
    self.options = options
    signalPipe = opened.pipes.signalRead
    wakePipe = opened.pipes.wakeRead
    waker = Waker(descriptor: opened.pipes.wakeWrite)
    capabilities = Self.capabilities(options, opened.kind, isUTF8: opened.isUTF8)
    size = Self.windowSize()
    cn_define_paste()
    cn_mouse(options.mouse)
    Self.arm(modes.off, note: options.crashNote)
    Self.send(modes.on(title: "\(options.title)"))
  }

  private struct Opened {
    let kind: TerminalKind
    let pipes: Pipes
    let isUTF8: Bool
  }

  private static func open(_ options: SessionOptions) throws(TerminalFailure) -> Opened {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let name = options.term, !name.isEmpty else { throw .noName }
    let isUTF8 = cn_use_locale()
    let term = try known(name)
    let pipes = try pipes.get()
    // Before curses is opened, which takes those signals that nobody has.
    cn_signals_take(pipes.signalWrite)
    cn_guard_prepare()
    let kind = TerminalKind(name)
    guard cn_open(term, Int32(options.escapeDelay), kind.hasModes) else {
      cn_guard_release_errors()
      cn_signals_give_back()
      throw .refused(name)
    }
    return Opened(kind: kind, pipes: pipes, isUTF8: isUTF8)
  }

  deinit {
    if !hasEnded { Self.leave(modes) }
  }

  /// Gives the terminal back. Further calls do nothing.
  package mutating func end() {
    guard !hasEnded else { return }
    hasEnded = true
    Self.leave(modes)
  }

  /// Turns the reports of the mouse on or off; off, the terminal's own copying works.
  package mutating func setMouse(_ on: Bool) {
    capabilities.mouse = on
    cn_mouse(on)
  }

  mutating func measure() -> Bool {
    let now = Self.windowSize()
    guard now != size else { return false }
    size = now
    cn_resize(Int32(now.height), Int32(now.width))
    shown = nil
    waiting = nil
    return true
  }

  private static func leave(_ modes: Modes) {
    // Still armed while curses leaves: a signal in between finds the guard.
    send(modes.off)
    cn_close()
    cn_guard_disarm()
    cn_signals_give_back()
    cn_guard_release_errors()
  }

  static func send(_ text: String) {
    guard !text.isEmpty else { return }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        guard let base = chars.baseAddress else { return }
        _ = cn_write_all(STDOUT_FILENO, base, chars.count)
      }
    }
  }

  private static func windowSize() -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cn_window_size(&rows, &columns)
    return Size(width: max(1, Int(columns)), height: max(1, Int(rows)))
  }

  /// The name under which terminfo knows the terminal.
  private static func known(_ name: String) throws(TerminalFailure) -> String {
    for candidate in TerminalKind.candidates(for: name) {
      switch cn_probe(candidate) {
      case CN_FOUND: return candidate
      case CN_NO_CURSOR: throw .cannotPlaceCursor(name)
      default: continue
      }
    }
    throw .unknown(name)
  }

  private static func capabilities(
    _ options: SessionOptions, _ kind: TerminalKind, isUTF8: Bool
  ) -> Capabilities {
    let has: ColourDepth =
      switch cn_colours() {
      case 0x100_0000...: .direct
      case 256...: .palette
      case 16...: .sixteen
      case 8...: .eight
      default: .none
      }
    // More than the terminal has cannot be asked of it.
    let order = ColourDepth.allCases
    let wanted = options.noColour ? ColourDepth.none : options.colours ?? has
    let depth =
      (order.firstIndex(of: wanted) ?? 0) < (order.firstIndex(of: has) ?? 0) ? wanted : has
    // Without UTF-8 no setting makes other signs reach the terminal.
    let glyphs = isUTF8 ? options.glyphs ?? kind.glyphs : .ascii
    return Capabilities(
      colours: depth, glyphs: glyphs, charts: options.charts ?? kind.charts, mouse: options.mouse)
  }
}
