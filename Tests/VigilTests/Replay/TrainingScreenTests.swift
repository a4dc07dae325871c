import Foundation
import PseudoTerminals
import Testing

@Suite("A learner is asked on the screen before the engine answers")
struct TrainingScreenTests {
  private func text(_ file: String) throws -> String {
    try String(contentsOf: ReplayTests.own.appending(path: file), encoding: .utf8)
  }

  @Test(
    "Right, wrong and silent on the screen are debriefed, to the byte, as without one",
    arguments: [
      ("right", "physician", PlayedLesson.right), ("wrong", "nurse", PlayedLesson.wrong),
      ("silent", "nurse", PlayedLesson.silent),
    ])
  func learners(_ row: (String, String, [String])) throws {
    let desk = try Desk()
    let path = ReplayTests.folder.appending(path: "masked-fever.jsonl").path
    let before = try Data(contentsOf: URL(filePath: path))
    for format in ["json", "txt"] {
      let file = desk.path("debrief.\(format)")
      let options =
        ["--learner", row.0, "--role", row.1, "--debrief", file]
        + (format == "json" ? ["--format", "json"] : [])
      let lesson = PlayedLesson(desk: desk, scenario: path, options: options)
      let shown = try lesson.shown(row.2 + ["save"])
      #expect(shown[0].contains("─ Debrief ─"), "\(shown[0])")
      #expect(try desk.text(file) == text("\(row.0).\(format)"))
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }

  /// The screens of a learner, by the keys that show each.
  private static let rounds: [String] =
    [
      "ward", "save", "ward.trends", "save", "ward.trends", "ward.open", "save", "patient.view",
      "save", "patient.view", "save", "patient.view", "save", "patient.view", "save",
      "patient.view", "save", "patient.view", "save", "patient.view", "alerts", "save", "ward",
      "ward.open",
    ]

  @Test("Nothing of what is to come stands on any screen before its time")
  func future() throws {
    let desk = try Desk()
    // A note every half hour, which says when it is.
    var text = try String(
      contentsOf: ReplayTests.folder.appending(path: "masked-fever.jsonl"), encoding: .utf8)
    let times = (0..<30).map { n in
      let minutes = 8 * 60 + 15 + n * 30
      return (name: "CANARY\(n)END", hour: minutes / 60, minute: minutes % 60)
    }
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    for time in times {
      text +=
        #"{"kind":"note","patient":"SC-01","at":"2026-03-04T\#(two(time.hour)):\#(two(time.minute)):00+08:00","text":"\#(time.name)"}"#
        + "\n"
    }
    let scenario = try desk.file("canaries.jsonl", text)
    for size in ["80x24", "200x50"] {
      let lesson = PlayedLesson(desk: desk, scenario: scenario, size: size)
      let steps = (0..<24).flatMap { _ in
        ["replay.nextEvent", "save", ":key Esc"] + Self.rounds
      }
      let shown = try lesson.shown(["save", "train.goOn"] + steps)
      var seen: Set<String> = []
      var clock = 8 * 60
      for screen in shown {
        if let match = screen.firstMatch(of: /2026-03-04 (\d\d):(\d\d):\d\d/) {
          clock = (Int(match.output.1) ?? 0) * 60 + (Int(match.output.2) ?? 0)
        }
        for time in times where screen.contains(time.name) {
          seen.insert(time.name)
          #expect(time.hour * 60 + time.minute <= clock, "\(size) \(time.name) at \(clock)")
        }
        // The line of time tells nothing but days ahead.
        if let line = screen.split(separator: "\n").first(where: {
          $0.contains("|") && $0.contains("----------")
        }), let now = line.lastIndex(of: "|") {
          let ahead = line[line.index(after: now)...]
          #expect(ahead.allSatisfy { "-: ".contains($0) }, "\(ahead)")
        }
      }
      // What has come is there, or nothing was looked for.
      #expect(seen.count > 4, "\(size): \(seen.sorted())")
    }
  }

  @Test(
    "While a question is open no screen tells a grade, and the alerts tell none",
    arguments: ReplayTests.names)
  func covered(_ name: String) throws {
    let desk = try Desk()
    let path = ReplayTests.folder.appending(path: "\(name).jsonl").path
    let lesson = PlayedLesson(desk: desk, scenario: path, size: "120x40")
    let question = ["replay.nextGrade", "replay.nextGrade", "replay.nextGrade", "save", ":key Esc"]
    let forms = ["enter.vitals", "save", ":key Esc", "enter.neuro", "save", ":key Esc"]
    let shown = try lesson.shown(
      ["train.goOn"] + question + Self.rounds + ["alerts.acknowledge", "save", ":key Esc"] + forms
        + ["plain"])
    #expect(shown[0].contains("Your call"), "\(name): \(shown[0])")
    for screen in shown {
      // What the author tells the learner stands at the bottom.
      let own = screen.split(separator: "\n").prefix { line in
        !line.contains("─ Your call") && !line.contains("TRAINING ")
      }.filter { !$0.contains("TRAINING") }
      // What an earlier day was, and an alert that ended before, is no secret.
      for line in own where !line.hasPrefix("D") && !line.contains(" ended ") {
        #expect(
          line.firstMatch(of: #/\b(CRS|ICANS) ≥?[0-5]/#) == nil
            && line.firstMatch(of: #/\bG[0-5] /#) == nil, "\(name): \(line)")
      }
    }
    #expect(shown.contains { $0.contains("CRS ?") }, "\(name)")
  }

  @Test("Time goes forward only, and what would lead ahead is refused and said")
  func forward() throws {
    let desk = try Desk()
    let refused = [
      "replay.previous", "replay.jump", "replay.reading", "replay.previousDay", "trial",
    ]
    for step in refused {
      let shown = try PlayedLesson(desk: desk).shown(
        ["train.goOn", "replay.nextEvent", step, "save"])
      #expect(shown[0].contains("time goes forward only"), "\(step): \(shown[0])")
    }
    for step in ["enter.site", "enter.user", "ward.admit", "station.person"] {
      let shown = try PlayedLesson(desk: desk).shown(["train.goOn", step, "save"])
      #expect(shown[0].contains("nothing is entered"), "\(step): \(shown[0])")
    }
    // No speed runs past a question.
    let shown = try PlayedLesson(desk: desk).shown(
      ["train.goOn", "replay.faster", "replay.faster", "replay.faster", "replay.play", ":wait 60"]
        + ["save"])
    #expect(shown[0].contains("2026-03-04 11:00:00") && shown[0].contains("Your call, 03-04 11:00"))
  }

  @Test(
    "Question, reasons and debrief are as they were looked at; VIGIL_UPDATE_GOLDENS=1 writes them anew"
  )
  func goldens() throws {
    let desk = try Desk()
    for size in ["80x24", "120x40"] {
      let lesson = PlayedLesson(desk: desk, size: size)
      let shown = try lesson.shown(
        [
          "save", "train.goOn", "replay.nextGrade", "save", ":type 10h", "save", ":type ad",
          ":key Enter", ":type b", ":key Enter", "save", ":type y", "save", "train.goOn", "save",
          "enter.neuro", "save", ":key Esc", "train.end", ":key Down", ":key Enter", "save",
        ])
      let names = ["briefing", "question", "facts", "give", "reasons", "after", "ice", "debrief"]
      for (name, screen) in zip(names, shown) {
        let file = Desk.checkout.appending(
          path: "Tests/VigilTests/Goldens/training/\(name)-\(size).txt")
        if ProcessInfo.processInfo.environment["VIGIL_UPDATE_GOLDENS"] == "1" {
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(screen.utf8).write(to: file)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(screen == kept, "\(name) \(size): \(screen)")
      }
    }
  }

  @Test("The scripted patient answers on the form, and what is entered counts in the copy")
  func entered() throws {
    let desk = try Desk()
    let file = desk.path("d.json")
    let lesson = PlayedLesson(
      desk: desk, options: ["--learner", "li", "--debrief", file, "--format", "json"])
    let shown = try lesson.shown(
      [
        "train.goOn", "replay.nextEvent", "enter.neuro", "save", ":type 1", "save", ":key Esc",
        "enter.vitals", ":type 88", ":key Esc", "enter.vitals", "save",
      ])
    #expect(shown[0].contains("─ The patient ─") && shown[0].contains("says: 2026"), "\(shown[0])")
    #expect(shown[1].contains("says: 3"), "\(shown[1])")
    // What was typed is kept when the form is left.
    #expect(shown[2].contains("88"), "\(shown[2])")
    let round = try lesson.named("e.json").shown(
      ["train.goOn", "replay.slower", "replay.slower", "replay.play", ":wait 30"]
        + ["enter.line", ":type spo2 88", "entry.save", "save"])
    #expect(round[0].contains("Your call, 03-04 08:30"), "\(round[0])")
    #expect(round[0].contains("CRS ?"))
  }

  @Test("At the end a question may be left open to look around; going on ends the session")
  func atEnd() throws {
    let desk = try Desk()
    let text = try String(
      contentsOf: ReplayTests.folder.appending(path: "masked-fever.jsonl"), encoding: .utf8)
    let path = try desk.file(
      "short.jsonl",
      text.split(separator: "\n").filter { line in
        let time = line.firstMatch(of: /"at":"([^"]+)"/)?.output.1 ?? ""
        return line.contains(#""kind":"scenario""#) || time <= "2026-03-04T11:00:00+08:00"
      }.joined(separator: "\n").replacing(
        "2026-03-05T00:30:00+08:00", with: "2026-03-04T11:00:00+08:00"
      )
      .replacing(/,\{"at":"2026-03-04T1[1-9]:[1-5][^}]*\}/, with: "")
      .replacing(/,\{"at":"2026-03-04T21[^}]*\}/, with: "")
      .replacing(/,\{"at":"2026-03-04T18:00[^}]*\}/, with: ""))
    let shown = try PlayedLesson(desk: desk, scenario: path).shown(
      ["train.goOn", "replay.nextGrade", ":key Esc", ":wait 5", "save", "replay.next", "save"])
    #expect(shown[0].contains("CRS ?") && !shown[0].contains("─ Debrief ─"), "\(shown[0])")
    #expect(shown[1].contains("─ Debrief ─"), "\(shown[1])")
  }

  @Test("Ended early, or left, the debrief goes as far as the session went")
  func early() throws {
    let desk = try Desk()
    for (n, end) in [["train.end", ":key Down", ":key Enter", "save"], ["save"]].enumerated() {
      let file = desk.path("early-\(n).txt")
      let lesson = PlayedLesson(desk: desk, options: ["--learner", "li", "--debrief", file])
      let steps = ["train.goOn", "replay.nextGrade", ":type 20hab", ":key Enter", ":type a"]
      let shown = try lesson.shown(steps + [":key Enter", ":type y", "train.goOn"] + end)
      let debrief = try desk.text(file)
      #expect(debrief.contains("2026-03-04 08:00 to 2026-03-04 11:00."), "\(debrief)")
      #expect(debrief.contains("engine crs    1 of 1 answered"), "\(debrief)")
      #expect(shown[0].contains("Debrief") == (n == 0))
    }
  }

  @Test("Every line of the debrief that speaks of something opens it, and O comes back")
  func opens() throws {
    let desk = try Desk()
    let end = ["train.end", ":key Down", ":key Enter"]
    let shown = try PlayedLesson(desk: desk).shown(
      ["train.goOn", "replay.nextGrade", ":type 10h-", ":type -y", "train.goOn"] + end + [
        ":key Down", ":key Down", ":key Down", ":key Down", ":key Down", ":key Down", ":key Down",
        ":key Down", ":key Down", "save", ":key Enter", "save", ":key Enter", "save",
      ])
    #expect(shown[0].contains("▸    crs"), "\(shown[0])")
    #expect(shown[1].contains("─ Why, 03-04 11:00") && shown[1].contains("TRAP"), "\(shown[1])")
    #expect(shown[2].contains("─ Debrief ─"), "\(shown[2])")
  }

  @Test(
    "In a training store a session is kept as it goes, taken up again, and counted in the progress")
  func kept() throws {
    let desk = try Desk()
    let store = try desk.trainingStore()
    let before = try Data(
      contentsOf: ReplayTests.folder.appending(path: "masked-fever.jsonl"))
    func lesson(_ session: String) -> PlayedLesson {
      PlayedLesson(desk: desk, options: ["--store", store, "--session", session])
    }
    let first = [
      "train.goOn", "replay.nextGrade", ":type 20hab", ":key Enter", ":type a", ":key Enter",
      ":type y", "train.goOn",
    ]
    _ = try lesson("one").shown(first + ["enter.line", ":type spo2 95", "entry.save"])
    let end = ["train.end", ":key Down", ":key Enter"]
    let again = try lesson("one").shown(["train.goOn", "save"] + end + ["train.progress", "save"])
    #expect(again[0].contains("answered 1, open 0"), "\(again[0])")
    #expect(again[0].contains("03-04 11:00"), "\(again[0])")
    #expect(again[1].contains("Masked fever after tocilizumab  one"), "\(again[1])")
    #expect(again[1].contains("1 of 1 answered; 1 the same, 100 %"), "\(again[1])")
    let second = try lesson("two").shown(
      ["train.goOn", "replay.nextGrade", ":type 10h", ":key Enter", ":key Enter", ":type y"]
        + ["train.goOn"] + end + ["train.progress", "save"])
    #expect(second[0].contains("  one") && second[0].contains("  two"), "\(second[0])")
    #expect(second[0].contains("traps 1"), "\(second[0])")
    // Who has finished is not asked again.
    let over = try desk.vigil(
      "replay", "masked-fever", "--train", "--store", store, "--session", "one", "--plain")
    #expect(over.status == 3, "\(over.messages)")
    #expect(
      try Data(contentsOf: ReplayTests.folder.appending(path: "masked-fever.jsonl")) == before)
    let usage = try desk.vigil(
      "replay", "masked-fever", "--train", "--store", store, "--learner", "li")
    #expect(usage.status == 2 && usage.messages.contains("--learner"), "\(usage.messages)")
  }

  @Test("In plain lines, in ASCII and in the locale C the whole of a question is read and answered")
  func plain() throws {
    let desk = try Desk()
    let run = try desk.vigil(
      "replay", "masked-fever", "--train", "--learner", "li", "--plain",
      input: "Enter\nreplay.nextGrade\n2\n0\nh\na\nb\n\na\n\ny\nEnter\nquit\n",
      variables: ["LC_ALL": "C"])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(run.output.contains("SBP 86 with 39.1"), "\(run.output)")
    #expect(run.output.contains("a [x] T 39.1"), "\(run.output)")
    #expect(run.output.contains("you 2, engine 2, author 2, right"), "\(run.output)")
  }

  @Test("A session on a real terminal: asked, answered, debriefed, and the terminal left whole")
  func onTerminal() throws {
    let desk = try Desk()
    let file = desk.path("real.txt")
    let scenario = ReplayTests.folder.appending(path: "masked-fever.jsonl").path
    try desk.onTerminal(
      ["replay", scenario, "--train", "--learner", "li", "--debrief", file]
    ) { terminal throws in
      #expect(terminal.shows("What you will learn"))
      terminal.type("\r")
      #expect(terminal.shows("TRAINING"))
      for _ in 0..<3 { terminal.type(")") }
      #expect(terminal.shows("Your call"), "\(terminal.text)")
      terminal.type("20hab\ra\r")
      #expect(terminal.shows("gives the answer"), "\(terminal.text)")
      terminal.type("y")
      #expect(terminal.shows("you 2, engine 2"), "\(terminal.text)")
      terminal.type(" q")
      #expect(terminal.shows("End the session?"), "\(terminal.text)")
      terminal.type("\u{1B}[B\r")
      #expect(terminal.shows("Agreement"), "\(terminal.text)")
      terminal.type("q")
      #expect(terminal.end() == 0)
    }
    #expect(try desk.text(file).contains("you 2, engine 2, author 2, right"))
  }

  @Test(
    "Wrong usage is told",
    arguments: [
      (["replay", "masked-fever", "--learner", "li"], 2, "belong to --train"),
      (["replay", "masked-fever", "--train", "--role", "doctor"], 2, "nurse, physician"),
      (["replay", "masked-fever", "--train", "--script", "-"], 2, "--script"),
      (["replay", "--patient", "CD7-003", "--sample", "ward", "--train"], 2, "--train"),
      (["replay", "masked-fever", "--train", "--learner", " "], 2, "--learner"),
      (["replay", "masked-fever", "--train", "--debrief", "/no/such/folder/x"], 3, "--debrief"),
      (["replay", "masked-fever", "--train", "--debrief", "/etc/passwd"], 2, "is there already"),
    ])
  func usage(_ row: ([String], Int32, String)) throws {
    let run = try Desk().vigil(row.0)
    #expect(run.status == row.1 && run.messages.contains(row.2), "\(run.status) \(run.messages)")
    #expect(run.output.isEmpty)
  }
}

extension PlayedLesson {
  /// The same with another file for the debrief.
  func named(_ file: String) -> PlayedLesson {
    var other = self
    other.options = ["--learner", "li", "--debrief", desk.path(file), "--format", "json"]
    return other
  }
}
