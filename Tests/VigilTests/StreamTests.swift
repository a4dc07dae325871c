import Foundation
import Testing

@Suite("vigil import --stream acknowledges what is durable and nothing else", .serialized)
struct StreamTests {
  /// An acknowledgement as it is printed.
  struct Acknowledgement: Decodable, Hashable {
    var line: Int
    var id: String
    var seq: Int
  }

  private func acknowledgements(_ text: String) throws -> [Acknowledgement] {
    // What a kill cut off in the middle of a line acknowledges nothing.
    let whole = text.lastIndex(of: "\n").map { text[...$0] } ?? ""
    return try whole.split(separator: "\n").map {
      try JSONDecoder().decode(Acknowledgement.self, from: Data($0.utf8))
    }
  }

  @Test("each line is acknowledged with its id and place, refused ones are not")
  func acknowledged() throws {
    let desk = try Desk().founded()
    let file = Lines.file([Lines.round, "nonsense", Lines.ice, Lines.round])
    let outcome = try desk.vigil("import", "--stream", "-", input: file)
    #expect(outcome.status == 1)
    #expect(
      outcome.lines.first
        == #"{"id":"6f0c0000-0000-4000-8000-000000000001","line":1,"seq":3}"#)
    #expect(try acknowledgements(outcome.output).map(\.line) == [1, 3, 4])
    #expect(try acknowledgements(outcome.output).map(\.seq) == [3, 4, 3])
    #expect(outcome.messages.contains("line 2"))
  }

  @Test("a sender may wait for each answer before it sends the next line")
  func answeredAtOnce() throws {
    let desk = try Desk().founded()
    let process = desk.prepared(Desk.program, ["import", "--stream", "-"])
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    for minute in 0..<20 {
      try input.fileHandleForWriting.write(contentsOf: Data((Lines.vitals(minute) + "\n").utf8))
      let answer = output.fileHandleForReading.availableData
      #expect(
        try acknowledgements(String(decoding: answer, as: UTF8.self)).map(\.line) == [minute + 1])
      // Another process sees it already.
      if minute % 10 == 0 { #expect(try desk.vigil("export").lines.count == minute + 3) }
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("when nobody reads the answers, the import stops and says so")
  func answersUnread() throws {
    let desk = try Desk().founded()
    let shell = try #require(Desk.tool("sh"))
    let file = try desk.file("in.jsonl", Lines.file((0..<2000).map { Lines.vitals($0) }))
    let outcome = try desk.run(
      shell, ["-c", "('\(Desk.program.path)' import --stream '\(file)'; echo $? >&2) | head -n 1"])
    #expect(outcome.lines.count == 1)
    #expect(outcome.messages.contains("nobody reads them"))
    #expect(outcome.messages.hasSuffix("\n3\n"))
  }

  @Test(
    "kill -9 at random moments, two importers at once: all that was acknowledged is there, once")
  func killed() throws {
    let rounds =
      ProcessInfo.processInfo.environment["VIGIL_KILL_ROUNDS"].flatMap { Int($0) } ?? 20
    let desk = try Desk().founded()
    let files = try ["CD7-101", "CD7-102"].map { patient in
      try desk.file(
        "\(patient).jsonl", Lines.file((0..<4000).map { Lines.vitals($0, patient: patient) }))
    }
    var acknowledged: [String: Int] = [:]
    for round in 0..<rounds {
      let running = try files.enumerated().map { n, file in
        let answers = try desk.file("\(round)-\(n).out", "")
        let process = desk.prepared(Desk.program, ["import", "--stream", file])
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: answers))
        process.standardError = FileHandle.nullDevice
        try process.run()
        return (process: process, answers: answers)
      }
      let moments = running.map { _ in UInt32.random(in: 10_000...400_000) }
      for (n, moment) in moments.enumerated().sorted(by: { $0.element < $1.element }) {
        usleep(n == 0 ? moment : moment / 2)
        kill(running[n].process.processIdentifier, SIGKILL)
      }
      for run in running {
        run.process.waitUntilExit()
        for answer in try acknowledgements(desk.text(run.answers)) {
          let earlier = acknowledged.updateValue(answer.seq, forKey: answer.id)
          #expect(earlier == nil || earlier == answer.seq, "\(answer.id) has moved")
        }
      }
    }
    let verified = try desk.vigil("verify")
    #expect(verified.status == 0, "\(verified.output)")
    let stored = try desk.vigil("export").lines
    #expect(!acknowledged.isEmpty)
    for (id, seq) in acknowledged {
      #expect(seq <= stored.count && stored[seq - 1].contains("\"id\":\"\(id)\""), "lost \(id)")
    }
    // Finishing the run stores the rest, and every line is there once.
    for file in files { #expect(try desk.vigil("import", file).status == 0) }
    #expect(try desk.vigil("export").lines.count == 8002)
    #expect(try Set(desk.vigil("export").lines).count == 8002)
  }
}
