import CNcurses
#if canImport(Glibc)
  import Glibc
#endif
package import Terminal

extension TerminalSession {
  /// Waits for input, for a wake-up, for a signal, or until so many milliseconds have passed.
  ///
  /// One `poll` waits for everything: standard input, the pipes of signals and of `waker`, and
  /// the terminal being ready for a frame that waits. Nothing runs while nothing happens.
  ///
  /// - Parameter milliseconds: the deadline from now; `nil` waits without one.
  /// - Returns: at least one input; `.deadline` alone when the time has passed.
  package mutating func wait(milliseconds: Int?) -> [TerminalInput] {
    let end = milliseconds.map { Self.now() + max(0, $0) }
    while true {
      // A paste whose end is cut off is over after a second without more.
      let limit = decoder.isPasting ? Self.now() + 1000 : Int.max
      let until = min(end ?? Int.max, limit)
      let inputs = waitOnce(until: until)
      if !inputs.isEmpty { return inputs }
      if decoder.isPasting, Self.now() >= limit, let paste = decoder.endOverduePaste() {
        return [paste]
      }
      if let end, Self.now() >= end { return [.deadline] }
    }
  }

  private mutating func waitOnce(until: Int) -> [TerminalInput] {
    var files = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signalPipe, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakePipe, events: Int16(POLLIN), revents: 0),
    ]
    if waiting != nil {
      files.append(pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0))
    }
    let left = until == Int.max ? -1 : Int32(clamping: max(0, until - Self.now()))
    let ready = poll(&files, nfds_t(files.count), left)
    var inputs: [TerminalInput] = []
    if ready > 0 {
      if files[1].revents != 0 { Self.drain(signalPipe) }
      if files[2].revents != 0 {
        Self.drain(wakePipe)
        inputs.append(.woken)
      }
    }
    // Keys first: what was typed before the line was lost belongs to the draft. Signals also when
    // poll was only interrupted: the pipe's byte may come a moment later.
    let hasKeys = ready > 0 && files[0].revents & Int16(POLLIN) != 0
    if hasKeys || ready < 0 { inputs += readKeys(expected: hasKeys) }
    inputs += answerSignals()
    if ready > 0 {
      let state = files[0].revents
      if state & Int16(POLLHUP | POLLERR | POLLNVAL) != 0, inputs.last != .hangUp {
        inputs.append(.hangUp)
      }
      if files.count > 3, files[3].revents != 0 { showWaiting() }
    }
    return inputs
  }

  private mutating func answerSignals() -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    if cn_signal_came(CN_HANGUP) { inputs.append(.hangUp) }
    if cn_signal_came(CN_TERMINATE) { inputs.append(.terminate) }
    if cn_signal_came(CN_INTERRUPT) { inputs.append(.key(.control("c"))) }
    if cn_signal_came(CN_STOP) {
      suspend()
      // The signal that continued it has nothing more to say.
      _ = cn_signal_came(CN_CONTINUE)
      _ = measure()
      inputs.append(.resumed)
    } else if cn_signal_came(CN_CONTINUE) {
      // Stopped by force and without warning: the shell has had the terminal meanwhile.
      takeAgain()
      _ = measure()
      inputs.append(.resumed)
    }
    if cn_signal_came(CN_RESIZED), measure() { inputs.append(.resized(size)) }
    return inputs
  }

  // - Parameter expected: false where there may well be none.
  private mutating func readKeys(expected: Bool) -> [TerminalInput] {
    var steps: [InputDecoder.Step] = []
    // A bound, so that a terminal that sends without end does not hold the loop.
    for _ in 0..<20_000 {
      var value: UInt32 = 0
      let kind = cn_read(&value)
      if kind == CN_NOTHING { break }
      steps += Self.steps(kind, value)
      emptyReads = -1
    }
    if expected { emptyReads += 1 }
    if expected, steps.isEmpty, emptyReads > 2 {
      // Ready to be read and yet nothing there, again and again: the other side has gone.
      if cn_waiting() <= 0 { return [.hangUp] }
      emptyReads = 0
    }
    return decoder.decode(steps)
  }

  private static func steps(_ kind: cn_read_kind, _ value: UInt32) -> [InputDecoder.Step] {
    guard kind == CN_KEY else { return Unicode.Scalar(value).map { [.scalar($0)] } ?? [] }
    if value == UInt32(CN_PASTE_START) { return [.pasteStart] }
    if value == UInt32(CN_PASTE_END) { return [.pasteEnd] }
    if value == cn_mouse_code() { return mouseSteps() }
    return CursesKey.key(named: String(cString: cn_key_name(value))).map { [.key($0)] } ?? []
  }

  private static func mouseSteps() -> [InputDecoder.Step] {
    var x: Int32 = 0
    var y: Int32 = 0
    var action = CN_OTHER
    guard cn_mouse_event(&y, &x, &action) else {
      // A report while the mouse is off: curses took only its beginning, and the rest would be
      // read as letters. Put together again it is swallowed whole.
      return String(cString: cn_mouse_prefix()).unicodeScalars.map { .scalar($0) }
    }
    let place = Point(x: Int(x), y: Int(y))
    switch action {
    case CN_PRESS: return [.mouse(Mouse(.press, at: place))]
    case CN_RELEASE: return [.mouse(Mouse(.release, at: place))]
    case CN_WHEEL_UP: return [.mouse(Mouse(.wheelUp, at: place))]
    case CN_WHEEL_DOWN: return [.mouse(Mouse(.wheelDown, at: place))]
    default: return []
    }
  }

  private static func drain(_ descriptor: Int32) {
    var block = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &block, block.count) > 0 {}
  }

  /// Milliseconds of the clock that only goes forward; no time of day.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
