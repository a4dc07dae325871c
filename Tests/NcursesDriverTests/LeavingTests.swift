import Foundation
import PseudoTerminals
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("The terminal is whole after every way out", .serialized)
struct LeavingTests {
  /// A terminal as a shell expects it.
  private func isWhole(_ terminal: PseudoTerminal, _ settings: [UInt32]) -> Bool {
    let state = terminal.state
    return !state.alternateScreen && state.cursorVisible && !state.pasteMarkers && !state.mouse
      && !state.synchronized && !state.applicationKeys && state.title.isEmpty
      && terminal.settings == settings
  }

  private func leaves(
    term: String = "xterm-256color", by act: (PseudoTerminal) -> Void, with code: Int32,
    seconds: Double = 10, saying words: [String] = []
  ) throws {
    try Probe.run(term: term, underShell: nil) { probe in
      #expect(probe.agrees())
      // Those of a new terminal: the probe has been in raw mode since it began.
      let raw = probe.terminal.settings
      let fresh = try PseudoTerminal(
        ["/bin/sleep", "60"], columns: 80, rows: 24, locale: "C")
      let settings = fresh.settings
      fresh.stop()
      #expect(raw != settings)
      act(probe.terminal)
      let end = probe.terminal.end(seconds: seconds)
      #expect(end == code)
      #expect(
        probe.terminal.waits(seconds: 2) { isWhole(probe.terminal, settings) },
        "\(probe.terminal.state)")
      for text in words { #expect(probe.terminal.shows(text, seconds: 2), "\(text)") }
    }
  }

  @Test("Quitting", arguments: ["xterm-256color", "tmux-256color", "xterm", "screen"])
  func quit(_ term: String) throws {
    try leaves(term: term, by: { $0.type("q") }, with: 0, saying: ["bye"])
  }

  @Test("Leaving by exit, without a word to the session")
  func exits() throws {
    try leaves(by: { $0.type("E") }, with: 5)
  }

  @Test("What was written to standard error is not on the screen but below it afterwards")
  func standardError() throws {
    try Probe.run { probe in
      probe.terminal.type("e")
      #expect(probe.notes("key e") && probe.agrees())
      #expect(!probe.terminal.text.contains("said to standard error"))
      probe.terminal.type("q")
      #expect(probe.terminal.end() == 0)
      #expect(probe.terminal.shows("said to standard error"))
    }
  }

  @Test("Faults of the program, with its last words and the note", arguments: ["X", "A", "D"])
  func crash(_ key: String) throws {
    let ends: [String: [Int32]] = ["X": [SIGILL, SIGTRAP], "A": [SIGABRT], "D": [SIGSEGV]]
    try Probe.run { probe in
      #expect(probe.agrees())
      probe.terminal.type(key)
      let end = try #require(probe.terminal.end(seconds: 20))
      #expect(ends[key]?.contains(end - 128) == true, "\(end)")
      let state = probe.terminal.state
      #expect(!state.alternateScreen && state.cursorVisible && !state.pasteMarkers)
      #expect(probe.terminal.shows("the probe was hurt", seconds: 2))
      if key == "X" { #expect(probe.terminal.text.contains("hurt on request")) }
      #expect(!probe.terminal.text.contains("Press space"))
    }
  }

  @Test(
    "Signals that end a process",
    arguments: [
      SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU,
      SIGPIPE, SIGPROF, SIGVTALRM, SIGSYS,
    ])
  func signals(_ number: Int32) throws {
    try leaves(by: { $0.signal(number) }, with: 128 + number, saying: ["the probe was hurt"])
  }

  @Test("SIGTERM and SIGHUP are told to the program, which ends in its own way")
  func asked() throws {
    try leaves(by: { $0.signal(SIGTERM) }, with: 4, seconds: 2)
    try leaves(by: { $0.signal(SIGHUP) }, with: 3, seconds: 2)
  }

  @Test("However busy it is, it ends two seconds after it was asked")
  func busy() throws {
    for number in [SIGTERM, SIGHUP] {
      try leaves(
        by: {
          $0.type("B")
          usleep(100_000)
          $0.signal(number)
        }, with: 128 + number, seconds: 2.8)
    }
  }

  @Test("When the line is lost it ends within two seconds")
  func lost() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      let start = Date()
      probe.terminal.hangUp()
      #expect(probe.terminal.end(seconds: 5) == 3)
      #expect(Date().timeIntervalSince(start) < 2)
    }
  }

  @Test("^Z gives the terminal to the shell, and fg paints it anew, in the size it has then")
  func suspended() throws {
    try Probe.run(underShell: "PROBE; echo stopped; read line; fg; echo over") { probe in
      #expect(probe.agrees())
      probe.terminal.type("\u{1A}")
      #expect(probe.terminal.shows("stopped"))
      let state = probe.terminal.state
      #expect(!state.alternateScreen && state.cursorVisible && !state.pasteMarkers)
      #expect(state.title.isEmpty)
      probe.terminal.resize(columns: 70, rows: 20)
      probe.terminal.type("\r")
      #expect(probe.notes("resumed"))
      #expect(probe.terminal.waits { probe.report?.screen.count == 20 } && probe.agrees())
      #expect(probe.terminal.state.pasteMarkers && probe.terminal.state.alternateScreen)
      // A second time, then out.
      probe.terminal.type("\u{1A}")
      #expect(probe.terminal.waits { !probe.terminal.state.alternateScreen })
    }
  }

  @Test("Stopped by force and continued, it paints everything anew")
  func stoppedByForce() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      probe.terminal.signal(SIGSTOP)
      usleep(50_000)
      probe.terminal.forgetReceived()
      probe.terminal.signal(SIGCONT)
      #expect(probe.notes("resumed"))
      #expect(probe.terminal.waits { probe.terminal.received.count > 1500 })
      #expect(probe.agrees())
    }
  }

  @Test(
    "Without a terminal that can place its cursor there is a clear word and no screen",
    arguments: [
      ("dumb", "cannot place its cursor"), ("nonesuch", "not known on this machine"),
      ("", "TERM is not set"),
    ])
  func noScreen(_ term: String, _ words: String) throws {
    let probe = try PseudoTerminal.probe().path
    let terminal = try PseudoTerminal(
      term.isEmpty ? [probe] : [probe, "--term", term], columns: 80, rows: 24, locale: "C.UTF-8")
    defer { terminal.stop() }
    #expect(terminal.end() == 7)
    #expect(terminal.shows("plain:"))
    #expect(terminal.screen.joined().contains(words))
    #expect(!terminal.received.contains(0x1B))
  }

  @Test("Where input is no terminal there is a clear word and no screen")
  func noTerminal() throws {
    let process = Process()
    process.executableURL = try PseudoTerminal.probe()
    process.arguments = ["--term", "xterm-256color"]
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 7)
    #expect(text.contains("not a terminal"))
  }
}
