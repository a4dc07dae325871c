import Foundation
import Testing

@Suite("A session without a screen ends in a debrief that is the same to the byte")
struct ReplayTests {
  static let folder = Desk.checkout.appending(path: "sample-data/scenarios")
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
  static let own = Desk.checkout.appending(path: "Tests/VigilTests/Replay")
  static let silent = #"{"kind":"learner","name":"silent","role":"nurse"}"#

  private func text(_ file: String) throws -> String {
    try String(contentsOf: Self.own.appending(path: file), encoding: .utf8)
  }

  @Test("Every scenario that comes with Vigil is sound and runs headless", arguments: names)
  func shipped(_ name: String) throws {
    let desk = try Desk()
    let path = Self.folder.appending(path: "\(name).jsonl").path
    let before = try Data(contentsOf: URL(filePath: path))
    let check = try desk.vigil("scenario", "check", path)
    #expect(check.status == 0 && check.output.contains("sound"), "\(check.output)")
    let run = try desk.vigil(
      "replay", path, "--script", "-", "--format", "json", input: Self.silent)
    #expect(run.status == 0 && run.messages.isEmpty, "\(run.messages)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect((document["answers"] as? [Any])?.isEmpty == false)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }

  @Test(
    "Learners who are right, wrong and silent are debriefed as they were",
    arguments: ["right", "wrong", "silent"])
  func learners(_ learner: String) throws {
    let desk = try Desk()
    let script = Self.own.appending(path: "\(learner).jsonl").path
    for _ in 0..<2 {
      let run = try desk.vigil(
        "replay", "masked-fever", "--script", script, "--format", "json")
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.output == (try text("\(learner).json")))
    }
    let page = try desk.vigil("replay", "masked-fever", "--script", script)
    #expect(page.output == (try text("\(learner).txt")))
    for line in page.lines { #expect(line.count <= 80) }
  }

  /// Lines after the learner's, and what is told of them.
  static let faults: [(String, [String])] = [
    (#"{"kind":"answer","question":"q9","crs":2}"#, ["line 2, question", "is not asked", "q1"]),
    (#"{"kind":"answer","question":"q1","crs":6}"#, ["line 2, crs", "0 to 5"]),
    (#"{"kind":"answer","question":"q1","crs":"none"}"#, ["line 2, crs", "notGradable"]),
    (#"{"kind":"answer","question":"q1","sure":"very"}"#, ["line 2, sure", "low, medium or high"]),
    (#"{"kind":"answer","question":"q1","facts":["z"]}"#, ["line 2, facts", "there are a, b"]),
    (#"{"kind":"answer","question":"q1","grade":2}"#, ["line 2, grade", "no such field"]),
    (
      #"{"kind":"answer","question":"q1","at":"2026-03-04T10:00:00+08:00"}"#,
      ["line 2, at", "before the question"]
    ),
    (
      #"{"kind":"note","patient":"SC-02","at":"2026-03-04T10:00:00+08:00","text":"x"}"#,
      ["line 2, patient", "SC-01"]
    ),
    (
      #"{"kind":"note","patient":"SC-01","at":"2026-03-09T10:00:00+08:00","text":"x"}"#,
      ["line 2, at", "outside the session"]
    ),
    (#"{"kind":"vitls","patient":"SC-01"}"#, ["line 2, kind", "nearest: vitals"]),
    (#"{"kind":"learner","name":"li","role":"nurse"}"#, ["line 2, kind", "one learner"]),
    (#"{"kind":"answer""#, ["line 2: column"]),
    (#"{"kind":"end","at":"2026-03-09T10:00:00+08:00"}"#, ["line 2, at", "outside the session"]),
    (#"{"kind":"end"}"#, ["line 2, at"]),
  ]

  @Test("A script that cannot be played is refused with line and field", arguments: faults)
  func fault(_ row: (String, [String])) throws {
    let run = try Desk().vigil(
      "replay", "masked-fever", "--script", "-", input: Self.silent + "\n" + row.0)
    #expect(run.status == 2 && run.output.isEmpty)
    for piece in row.1 { #expect(run.messages.contains(piece), "\(run.messages)") }
  }

  @Test("What the learner enters counts in the copy: a round that shows the rise asks there")
  func entered() throws {
    let round = #"""
      {"kind":"vitals","patient":"SC-01","at":"2026-03-04T17:00:00+08:00","spo2":{"value":88,"unit":"%"}}
      {"kind":"answer","question":"change:2026-03-04T17:00:00+08:00","crs":2,"icans":0,"sure":"high"}
      """#
    let run = try Desk().vigil(
      "replay", "masked-fever", "--script", "-", "--format", "json",
      input: Self.silent + "\n" + round)
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      run.output.contains(
        #"{"at":"2026-03-04T17:00:00+08:00","from":1,"minutes":0,"recognised":"2026-03-04T17:00:00+08:00","scale":"crs","to":2}"#
      ))
    #expect(!run.output.contains(#""question":"change:2026-03-04T17:55"#))
  }

  @Test("A scenario that is not whole is not played, and says what is wrong")
  func notWhole() throws {
    let desk = try Desk()
    let text = try String(
      contentsOf: Self.folder.appending(path: "masked-fever.jsonl"), encoding: .utf8)
    let path = try desk.file(
      "bad.jsonl", text.replacing(#""level":"basic""#, with: #""level":"easy""#))
    let run = try desk.vigil("replay", path, "--script", "-", input: Self.silent)
    #expect(run.status == 3 && run.messages.contains("line 1, level"), "\(run.messages)")
    let check = try desk.vigil("scenario", "check", path, "--format", "json")
    #expect(check.status == 1)
    #expect(
      check.output.contains(#""field":"level","line":1,"nearest":"basic""#), "\(check.output)")
  }
}
