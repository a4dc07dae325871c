import Foundation
import Testing

extension Desk {
  /// Makes a training store in a folder of its own, and gives its path.
  func trainingStore(user: String = NSUserName()) throws -> String {
    let path = home.path + "/school/training.vigil"
    let outcome = try vigil(
      "init", "--training", "--store", path, "--site", "School", "--time-zone", "Asia/Shanghai",
      "--user", user, "--name", "Wang Fang")
    guard outcome.status == 0 else { throw Trouble(text: outcome.messages) }
    return path
  }
}

@Suite("A training store holds sessions, and is no ward")
struct TrainingStoreTests {
  static let annotation =
    #"{"kind":"annotation","at":"2026-03-06T04:10:00Z","session":"m","as":"learner","text":"x"}"#

  /// Every command that means a ward.
  static let ofWard = [
    ["console", "--plain"], ["grade"], ["import", "-"], ["export"], ["watch"],
    ["record", "CD7-003", "t", "38.4"], ["listen", "--port", "23575"], ["outcomes"], ["due"],
    ["alerts"],
    ["replay", "--patient", "CD7-003"], ["rules"], ["scores", "CD7-003"],
    ["scenario", "from", "CD7-003", "--name", "a", "--title", "b"],
  ]

  @Test("Every command that means a ward refuses it with 3, and says what it is", arguments: ofWard)
  func isNoWard(_ command: [String]) throws {
    let desk = try Desk()
    let path = try desk.trainingStore()
    let outcome = try desk.vigil(
      command + ["--store", path], input: Data((Lines.infusion + "\n").utf8))
    #expect(outcome.status == 3, "\(outcome.messages)")
    #expect(outcome.messages.contains("is a training store"), "\(outcome.messages)")
    #expect(outcome.messages.contains("vigil replay PATH --store"), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  @Test("It is checked, anchored, copied and put back as any store is, and has its people")
  func isAStore() throws {
    let desk = try Desk()
    let path = try desk.trainingStore()
    let copy = desk.path("copy.vigil")
    let store = ["VIGIL_STORE": path]
    for command in [
      ["verify"], ["anchor"], ["backup", copy], ["restore", copy], ["verify", "--rebuild"],
      ["users"], ["users", "add", "li", "--name", "Li Na", "--role", "instructor"],
    ] {
      let outcome = try desk.vigil(command, variables: store)
      #expect(outcome.status == 0, "\(command): \(outcome.messages)")
    }
    #expect(try desk.vigil(["users"], variables: store).output.contains("instructor"))
  }

  @Test("A ward takes no event of a session, however it comes")
  func wardTakesNone() throws {
    let desk = try Desk().founded()
    let imported = try desk.vigil("import", "-", input: Lines.infusion + "\n" + Self.annotation)
    #expect(imported.status == 1)
    #expect(imported.messages.contains("line 2"), "\(imported.messages)")
    #expect(imported.messages.contains("no ward takes it"), "\(imported.messages)")
    #expect(imported.messages.contains("vigil init --training"), "\(imported.messages)")
    let file = try desk.file("events.jsonl", Lines.infusion + "\n" + Self.annotation + "\n")
    let graded = try desk.vigil("grade", "--events", file)
    #expect(graded.status == 1)
    #expect(graded.messages.contains("no ward takes it"), "\(graded.messages)")
    let streamed = try desk.vigil("import", "--stream", "-", input: Self.annotation + "\n")
    #expect(streamed.status == 1)
    #expect(!(try desk.vigil("export").output.contains("annotation")))
  }

  @Test("A ward, and a ward to practise on, keep no session")
  func sessionNeedsTraining() throws {
    let desk = try Desk().founded()
    let kept = desk.path("kept/demo.vigil")
    #expect(try desk.vigil("demo", "--keep", kept, "--plain", input: "quit\n").status == 0)
    for path in [desk.store, kept] {
      let before = try Data(contentsOf: URL(filePath: path))
      let outcome = try desk.vigil(
        "replay", "masked-fever", "--store", path, "--plain", input: "quit\n")
      #expect(outcome.status == 3, "\(outcome.messages)")
      #expect(outcome.messages.contains("a training store is needed"), "\(outcome.messages)")
      #expect(outcome.messages.contains("vigil init --training"), "\(outcome.messages)")
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }

  /// `STORE` stands for a training store.
  static let mistakes: [([String], Int32, String)] = [
    (["replay", "masked-fever", "--session", "m"], 2, "need --store"),
    (["replay", "masked-fever", "--as", "instructor"], 2, "need --store"),
    (["replay", "masked-fever", "--store", "STORE", "--as", "teacher"], 2, "teacher"),
    (["replay", "masked-fever", "--store", "STORE", "--session", ""], 2, "1 to 64 characters"),
    (
      [
        "replay", "masked-fever", "--store", "STORE", "--session",
        String(repeating: "x", count: 65),
      ], 2, "1 to 64 characters"
    ),
    (["replay", "masked-fever", "--store", "STORE", "--session", "a\u{1B}b"], 2, "control"),
    (
      ["replay", "--patient", "CD7-003", "--store", "STORE", "--session", "m"], 2,
      "not of a patient"
    ),
    (
      ["replay", "masked-fever", "--script", "-", "--store", "STORE"], 2, "--script keeps nothing"
    ),
    (["replay", "masked-fever", "--store", "/none/x.vigil"], 3, "vigil init --training"),
    (["replay", "masked-fever", "--store", ""], 2, "--store takes the path"),
    (["init", "--training", "--store", "STORE", "--site", "a"], 3, "left as it is"),
  ]

  @Test("Wrong usage is told, and keeps nothing", arguments: mistakes)
  func wrongUsage(_ command: [String], _ status: Int32, _ said: String) throws {
    let desk = try Desk()
    let path = try desk.trainingStore()
    let head = try desk.vigil("anchor", "--store", path).output
    let outcome = try desk.vigil(
      command.map { $0 == "STORE" ? path : $0 } + (command[0] == "init" ? [] : ["--plain"]),
      input: Data("quit\n".utf8))
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(outcome.messages.contains(said), "\(outcome.messages)")
    #expect(try desk.vigil("anchor", "--store", path).output == head)
  }

  @Test("Who is no instructor of the store does not instruct, who is not active has no seat")
  func parts() throws {
    let desk = try Desk()
    let path = try desk.trainingStore(user: "somebody")
    func replay(_ part: String) throws -> Desk.Outcome {
      try desk.vigil(
        "replay", "masked-fever", "--store", path, "--as", part, "--plain", input: "quit\n")
    }
    let refused = try replay("instructor")
    #expect(refused.status == 3)
    #expect(refused.messages.contains("\(NSUserName()) is no user of it"), "\(refused.messages)")
    #expect(refused.messages.contains("vigil users add"))
    #expect(try replay("learner").status == 0)
  }

  @Test("Without a name each session has one of its own; with one it is the same session")
  func names() throws {
    let desk = try Desk()
    let path = try desk.trainingStore()
    func play(_ arguments: [String], _ steps: String) throws -> Desk.Outcome {
      try desk.vigil(
        ["replay", "masked-fever", "--store", path, "--plain"] + arguments,
        input: Data(steps.utf8))
    }
    let first = try play([], "quit\n")
    let second = try play([], "quit\n")
    func name(_ outcome: Desk.Outcome) -> String? {
      outcome.output.firstMatch(of: /SESSION ([^,]+), you/).map { String($0.output.1) }
    }
    #expect(try #require(name(first)).hasPrefix("masked-fever \(NSUserName().prefix(12)) 20"))
    #expect(name(first) != name(second))
    // The clock stands where it was left, and what was said is there.
    let left = try play(
      ["--session", "m"], "replay.nextGrade\nreplay.annotate\nlook at the fever\nquit\n")
    let clock = try #require(
      left.output.matches(of: /REPLAY Masked[^0-9]*(\d\d-\d\d \d\d:\d\d)/).last?.output.1)
    #expect(clock != "03-04 08:00")
    let back = try play(["--session", "m", "--as", "instructor"], "quit\n")
    #expect(back.output.contains("\(clock)  paused"), "\(back.output)")
    #expect(back.output.contains("NOTE \(NSUserName()) \(clock.suffix(5)): look at the fever"))
    #expect(back.output.contains("\(NSUserName()) (learner) has left"))
    // Another version of the file is another scenario.
    let shipped = Desk.checkout.appending(path: "sample-data/scenarios/masked-fever.jsonl")
    let text = try String(contentsOf: shipped, encoding: .utf8)
    let changed = try desk.file(
      "changed.jsonl", text.replacing("Masked fever after tocilizumab", with: "Masked fever"))
    let other = try desk.vigil(
      "replay", changed, "--store", path, "--session", "m", "--plain", input: "quit\n")
    #expect(other.status == 3, "\(other.messages)")
    #expect(other.messages.contains("another version"), "\(other.messages)")
    #expect(try desk.vigil("verify", "--store", path).status == 0)
  }

  /// What cannot be put into the copies, and what is said of it.
  static let injections: [(String, String)] = [
    ("T 39", "not"), ("[1]", "that is no event"),
    (#"{"kind":"vitals"}"#, "vitals without any value"),
    (#"{"kind":"vitals","temperature":39}"#, "temperature"),
    (#"{"kind":"note","text":"x","patient":"CD7-003"}"#, "the scenario is about SC-01"),
    (#"{"kind":"note","text":"x","at":"2030-01-01T00:00:00Z"}"#, "later than the session stands"),
    (
      #"{"kind":"site","name":"a","timeZone":"UTC","at":"2026-03-04T00:00:00Z"}"#,
      "a site belongs to no patient"
    ),
    (annotation, "an event of a session belongs to no patient"),
  ]

  @Test(
    "What is no event of the scenario's patient is not put in, and says why", arguments: injections)
  func notPutIn(_ line: String, _ said: String) throws {
    let desk = try Desk()
    let path = try desk.trainingStore()
    let outcome = try desk.vigil(
      "replay", "masked-fever", "--store", path, "--session", "m", "--as", "instructor", "--plain",
      input: "replay.inject\n\(line)\n\nquit\n")
    #expect(outcome.output.contains(said), "\(outcome.output)")
    #expect(!outcome.output.contains("PUT IN"))
  }

  @Test("A learner puts nothing in, and without a session nothing is said")
  func learner() throws {
    let desk = try Desk()
    let path = try desk.trainingStore()
    let learner = try desk.vigil(
      "replay", "masked-fever", "--store", path, "--plain", input: "replay.inject\nquit\n")
    #expect(learner.output.contains("only the instructor of a session does that"))
    let alone = try desk.vigil(
      "replay", "masked-fever", "--plain", input: "replay.annotate\nquit\n")
    #expect(alone.output.contains("nothing is kept of this replay"))
  }
}
