import Foundation
import PseudoTerminals
import Testing

@Suite("The terminal shows what was drawn", .serialized)
struct DrawingTests {
  @Test(
    "On every terminal, in its own way",
    arguments: [
      "xterm", "xterm-256color", "tmux", "tmux-256color", "screen", "screen-256color", "putty",
      "putty-256color", "linux", "vt100", "xterm-kitty",
    ])
  func terminals(_ term: String) throws {
    try Probe.run(term: term) { probe in
      #expect(probe.agrees())
      #expect(probe.terminal.text.contains("WILLIAMS, Ada"))
      #expect(probe.terminal.text.contains("ESC^[[31mAPE"))
      probe.terminal.type("j")
      #expect(probe.notes("key j"))
      #expect(probe.agrees())
      let unknown = probe.terminal.state.unknown.filter {
        // What the terminfo of tmux, screen and linux say for a visible cursor.
        !["CSI 34h", "CSI 34l", "CSI ?0c", "CSI ?1c"].contains($0)
      }
      #expect(unknown == [])
    }
  }

  @Test(
    "At every size, down to one cell",
    arguments: [
      (80, 24), (120, 40), (200, 50), (40, 10), (20, 3), (2, 1), (1, 1), (1, 24), (250, 80),
    ])
  func sizes(_ columns: Int, _ rows: Int) throws {
    try Probe.run(columns: columns, rows: rows) { probe in
      #expect(probe.agrees())
      #expect(probe.report?.screen.count == rows)
    }
  }

  @Test("Wide letters, accents and colours changing places leave nothing behind")
  func noise() throws {
    for term in ["xterm-256color", "screen"] {
      try Probe.run(term: term, columns: 60, rows: 12) { probe in
        for count in 1...40 {
          probe.terminal.type("r")
          let came = probe.terminal.waits { probe.inputs.filter { $0 == "key r" }.count == count }
          #expect(came)
          guard probe.agrees() else {
            Issue.record("frame \(count) on \(term): \(probe.terminal.screen)")
            return
          }
        }
      }
    }
  }

  @Test("After a storm of sizes the screen is that of the last one")
  func storm() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      for round in 0..<60 {
        probe.terminal.resize(columns: 1 + round * 37 % 200, rows: 1 + round * 13 % 60)
        if round % 7 == 0 { usleep(3000) }
      }
      for (columns, rows) in [(1, 1), (250, 80), (80, 24)] {
        probe.terminal.resize(columns: columns, rows: rows)
        #expect(probe.notes("size \(columns)x\(rows)") || columns == 80)
        #expect(probe.terminal.waits { probe.report?.screen.count == rows })
      }
      // What was on the way while the size changed is painted over.
      probe.terminal.type("j")
      #expect(probe.agrees())
    }
  }

  @Test("Without UTF-8 only ASCII is sent, and names keep their places")
  func ascii() throws {
    try Probe.run(locale: "C") { probe in
      #expect(probe.agrees())
      #expect(probe.terminal.received.allSatisfy { $0 < 0x80 })
      #expect(probe.terminal.text.contains("???? ????"))
      #expect(probe.terminal.text.contains("Nguyen >=38 C"))
      #expect(probe.report?.lines.first == "ready palette ascii")
    }
  }

  @Test("With NO_COLOR no colour is sent, and the chosen row is seen")
  func noColour() throws {
    try Probe.run(["--no-colour"]) { probe in
      #expect(probe.agrees())
      let text = String(decoding: probe.terminal.received, as: UTF8.self)
      let looks = text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";") }
      // 39 and 49 are the terminal's own.
      let colours = looks.compactMap { Int($0) }.filter { $0 >= 30 && $0 != 39 && $0 != 49 }
      #expect(colours == [])
      #expect(text.contains("\u{1B}[7m") || text.contains(";7m"))
    }
  }

  @Test("A move of the chosen row costs few bytes")
  func bytes() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      probe.terminal.type("j")
      #expect(probe.notes("key j") && probe.agrees())
      probe.terminal.forgetReceived()
      probe.terminal.type("j")
      #expect(probe.terminal.waits { probe.inputs.count == 2 } && probe.agrees())
      let sent = probe.terminal.received.count
      print("bytes for a move of the chosen row at 80x24, with its line of the log:", sent)
      #expect(sent < 800)
    }
  }

  @Test("While nothing happens nothing runs and nothing is sent")
  func idle() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      usleep(300_000)
      probe.terminal.forgetReceived()
      let before = probe.terminal.effort
      usleep(1_500_000)
      let after = probe.terminal.effort
      #expect(probe.terminal.received.isEmpty)
      #expect(after.ticks == before.ticks)
      #expect(after.switches - before.switches <= 1)
    }
  }

  @Test("A terminal that takes nothing holds up neither keys nor the end")
  func stalled() throws {
    try Probe.run(columns: 200, rows: 50) { probe in
      #expect(probe.agrees())
      probe.terminal.setPaused(true)
      for _ in 0..<40 {
        probe.terminal.type("r")
        usleep(2000)
      }
      let start = Date()
      probe.terminal.signal(SIGTERM)
      let end = probe.terminal.end()
      #expect(end == 4 || end == 128 + SIGTERM)
      #expect(Date().timeIntervalSince(start) < 5)
    }
  }
}
