import Foundation
import PseudoTerminals
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("However the console ends, the terminal is whole", .serialized)
struct ConsoleLeavingTests {
  private func leaves(
    by act: (PseudoTerminal) -> Void, with code: Int32, seconds: Double = 10,
    saying text: String? = nil
  ) throws {
    let settings = try PseudoTerminal.unused()
    try Desk().demo { terminal in
      #expect(terminal.showsWard())
      act(terminal)
      #expect(terminal.end(seconds: seconds) == code)
      #expect(terminal.waits(seconds: 2) { terminal.isWhole(settings) }, "\(terminal.state)")
      if let text { #expect(terminal.shows(text, seconds: 2), "\(terminal.text)") }
    }
  }

  @Test("q, from the ward and from a patient")
  func quit() throws {
    try leaves(by: { $0.type("q") }, with: 0)
    try leaves(
      by: {
        $0.type("\r")
        _ = $0.shows("Course")
        $0.type("q")
      }, with: 0)
  }

  @Test("SIGTERM and SIGHUP")
  func asked() throws {
    try leaves(by: { $0.signal(SIGTERM) }, with: 0, seconds: 2.5)
    try leaves(by: { $0.signal(SIGHUP) }, with: 0, seconds: 2.5)
  }

  @Test("SIGSEGV keeps its status, and says that the record is safe")
  func fault() throws {
    try leaves(
      by: { $0.signal(SIGSEGV) }, with: 128 + SIGSEGV, saying: "the record is safe")
  }

  @Test("A lost line ends the process within two seconds")
  func lost() throws {
    try Desk().demo { terminal in
      #expect(terminal.showsWard())
      let start = Date()
      terminal.hangUp()
      #expect(terminal.end(seconds: 5) == 0)
      #expect(Date().timeIntervalSince(start) < 2)
    }
  }

  @Test("^Z gives the terminal back, and fg shows the ward in the size it has then")
  func suspended() throws {
    try Desk().demo(underShell: "VIGIL; echo stopped; read line; fg; echo over $?; read line") {
      terminal in
      #expect(terminal.showsWard())
      terminal.type("j")
      #expect(terminal.waits { terminal.chosen?.contains("B03") == true })
      terminal.type("\u{1A}")
      #expect(terminal.shows("stopped"))
      #expect(!terminal.state.alternateScreen && terminal.state.cursorVisible)
      terminal.resize(columns: 100, rows: 30)
      terminal.type("\r")
      #expect(terminal.waits { terminal.state.alternateScreen && terminal.screen.count == 30 })
      #expect(terminal.showsWard())
      #expect(terminal.chosen?.contains("B03") == true)
      terminal.type("q")
      #expect(terminal.shows("over 0"))
    }
  }
}
