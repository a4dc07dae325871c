import Foundation
import PseudoTerminals
import Testing

/// Two programs on two terminals, one store, one file that nobody writes to.
@Suite("A learner and an instructor in one session", .serialized)
struct JointSessionTests {
  private struct Room {
    let desk: Desk
    let store: String
    let scenario: String
    let before: Data

    init() throws {
      desk = try Desk()
      store = try desk.trainingStore()
      let shipped = Desk.checkout.appending(path: "sample-data/scenarios/masked-fever.jsonl")
      before = try Data(contentsOf: shipped)
      scenario = try desk.file("course.jsonl", before)
    }

    func sit<T>(_ part: String, _ body: (PseudoTerminal) throws -> T) throws -> T {
      try desk.onTerminal(
        ["replay", scenario, "--store", store, "--session", "monday", "--as", part],
        columns: 120, rows: 40, body)
    }

    func isUntouched() throws -> Bool {
      try Data(contentsOf: URL(filePath: scenario)) == before
    }
  }

  private func clock(_ terminal: PseudoTerminal) -> String? {
    terminal.text.firstMatch(
      of: /REPLAY Masked fever after tocilizumab\s+(\d\d-\d\d \d\d:\d\d)/
    ).map { String($0.output.1) }
  }

  // Key by key, as a person does it: what comes at once is taken for a paste.
  private func press(_ terminal: PseudoTerminal, _ keys: String) {
    for key in keys {
      terminal.type(String(key))
      usleep(60_000)
    }
  }

  private func say(_ terminal: PseudoTerminal, _ key: String, _ title: String, _ text: String) {
    terminal.type(key)
    #expect(terminal.shows(title), "\(terminal.text)")
    terminal.type(text)
    #expect(terminal.shows(String(text.suffix(8))), "\(terminal.text)")
    terminal.type("\r")
  }

  // Longer than a second only where this machine is so busy that the screen itself is late.
  private func sees(_ terminal: PseudoTerminal, _ text: String) -> Bool {
    terminal.shows(text, seconds: 1)
  }

  @Test("Each sees within a second what the other does: clock, pause, note and event")
  func together() throws {
    let room = try Room()
    try room.sit("learner") { learner throws in
      #expect(learner.shows("SESSION monday, you are learner", seconds: 20), "\(learner.text)")
      try room.sit("instructor") { instructor throws in
        #expect(
          instructor.shows("SESSION monday, you are instructor", seconds: 20),
          "\(instructor.text)")
        #expect(sees(learner, "(instructor)"), "\(learner.text)")
        // The instructor steps on; both stand at the same moment.
        let began = clock(learner)
        instructor.type(")")
        #expect(learner.waits(seconds: 1) { clock(learner) != began }, "\(learner.text)")
        #expect(instructor.waits(seconds: 1) { clock(instructor) == clock(learner) })
        // The learner plays, the instructor pauses.
        learner.type(" ")
        #expect(sees(instructor, "playing x600"), "\(instructor.text)")
        instructor.type(" ")
        #expect(sees(learner, "paused, x600"), "\(learner.text)")
        #expect(learner.waits(seconds: 1) { clock(learner) == clock(instructor) })
        // A note.
        say(instructor, "W", "A note for all", "look at the oxygen")
        #expect(sees(learner, "look at the oxygen"), "\(learner.text)")
        #expect(sees(instructor, "NOTE"), "\(instructor.text)")
        // An event into both copies, on the ward's own screens.
        say(
          instructor, "I", "Put an event into all copies",
          #"{"kind":"vitals","systolic":{"value":71,"unit":"mm[Hg]"}}"#)
        #expect(sees(learner, "PUT IN"), "\(learner.text)")
        for terminal in [learner, instructor] {
          #expect(sees(terminal, "71"), "\(terminal.text)")
          terminal.type("q")
          #expect(terminal.end() == 0)
        }
      }
    }
    #expect(try room.isUntouched())
    #expect(try room.desk.vigil("verify", "--store", room.store).status == 0)
  }

  @Test("Who comes back finds the session where it stands, and one that was killed does not run on")
  func rejoining() throws {
    let room = try Room()
    let left = try room.sit("learner") { learner throws -> String? in
      #expect(learner.shows("SESSION monday", seconds: 20))
      press(learner, "))))")
      usleep(300_000)
      let stands = clock(learner)
      learner.type("q")
      #expect(learner.end() == 0)
      return stands
    }
    try room.sit("learner") { learner throws in
      #expect(learner.shows("SESSION monday", seconds: 20))
      #expect(learner.waits(seconds: 2) { clock(learner) == left }, "\(learner.text)")
      // Slow enough that a clock that ran on would be seen.
      press(learner, "EE ")
      #expect(learner.shows("playing", seconds: 2), "\(learner.text)")
      usleep(600_000)
      learner.signal(SIGKILL)
    }
    usleep(5_500_000)
    try room.sit("instructor") { instructor throws in
      #expect(instructor.shows("SESSION monday", seconds: 20))
      #expect(instructor.shows("paused", seconds: 2), "\(instructor.text)")
      let stands = clock(instructor)
      usleep(1_500_000)
      #expect(clock(instructor) == stands)
      instructor.type("q")
      #expect(instructor.end() == 0)
    }
    #expect(try room.isUntouched())
  }

  @Test("A clock that runs is said again, so that both run for as long as one plays")
  func runsOn() throws {
    let room = try Room()
    try room.sit("learner") { learner throws in
      #expect(learner.shows("SESSION monday", seconds: 20))
      try room.sit("instructor") { instructor throws in
        #expect(instructor.shows("SESSION monday", seconds: 20))
        press(learner, "EEE ")
        #expect(instructor.shows("playing", seconds: 2), "\(instructor.text)")
        usleep(7_000_000)
        for terminal in [learner, instructor] {
          #expect(terminal.text.contains("playing"), "\(terminal.text)")
        }
        instructor.type(" ")
        #expect(sees(learner, "paused"), "\(learner.text)")
        #expect(learner.waits(seconds: 1) { clock(learner) == clock(instructor) })
        for terminal in [learner, instructor] {
          terminal.type("q")
          #expect(terminal.end() == 0)
        }
      }
    }
  }

  @Test("No ward is opened for writing, and the scenario for reading alone")
  func opensNoWard() throws {
    let room = try Room()
    try room.desk.founded()
    guard let strace = Desk.tool("strace") else { return }
    let keys = try room.desk.file("keys", "replay.nextGrade\nreplay.previousDay\n")
    let trace = room.desk.path("trace")
    let run = try room.desk.run(
      strace,
      [
        "-f", "-y", "-e", "trace=openat,open,rename,unlink,truncate", "-o", trace,
        Desk.program.path, "replay", room.scenario, "--store", room.store, "--session", "m",
        "--keys", keys,
      ])
    // Where tracing is not allowed there is nothing to see.
    guard run.status == 0, let text = try? room.desk.text(trace) else { return }
    let opened = text.split(separator: "\n").filter { $0.contains("open") }
    #expect(opened.contains { $0.contains("training.vigil") && $0.contains("O_RDWR") })
    #expect(!opened.contains { $0.contains(room.desk.store) })
    #expect(opened.contains { $0.contains("course.jsonl") && $0.contains("O_RDONLY") })
    for line in text.split(separator: "\n") where line.contains("course.jsonl") {
      #expect(line.contains("O_RDONLY"), "\(line)")
    }
    #expect(try room.isUntouched())
  }
}
