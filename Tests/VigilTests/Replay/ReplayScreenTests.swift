import Foundation
import Testing

@Suite("A replay shows the ward's own screens at another time, and writes nowhere")
struct ReplayScreenTests {
  private static let sample = ["replay", "--patient", "CD7-003", "--sample", "ward"]

  /// Plays steps and gives what each `save` of them showed.
  private func played(
    _ desk: Desk, _ command: [String], _ steps: [String], size: String = "100x30"
  ) throws -> [String] {
    var lines: [String] = []
    var saved: [String] = []
    for step in steps {
      guard step == "save" || step == "style" || step == "plain" else {
        lines.append(step)
        continue
      }
      let path = desk.path("shown-\(saved.count).txt")
      saved.append(path)
      lines.append((step == "save" ? ":save-display " : ":save-\(step) ") + path)
    }
    let script = try desk.file("keys-\(UUID().uuidString.prefix(6))", Lines.file(lines))
    let run = try desk.vigil(command + ["--keys", script, "--size", size])
    #expect(run.status == 0, "\(run.messages)")
    return try saved.map(desk.text)
  }

  // The last message goes with the next key.
  private func at(_ step: String) -> [String] { [step, ":key F5", "save"] }

  @Test("Forward, backward and by jumps a moment shows the same screen")
  func everyWay() throws {
    let desk = try Desk()
    let count = 9
    let shown = try played(
      desk, Self.sample,
      (0..<count).flatMap { _ in at("replay.nextGrade") }
        + (1..<count).flatMap { _ in at("replay.previousGrade") })
    let forward = Array(shown[..<count])
    #expect(Set(forward).count == count)
    #expect(Array(shown[count...]) == forward.dropLast().reversed())
    // Played through, then back to the fifth mark by the list of moments.
    let clock = try #require(
      forward[4].firstMatch(of: /REPLAY CD7-003  (\d\d-\d\d \d\d:\d\d)/)?.output.1)
    let jumped = try played(
      desk, Self.sample,
      ["replay.faster", "replay.faster", "replay.faster", "replay.play", ":wait 600"]
        + ["replay.slower", "replay.slower", "replay.slower", "replay.jump"]
        + [":type 2026-\(clock) grade", ":key Enter", ":key F5", "save"])
    #expect(jumped == [forward[4]])
  }

  @Test("Every screen says REPLAY, in its title, its bar and its colour, at every size")
  func marked() throws {
    let desk = try Desk()
    let screens = [
      "ward", "ward.open", "patient.view", "patient.view", "patient.view", "alerts", "ward",
      "about", "ward", "help", ":key Esc", "palette", ":key Esc", "replay.jump",
    ]
    for size in ["80x24", "120x40", "60x16"] {
      let steps = ["replay.nextAlert"] + screens.flatMap { [$0, "save", "style"] }
      let shown = try played(desk, Self.sample, steps, size: size)
      for n in stride(from: 0, to: shown.count, by: 2) {
        let title = shown[n].prefix { $0 != "\n" }
        #expect(title.contains("REPLAY"), "\(size) \(screens[n / 2]): \(title)")
        let looks = Set(shown[n + 1].prefix { $0 != "\n" })
        #expect(looks.isSubset(of: ["M", "D"]), "\(size) \(screens[n / 2]): \(looks)")
      }
    }
    let plain = try played(desk, Self.sample, ["plain"])
    #expect(plain[0].contains("[REPLAY, not the ward]"))
  }

  @Test("Nothing can be entered, acknowledged or signed in a replay, and it says so")
  func nothingIsWritten() throws {
    let desk = try Desk()
    for step in [
      "enter.vitals", "enter.grade", "alerts.acknowledge", "ward.admit", "station.person",
      "entry.retract", "ward.record", "enter.site",
    ] {
      let shown = try played(desk, Self.sample, ["replay.nextAlert", step, "save"])
      #expect(shown[0].contains("nothing is entered or acknowledged here"), "\(step)")
    }
    let keys = try played(
      desk, Self.sample,
      ["replay.nextAlert", ":key v", ":key a", "save", ":key F5", ":key C-u", "save"])
    for shown in keys {
      #expect(shown.contains("nothing is entered or acknowledged here"), "\(shown)")
    }
  }

  @Test("It plays, speeds up, pauses, and goes by days")
  func transport() throws {
    let desk = try Desk()
    let shown = try played(
      desk, Self.sample,
      [
        "replay.play", ":wait 60", "save", "replay.faster", ":wait 1", "save", "replay.play",
        ":wait 60", "save", "replay.nextDay", "save", "replay.previousDay", "save",
      ])
    #expect(shown[0].contains("03-01 20:23  playing x600"), "\(shown[0])")
    #expect(shown[1].contains("03-01 21:23  playing x3600"))
    #expect(shown[2].contains("03-01 21:23  paused, x3600"))
    #expect(shown[3].contains("03-02 00:00"))
    #expect(shown[4].contains("03-01 00:00"))
  }

  @Test("As it was, as known then and as stored are three answers at one moment")
  func readings() throws {
    let desk = try Desk().founded()
    // Written down when it was observed; the correction at 05:00. The store takes all of it now.
    let lines = Lines.course.map { line in
      line.replacing(/"at":("[^"]+")/) { "\"at\":\($0.output.1),\"recordedAt\":\($0.output.1)" }
    }
    let imported = try desk.vigil("import", "-", input: Lines.file(lines + [Lines.correction]))
    #expect(imported.status == 0, "\(imported.messages)")
    let shown = try played(
      desk, ["replay", "--patient", "CD7-003"],
      [
        "replay.jump", ":type 2026-03-06 00:00 day", ":key Enter", "replay.nextEvent",
        "replay.nextEvent", "save", "replay.reading", "save", "replay.reading", "save",
      ])
    #expect(shown[0].contains("as known then"))
    #expect(shown[1].contains("as it was"))
    #expect(shown[2].contains("as stored"))
    #expect(shown[1].contains("37.4") && !shown[0].contains("37.4"), "\(shown[1])")
    #expect(shown[2].contains("no infusion"), "\(shown[2])")
  }

  @Test("The store is opened read-only, and is the same to the byte afterwards")
  func storeIsUntouched() throws {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: Lines.file(Lines.course)).status == 0)
    let before = try Data(contentsOf: URL(filePath: desk.store))
    let head = try desk.vigil("anchor").output
    let steps = ["replay.nextGrade", "enter.vitals", "replay.play", ":wait 60", "save"]
    _ = try played(desk, ["replay", "--patient", "CD7-003"], steps)
    #expect(try Data(contentsOf: URL(filePath: desk.store)) == before)
    #expect(try desk.vigil("anchor").output == head)
    guard let strace = Desk.tool("strace") else { return }
    let script = try desk.file("one", "replay.nextGrade\n")
    let trace = desk.path("trace")
    let run = try desk.run(
      strace,
      [
        "-f", "-y", "-e", "trace=openat,open,write,pwrite64,pwritev,ftruncate", "-o", trace,
        Desk.program.path, "replay", "--patient", "CD7-003", "--keys", script,
      ])
    // Where tracing is not allowed there is nothing to see.
    guard run.status == 0, let calls = try? desk.text(trace) else { return }
    // The index of the log in shared memory holds nothing of the record; SQLite makes it anew.
    let own = calls.split(separator: "\n").filter {
      $0.contains("store.vigil") && !$0.contains("store.vigil-shm")
    }
    #expect(own.contains { $0.contains("openat") && $0.contains("O_RDONLY") })
    for call in own {
      #expect(!call.contains("write") && !call.contains("ftruncate"), "\(call)")
      if call.contains("store.vigil\"") { #expect(!call.contains("O_RDWR"), "\(call)") }
    }
  }

  @Test("From the console it is told first that live data are left; q comes back to them")
  func leaving() throws {
    let desk = try Desk()
    let save = { (n: Int) in ":save-display \(desk.path("live-\(n)"))" }
    // Somebody who works in a replay for a quarter of an hour, until the ward rings.
    let working = (0..<2).flatMap { _ in [":wait 290", ":key F5"] }
    let script = try desk.file(
      "live",
      Lines.file(
        [
          "replay.next", save(0), ":type /CD7-003", ":key Enter", ":key Enter", ":key Y", save(1),
          ":key Enter", save(2), ":key Y", ":key Down", ":key Enter", save(3),
        ] + working + [
          ":wait 290", save(5), ":key )", ":key Tab", save(6), ":key q", save(4), ":wait 1", "quit",
        ]))
    let run = try desk.vigil("demo", "--script", script, "--size", "100x30")
    #expect(run.status == 0, "\(run.messages)")
    let shown = try (0..<7).map { try desk.text(desk.path("live-\($0)")) }
    #expect(shown[0].contains("that works in a replay"))
    #expect(shown[1].contains("You are about to leave live data"))
    #expect(shown[1].contains("Stay with the live ward"))
    // The first line, which Enter takes, stays.
    #expect(shown[2].contains("DEMO DATA") && !shown[2].contains("REPLAY"))
    #expect(shown[3].contains("REPLAY, not the ward") && shown[3].contains("03-01 10:23"))
    // Whoever looks at the past still hears of the ward.
    #expect(shown[5].contains("new highest alert on the live ward"), "\(shown[5])")
    // It stays while the replay goes on.
    #expect(shown[6].contains("new highest alert on the live ward"), "\(shown[6])")
    #expect(shown[4].contains("DEMO DATA") && shown[4].contains("back on the live ward"))
  }

  @Test("A replay that nobody uses is covered as the ward is, and a key shows it again")
  func covered() throws {
    let desk = try Desk()
    let shown = try played(
      desk, Self.sample, ["replay.nextGrade", ":wait 301", "save", ":key F5", "save"])
    #expect(shown[0].contains("Covered") && !shown[0].contains("王芳"), "\(shown[0])")
    #expect(shown[0].contains("REPLAY"))
    #expect(shown[1].contains("王芳"))
    // A scenario names nobody, and stays.
    let scenario = try played(desk, ["replay", "masked-fever"], [":wait 3600", "save"])
    #expect(!scenario[0].contains("Covered"))
  }

  @Test("A scenario opens on its first moment, and tells what the learner is told")
  func scenario() throws {
    let desk = try Desk()
    let shown = try played(desk, ["replay", "masked-fever"], ["save", "replay.nextAlert", "save"])
    #expect(shown[0].contains("REPLAY Masked fever after tocilizumab  03-04 08:00"))
    #expect(shown[0].contains("You take over at 08:00"))
    #expect(shown[1].contains("CRS 2") && shown[1].contains("A04"), "\(shown[1])")
  }

  @Test(
    "Wrong usage is told",
    arguments: [
      (["replay", "a", "--patient", "CD7-003"], 2, "--patient"),
      (["replay", "--patient", "CD7-003", "--script", "a"], 2, "--script"),
      (["replay", "--patient", "CD7-03", "--sample", "ward"], 2, "nearest is CD7-003"),
      (["replay", "masked-fever", "--sample", "ward"], 2, "--patient"),
      (["replay", "masked-fever", "--format", "json"], 2, "--script"),
      (["replay", "masked-fever", "--plain", "--keys", "a"], 2, "exclude"),
      (["replay", "masked-fever", "--theme", "none"], 2, "there is no theme"),
      (["replay", "--patient", "CD7-003"], 3, "vigil init"),
    ])
  func usage(_ row: ([String], Int32, String)) throws {
    let run = try Desk().vigil(row.0)
    #expect(run.status == row.1 && run.messages.contains(row.2), "\(run.messages)")
    #expect(run.output.isEmpty)
  }
}
