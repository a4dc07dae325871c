import Foundation
import PseudoTerminals
import Testing

@Suite("The console opens on any terminal", .serialized)
struct ConsoleStartTests {
  @Test("The very first frame has the worst patient, on top and chosen")
  func firstFrame() throws {
    try Desk().demo { terminal in
      // The end of the frame may arrive in a later read than the line that is looked for.
      let end = Array("\u{1B}[?2026l".utf8)
      #expect(
        terminal.waits {
          let bytes = terminal.received
          return terminal.screen[3].contains("4")
            && bytes.indices.contains { bytes[$0...].starts(with: end) }
        })
      let bytes = terminal.received
      let stop = bytes.indices.first { bytes[$0...].starts(with: end) }
      let frame = String(decoding: bytes[..<(try #require(stop))], as: UTF8.self)
      #expect(frame.contains(PseudoTerminal.worst))
      #expect(frame.contains("DEMO DATA"))
      #expect(terminal.showsWard())
      #expect(terminal.chosen?.contains("ICU-1") == true)
      #expect(terminal.state.unknown == [])
    }
  }

  @Test(
    "Each kind of terminal shows the ward, takes keys and gets everything back",
    arguments: [
      "xterm-256color", "xterm", "putty", "screen", "tmux", "tmux-256color", "linux", "vt100",
    ])
  func terminals(_ term: String) throws {
    let settings = try PseudoTerminal.unused()
    try Desk().demo(term: term) { terminal in
      #expect(terminal.showsWard(), "\(terminal.text)")
      #expect(terminal.settings != settings)
      terminal.type("j")
      #expect(terminal.waits { terminal.chosen?.contains("B03") == true }, "\(terminal.text)")
      terminal.type("\r")
      #expect(terminal.shows("00884102"))
      terminal.type("q")
      #expect(terminal.end() == 0)
      #expect(terminal.waits(seconds: 2) { terminal.isWhole(settings) }, "\(terminal.state)")
    }
  }

  @Test("Where no cursor can be placed the ward is read out as lines, and said why")
  func dumb() throws {
    try Desk().demo(term: "dumb") { terminal in
      #expect(terminal.waits { String(decoding: terminal.received, as: UTF8.self).contains("> ") })
      let text = String(decoding: terminal.received, as: UTF8.self)
      #expect(text.contains("cannot place its cursor"))
      #expect(text.contains("Bed ICU-1"))
      #expect(!terminal.received.contains(0x1B))
      terminal.type("quit\r")
      #expect(terminal.end() == 0)
    }
  }

  @Test("Without UTF-8 every byte is ASCII, and nobody is called by question marks")
  func ascii() throws {
    for locale in ["C", "POSIX", "en_US.ISO-8859-1"] {
      try Desk().demo(variables: ["LC_ALL": locale]) { terminal in
        #expect(terminal.showsWard())
        terminal.type("\r")
        #expect(terminal.shows("Course"))
        terminal.type("\t\t?")
        #expect(terminal.shows("Keys here"))
        #expect(terminal.received.allSatisfy { $0 < 0x80 })
        #expect(!terminal.text.contains("??"))
      }
    }
  }

  @Test("NO_COLOR takes the colours and leaves the chosen row to be seen")
  func noColour() throws {
    try Desk().demo(variables: ["NO_COLOR": "1"]) { terminal in
      #expect(terminal.showsWard())
      let text = String(decoding: terminal.received, as: UTF8.self)
      let coloured = text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { match in
        match.output.1.split(separator: ";").compactMap { Int($0) }
      }.filter { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
      #expect(coloured == [])
      let row = try #require(terminal.screen.firstIndex { $0.prefix(6).contains("▸") })
      #expect(terminal.attributes(x: 20, y: row).split(separator: ";").contains("7"))
      #expect(!terminal.attributes(x: 20, y: row + 1).split(separator: ";").contains("7"))
    }
  }

  @Test("A wide and a low window begin as well as any", arguments: [(1, 1), (20, 3), (250, 80)])
  func sizes(_ columns: Int, _ rows: Int) throws {
    try Desk().demo(columns: columns, rows: rows) { terminal in
      #expect(terminal.waits { terminal.text.contains("4") }, "\(terminal.text)")
      terminal.type("q")
      #expect(terminal.end() == 0)
    }
  }

  @Test("The window's title names no patient, on the ward or on a patient's screen")
  func title() throws {
    try Desk().demo { terminal in
      #expect(terminal.showsWard())
      #expect(!terminal.state.title.isEmpty)
      terminal.type("\r")
      #expect(terminal.shows("Course"))
      let written = String(decoding: terminal.received, as: UTF8.self)
        .matches(of: /\u{1B}\][0-9]+;([^\u{07}]*)\u{07}/).map { String($0.output.1) }
      #expect(!written.isEmpty)
      for title in written {
        #expect(
          title.allSatisfy { $0.isASCII } && !title.contains("ICU") && !title.contains("0088"))
      }
    }
  }
}
