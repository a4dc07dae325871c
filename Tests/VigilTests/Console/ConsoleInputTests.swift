import Foundation
import PseudoTerminals
import Testing

@Suite("What comes in while the console runs", .serialized)
struct ConsoleInputTests {
  @Test("Two hundred sizes in two seconds, 1x1 and 250x80 among them, and the ward is whole again")
  func resizeStorm() throws {
    try Desk().demo { terminal in
      #expect(terminal.showsWard())
      let calm = terminal.screen
      var number: UInt64 = 20_260_306
      func next(_ bound: Int) -> Int {
        number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(number >> 33) % bound
      }
      for step in 0..<200 {
        let (columns, rows) =
          step % 50 == 7 ? (1, 1) : step % 50 == 31 ? (250, 80) : (1 + next(250), 1 + next(80))
        terminal.resize(columns: columns, rows: rows)
        usleep(10_000)
      }
      terminal.resize(columns: 80, rows: 24)
      // Everything but the clock, and but the ages that it moves on.
      let names = calm.dropFirst(3).prefix(10).map { String($0.prefix(40)) }
      #expect(
        terminal.waits {
          terminal.screen.count == 24
            && terminal.screen.dropFirst(3).prefix(10).map { String($0.prefix(40)) } == names
        }, "\(terminal.text)")
      #expect(terminal.end(seconds: 0) == nil)
      #expect(terminal.state.unknown == [])
    }
  }

  @Test("Pasted text triggers no command, with the markers of a paste and without")
  func paste() throws {
    try Desk().demo { terminal in
      #expect(terminal.showsWard())
      let chosen = terminal.chosen
      terminal.type("\u{1B}[200~qqjj\rG\n:quit\nq\u{1B}[201~")
      #expect(terminal.shows("pasted text"))
      #expect(terminal.end(seconds: 0.5) == nil)
      #expect(terminal.chosen == chosen)
      #expect(!terminal.text.contains("About grading: "))
      // A field takes it as text.
      terminal.type("/")
      #expect(terminal.shows("find: _"))
      terminal.type("\u{1B}[200~Rossi\nq\u{1B}[201~")
      #expect(terminal.shows("find: Rossi q_"))
      #expect(terminal.end(seconds: 0.3) == nil)
    }
  }

  @Test("An event of another process is on the screen within a second, and the choice stays")
  func news() throws {
    let desk = try Desk().founded()
    let now = Date()
    func line(_ patient: String, _ minutesAgo: Double, _ rest: String) -> String {
      let at = now.addingTimeInterval(-60 * minutesAgo).formatted(.iso8601)
      return #"{"patient":"\#(patient)","at":"\#(at)",\#(rest)}"#
    }
    var lines: [String] = []
    for (patient, name, bed, temperature) in [
      ("P-1", "Anna One", "B01", "38.9"), ("P-2", "Bela Two", "B02", "38.5"),
      ("P-3", "Carl Three", "B03", "36.8"),
    ] {
      lines += [
        line(patient, 6000, #""kind":"patient","name":"\#(name)","hospitalNumber":"99\#(bed)""#),
        line(patient, 5990, #""kind":"stay","action":"admission","unit":"7B","bed":"\#(bed)""#),
        line(patient, 5000, #""kind":"infusion","product":"anti-CD7 CAR-T""#),
        line(
          patient, 30,
          #""kind":"vitals","temperature":{"value":\#(temperature),"unit":"Cel"},"systolic":{"value":118,"unit":"mm[Hg]"},"spo2":{"value":97,"unit":"%"}"#
        ),
      ]
    }
    #expect(try desk.vigil("import", "-", input: Lines.file(lines)).status == 0)
    try desk.onTerminal(["console"]) { terminal throws in
      #expect(terminal.shows("Carl Three"))
      terminal.type("j")
      #expect(terminal.waits { terminal.chosen?.contains("Bela Two") == true }, "\(terminal.text)")
      let news = [
        line(
          "P-3", 1, #""kind":"vitals","temperature":{"value":39.7,"unit":"Cel"}"#),
        line("P-3", 1, #""kind":"vasopressor","agent":"norepinephrine","action":"start""#),
      ]
      let outcome = try desk.vigil("import", "-", input: Lines.file(news))
      #expect(outcome.status == 0)
      let stored = Date()
      #expect(terminal.waits(seconds: 5) { terminal.text.contains("39.7") })
      // A second, and what a busy machine takes to give the processor.
      #expect(Date().timeIntervalSince(stored) < 1.5)
      #expect(terminal.screen.first { $0.contains("B0") }?.contains("Carl Three") == true)
      #expect(terminal.chosen?.contains("Bela Two") == true, "\(terminal.text)")
    }
  }
}
