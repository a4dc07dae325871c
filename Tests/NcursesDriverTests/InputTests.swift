import Foundation
import PseudoTerminals
import Testing

@Suite("What a person does comes in", .serialized)
struct InputTests {
  @Test("Keys, as terminals send them")
  func keys() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      let keys: [(String, String)] = [
        ("\u{1B}OA", "Up"), ("\u{1B}[A", "Up"), ("\u{1B}OD", "Left"), ("\u{1B}[1;5C", "C-Right"),
        ("\u{1B}[1;3A", "M-Up"), ("\u{1B}[1;2B", "S-Down"), ("\u{1B}OP", "F1"),
        ("\u{1B}[15~", "F5"), ("\u{1B}[24~", "F12"), ("\u{1B}[1;2P", "S-F1"),
        ("\u{1B}[5~", "PageUp"), ("\u{1B}OH", "Home"), ("\u{1B}[1~", "Home"),
        ("\u{1B}[3~", "Delete"), ("\u{1B}[Z", "S-Tab"), ("\t", "Tab"), ("\r", "Enter"),
        ("\u{7F}", "Backspace"), ("\u{14}", "C-t"), ("\u{1B}x", "M-x"), ("é", "é"), ("山", "山"),
        (" ", "Space"), (":", ":"), ("\u{3}", "C-c"),
      ]
      var expected: [String] = []
      for (bytes, name) in keys {
        probe.terminal.type(bytes)
        expected.append("key \(name)")
        let came = probe.terminal.waits { probe.inputs.count >= expected.count }
        #expect(came && probe.inputs == expected, "\(name)")
        guard probe.inputs == expected else { return }
      }
    }
  }

  @Test("A lone Esc comes at once, not after a second")
  func escape() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      let start = Date()
      probe.terminal.type("\u{1B}")
      #expect(probe.notes("key Esc"))
      let taken = Date().timeIntervalSince(start)
      #expect(taken < 0.8)
    }
  }

  @Test("Answers and reports of a terminal are not read as letters")
  func swallowed() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      for bytes in [
        "\u{1B}[I", "\u{1B}[?62;22c", "\u{1B}[24;80R", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}",
        "\u{1B}[<0;5;5M", "\u{1B}[97;5u",
      ] {
        probe.terminal.type(bytes)
        usleep(60_000)
      }
      probe.terminal.type("j")
      #expect(probe.notes("key j"))
      #expect(probe.inputs == ["key j"])
    }
  }

  @Test("A paste is one input and never a command, with its markers and without")
  func paste() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      #expect(probe.terminal.state.pasteMarkers)
      probe.terminal.type("\u{1B}[200~q X\r\u{1B}[AE é山\u{1B}[201~")
      #expect(probe.terminal.waits { !probe.inputs.isEmpty })
      #expect(probe.report?.lines.dropFirst().joined(separator: "\n") == "paste q X\n\u{1B}[AE é山")
      probe.terminal.type("qqXXeeE")
      #expect(probe.notes("paste qqXXeeE"))
      #expect(probe.terminal.end(seconds: 0.3) == nil)
    }
  }

  @Test("A paste whose end was cut off ends by itself")
  func cutPaste() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      probe.terminal.type("\u{1B}[200~qq")
      #expect(probe.notes("paste qq"))
      probe.terminal.type("j")
      #expect(probe.notes("key j"))
    }
  }

  @Test("The mouse is silent until it is asked for")
  func mouse() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      #expect(!probe.terminal.state.mouse)
      probe.terminal.type("m")
      #expect(probe.terminal.waits { probe.terminal.state.mouse })
      probe.terminal.type("\u{1B}[<0;10;5M")
      #expect(probe.notes("mouse press 9,4"))
      probe.terminal.type("\u{1B}[<64;3;2M")
      #expect(probe.notes("mouse wheelUp 2,1"))
      probe.terminal.type("q")
      #expect(probe.terminal.end() == 0)
      #expect(!probe.terminal.state.mouse)
    }
  }

  @Test("Another thread wakes the loop, and a deadline does")
  func waking() throws {
    try Probe.run { probe in
      #expect(probe.agrees())
      probe.terminal.type("w")
      #expect(probe.notes("woken"))
      #expect(!probe.inputs.contains("deadline"))
    }
    try Probe.run(["--tick", "50"]) { probe in
      #expect(probe.notes("deadline"))
    }
  }
}
