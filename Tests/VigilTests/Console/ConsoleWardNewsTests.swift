import Foundation
import Testing

@Suite("What is decided for the whole ward holds on a console that is running")
struct ConsoleWardNewsTests {
  /// A console read out as lines, to which a person types while others write to the store.
  private final class Person {
    private let process: Process
    private let input = Pipe()
    private let output: URL

    init(_ desk: Desk, _ arguments: String...) throws {
      output = desk.folder.appending(path: "console.out")
      try Data().write(to: output)
      process = desk.prepared(Desk.program, arguments + ["--plain"])
      process.standardInput = input
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = FileHandle.nullDevice
      try process.run()
    }

    deinit {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    func type(_ lines: String...) throws {
      try input.fileHandleForWriting.write(contentsOf: Data(Lines.file(lines).utf8))
    }

    /// Ends the console; what it has said from beginning to end.
    func leave() throws -> String {
      try type("quit")
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      return try String(contentsOf: output, encoding: .utf8)
    }

    func sees(_ words: String, times: Int = 1) -> Bool {
      for _ in 0..<400 {
        let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
        if text.ranges(of: words).count >= times { return true }
        usleep(50_000)
      }
      return false
    }
  }

  private static let admission =
    #"{"patient":"CD7-003","kind":"stay","at":"2026-02-24T09:10:00+08:00","action":"admission","unit":"7B","bed":"B01"}"#

  private func desk() throws -> Desk {
    let desk = try Desk().founded()
    let lines = Lines.file([Lines.patient, Self.admission])
    #expect(try desk.vigil("import", "-", input: lines).status == 0)
    return desk
  }

  // Who runs the tests, as a nurse who works here or does no longer.
  private func nurse(at hour: Int, active: Bool) -> String {
    #"{"kind":"user","at":"2026-03-01T0\#(hour):00:00+08:00","login":"\#(NSUserName())","name":"Li","role":"nurse","active":\#(active)}"#
  }

  @Test("A ward that gets another name is called by it at once")
  func siteName() throws {
    let desk = try desk()
    let person = try Person(desk, "console")
    #expect(person.sees("Ward 7B"))
    let site =
      #"{"kind":"site","at":"2026-03-02T00:00:00+08:00","name":"Ward 9","timeZone":"Asia/Tokyo"}"#
    #expect(try desk.vigil("import", "-", input: site).status == 0)
    try person.type("ward.open")
    let text = try person.leave()
    #expect(text.contains("Ward 9 > B01"), "\(text)")
  }

  @Test("Who is entered as a user may write at once, and who is made inactive no longer")
  func users() throws {
    let desk = try desk()
    let person = try Person(desk, "console")
    try person.type("ward.open", "enter.vitals")
    #expect(person.sees("is not entered as a user"))
    #expect(try desk.vigil("import", "-", input: nurse(at: 1, active: true)).status == 0)
    try person.type("enter.vitals", "368 78 122/74 16 98 r a", "")
    var stored = ""
    for _ in 0..<400 where !stored.contains(#""source":"console""#) {
      usleep(50_000)
      stored = try desk.vigil("export", "CD7-003").output
    }
    #expect(stored.contains(#""role":"nurse","#), "\(stored)")
    // A form that stands open when its person is made inactive stores nothing.
    try person.type("enter.vitals")
    #expect(person.sees("Quick line", times: 2))
    #expect(try desk.vigil("import", "-", input: nurse(at: 2, active: false)).status == 0)
    try person.type("391 90 122/74 16 98 r a")
    let text = try person.leave()
    let after = try desk.vigil("export", "CD7-003").output
    #expect(!after.contains("39.1"), "\(text)")
  }
}
