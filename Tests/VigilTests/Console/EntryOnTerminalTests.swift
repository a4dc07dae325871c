import Foundation
import PseudoTerminals
import Testing

@Suite("A nurse types into forms on a real terminal", .serialized)
struct EntryOnTerminalTests {
  /// A ward of one patient, infused five days ago, with who runs the tests as its nurse.
  private func desk() throws -> Desk {
    let desk = try Desk().founded()
    func at(_ hours: Double) -> String {
      Date().addingTimeInterval(-3600 * hours).formatted(.iso8601)
    }
    let lines = [
      #"{"kind":"user","at":"\#(at(500))","login":"\#(NSUserName())","name":"Li","role":"nurse"}"#,
      #"{"patient":"P-1","kind":"patient","at":"\#(at(200))","name":"Anna One","hospitalNumber":"990001","language":"en"}"#,
      #"{"patient":"P-1","kind":"stay","at":"\#(at(200))","action":"admission","unit":"7B","bed":"B01"}"#,
      #"{"patient":"P-1","kind":"infusion","at":"\#(at(120))","product":"anti-CD7 CAR-T"}"#,
    ]
    #expect(try desk.vigil("import", "-", input: Lines.file(lines)).status == 0)
    return desk
  }

  /// What the console says once a round of vital signs is stored.
  private let saved = ": Vital signs"

  private func vitals(in desk: Desk) throws -> [String] {
    try desk.vigil("export", "P-1").lines.filter { $0.contains(#""kind":"vitals""#) }
  }

  private func opensForm(_ terminal: PseudoTerminal) -> Bool {
    guard terminal.shows("Anna One") else { return false }
    terminal.type("v")
    return terminal.shows("Temperature")
  }

  @Test("Killed after any key, the form has every key of it when it is opened again")
  func killed() throws {
    let desk = try desk()
    let set = "385 78 122/74 16 98 r a"
    for count in 1...set.count {
      try desk.onTerminal(["console"]) { terminal throws in
        #expect(opensForm(terminal))
        // What the last console left is there; one more key.
        let before = String(set.prefix(count - 1))
        #expect(count == 1 || terminal.shows(before), "\(count): \(terminal.text)")
        if count > 1 { terminal.type("\u{1B}[F") }
        terminal.type(String(set.prefix(count).suffix(1)))
        // Durable within a second of the key, and what a busy machine takes.
        usleep(1_000_000)
        terminal.signal(SIGKILL)
        #expect(terminal.end() == 128 + SIGKILL)
      }
    }
    try desk.onTerminal(["console"]) { terminal throws in
      #expect(opensForm(terminal))
      #expect(terminal.shows(set), "\(terminal.text)")
      #expect(try vitals(in: desk).isEmpty)
      terminal.type("\r")
      #expect(terminal.shows(saved), "\(terminal.text)")
      terminal.type("q")
      #expect(terminal.end() == 0)
    }
    let stored = try vitals(in: desk)
    #expect(stored.count == 1)
    #expect(stored.first?.contains(#""temperature":{"unit":"Cel","value":38.5}"#) == true)
    // What was saved is no draft any more.
    try desk.onTerminal(["console"]) { terminal throws in
      #expect(opensForm(terminal))
      usleep(500_000)
      #expect(!terminal.text.contains(set))
    }
  }

  @Test("A hang-up keeps what was typed a moment before", arguments: [SIGHUP, SIGTERM])
  func hangUp(_ number: Int32) throws {
    let desk = try desk()
    try desk.onTerminal(["console"]) { terminal throws in
      #expect(opensForm(terminal))
      terminal.type("391 120")
      terminal.signal(number)
      #expect(terminal.end(seconds: 5) == 0)
    }
    try desk.onTerminal(["console"]) { terminal throws in
      #expect(opensForm(terminal))
      #expect(terminal.shows("391 120"), "\(terminal.text)")
    }
  }

  @Test("Two consoles on one store: what one saves the other shows within a second")
  func two() throws {
    let desk = try desk()
    try desk.onTerminal(["console"]) { first throws in
      try desk.onTerminal(["console"]) { second throws in
        #expect(first.shows("Anna One") && second.shows("Anna One"))
        #expect(opensForm(first))
        first.type("397 78 122/74 16 98 r a\r")
        #expect(first.shows(saved), "\(first.text)")
        let stored = Date()
        #expect(second.shows("39.7", seconds: 5))
        #expect(Date().timeIntervalSince(stored) < 1.5)
      }
    }
  }

  @Test("Two forms for one patient at one time are told of each other, and both can be kept")
  func twins() throws {
    let desk = try desk()
    try desk.onTerminal(["console"]) { first throws in
      try desk.onTerminal(["console"]) { second throws in
        #expect(opensForm(first) && opensForm(second))
        first.type("368 78 122/74 16 98 r a")
        second.type("369 80 124/74 16 98 r a")
        first.type("\r")
        #expect(first.shows(saved), "\(first.text)")
        // The second is not saved over it without a word, and not lost.
        usleep(1_500_000)
        second.type("\r")
        #expect(second.waits { !second.text.contains("saving") })
        usleep(500_000)
        if try vitals(in: desk).count == 1 {
          #expect(second.text.contains("369 80 124/74"), "\(second.text)")
          second.type("\r")
          second.type("\u{1B}OQ")
        }
        #expect(second.shows(saved, seconds: 5), "\(second.text)")
      }
    }
    #expect(try vitals(in: desk).count == 2)
  }

  @Test("A hostile paste fills the field it is pasted into and does nothing else")
  func paste() throws {
    let desk = try desk()
    try desk.onTerminal(["console"]) { terminal throws in
      #expect(opensForm(terminal))
      terminal.type("\u{1B}[200~368\r\u{1B}q\u{7}\n:quit\r78\u{1B}[201~")
      usleep(700_000)
      #expect(terminal.end(seconds: 0) == nil)
      #expect(terminal.text.contains("Temperature"))
      #expect(try vitals(in: desk).isEmpty)
      #expect(terminal.state.unknown == [])
    }
  }

  @Test("While a form is open the window takes any size, and nothing typed goes")
  func resized() throws {
    let desk = try desk()
    try desk.onTerminal(["console"]) { terminal throws in
      #expect(opensForm(terminal))
      terminal.type("385 78 ")
      for step in 0..<60 {
        terminal.resize(columns: 1 + step * 37 % 210, rows: 1 + step * 13 % 60)
        if step == 30 { terminal.type("122/74") }
        usleep(8_000)
      }
      terminal.resize(columns: 80, rows: 24)
      terminal.type(" 16 98 r a")
      #expect(terminal.shows("385 78 122/74 16 98 r a"), "\(terminal.text)")
      terminal.type("\r")
      #expect(terminal.shows(saved), "\(terminal.text)")
    }
    #expect(try vitals(in: desk).count == 1)
  }
}
