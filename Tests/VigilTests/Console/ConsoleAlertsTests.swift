import Foundation
import PseudoTerminals
import Testing

@Suite("Alerts on consoles of one store", .serialized)
struct ConsoleAlertsTests {
  private static func ago(_ minutes: Double) -> String {
    Date(timeIntervalSinceNow: -minutes * 60).formatted(.iso8601)
  }

  private static func patient(_ name: String, bed: String) -> [String] {
    [
      #"{"patient":"\#(name)","kind":"patient","at":"\#(ago(4000))","birthDate":"1997-05-02","name":"Ada Quill","hospitalNumber":"00990042"}"#,
      #"{"patient":"\#(name)","kind":"stay","at":"\#(ago(3990))","action":"admission","bed":"\#(bed)"}"#,
      #"{"patient":"\#(name)","kind":"infusion","at":"\#(ago(3000))","product":"anti-CD7 CAR-T"}"#,
    ]
  }

  private static func pressure(_ name: String, _ value: Int, _ minutes: Double = 0) -> String {
    #"{"patient":"\#(name)","kind":"vitals","at":"\#(ago(minutes))","temperature":{"value":36.8,"unit":"Cel"},"systolic":{"value":\#(value),"unit":"mm[Hg]"},"spo2":{"value":97,"unit":"%"}}"#
  }

  private func consoles(
    _ desk: Desk, _ count: Int, _ open: [PseudoTerminal] = [],
    _ body: ([PseudoTerminal]) throws -> Void
  ) throws {
    guard open.count < count else { return try body(open) }
    try desk.onTerminal(["console"], columns: 120, rows: 40) { terminal in
      #expect(
        terminal.waits(seconds: 30) {
          terminal.text.contains("Alerts (") && !terminal.text.contains("loading")
        }, "\(terminal.text)")
      try consoles(desk, count, open + [terminal], body)
    }
  }

  private func ward() throws -> Desk {
    let desk = try Desk().founded()
    let lines = Self.patient("CD7-041", bed: "B07") + [Self.pressure("CD7-041", 118, 3)]
    #expect(try desk.vigil("import", "-", input: Lines.file(lines)).status == 0)
    return desk
  }

  @Test(
    "Two consoles, vigil watch and vigil alerts say the same of a low pressure, and each rings once"
  )
  func same() throws {
    let desk = try ward()
    let told = desk.folder.appending(path: "watch.out")
    try Data().write(to: told)
    let watcher = desk.prepared(Desk.program, ["watch"])
    watcher.standardInput = FileHandle.nullDevice
    watcher.standardOutput = try FileHandle(forWritingTo: told)
    try watcher.run()
    defer {
      kill(watcher.processIdentifier, SIGKILL)
      watcher.waitUntilExit()
    }
    try consoles(desk, 2) { terminals in
      for terminal in terminals { terminal.forgetReceived() }
      #expect(
        try desk.vigil("import", "-", input: Lines.file([Self.pressure("CD7-041", 82)])).status == 0
      )
      for terminal in terminals {
        #expect(terminal.shows("SBP 82 mmHg"), "\(terminal.text)")
        #expect(terminal.waits { terminal.received.contains(0x07) })
      }
      #expect(
        terminals[0].waits {
          (try? String(contentsOf: told, encoding: .utf8))?.split(separator: "\n").contains {
            $0.contains(#""change":"raised""#) && $0.contains("SBP 82 mmHg")
          } == true
        })
      let alerts = try desk.vigil("alerts", "--format", "json")
      #expect(alerts.output.contains(#""rule":"A04""#) && alerts.output.contains("SBP 82 mmHg"))
      // It ends on both.
      #expect(
        try desk.vigil("import", "-", input: Lines.file([Self.pressure("CD7-041", 121)])).status
          == 0)
      for terminal in terminals {
        #expect(terminal.waits { !terminal.text.contains("SBP 82 mmHg") })
        #expect(terminal.received.filter { $0 == 0x07 }.count == 1)
      }
    }
  }

  @Test("A store that is moved away is said in the title, not shown as a calm ward")
  func gone() throws {
    let desk = try ward()
    try consoles(desk, 1) { terminals in
      try FileManager.default.moveItem(atPath: desk.store, toPath: desk.store + ".away")
      #expect(terminals[0].shows("NO DATA"), "\(terminals[0].text)")
      try FileManager.default.moveItem(atPath: desk.store + ".away", toPath: desk.store)
      #expect(terminals[0].waits { !terminals[0].text.contains("NO DATA") })
    }
  }

  @Test("Raised by one, seen by eight consoles within 2 s in 99 of 100 cases")
  func soon() throws {
    let desk = try ward()
    var times: [Double] = []
    try consoles(desk, 8) { terminals in
      for round in 0..<30 {
        let value = 89 - round
        let line = Lines.file([Self.pressure("CD7-041", value)])
        let outcome = try desk.vigil("import", "-", input: line)
        #expect(outcome.status == 0)
        let start = Date()
        var waiting = terminals
        while !waiting.isEmpty, Date().timeIntervalSince(start) < 10 {
          let seen = waiting.filter { $0.text.contains("SBP \(value) mmHg") }
          for _ in seen { times.append(Date().timeIntervalSince(start)) }
          waiting.removeAll { terminal in seen.contains { $0 === terminal } }
          usleep(20_000)
        }
        #expect(waiting.isEmpty, "SBP \(value) was not seen by \(waiting.count)")
      }
    }
    times.sort()
    let late = try #require(times.dropLast(times.count / 100).last)
    print("raised to seen on 8 consoles: median \(times[times.count / 2]) s, p99 \(late) s")
    #expect(late <= 2)
  }
}
