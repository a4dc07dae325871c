import Foundation
import Testing

@Suite("vigil watch tells of each change, whatever becomes of the store", .serialized)
struct WatchTests {
  /// A time before now as an event writes it.
  private static func ago(_ minutes: Double) -> String {
    Date(timeIntervalSinceNow: -minutes * 60).formatted(.iso8601)
  }

  private static func patient(_ name: String) -> [String] {
    [
      #"{"patient":"\#(name)","kind":"patient","at":"\#(ago(4000))","birthDate":"1997-05-02"}"#,
      #"{"patient":"\#(name)","kind":"stay","at":"\#(ago(3990))","action":"admission"}"#,
      #"{"patient":"\#(name)","kind":"infusion","at":"\#(ago(3000))","product":"anti-CD7 CAR-T"}"#,
    ]
  }

  private static func pressure(_ name: String, _ value: Int, _ minutes: Double) -> String {
    #"{"patient":"\#(name)","kind":"vitals","at":"\#(ago(minutes))","temperature":{"value":38.5,"unit":"Cel"},"systolic":{"value":\#(value),"unit":"mm[Hg]"},"spo2":{"value":97,"unit":"%"}}"#
  }

  /// A watcher whose lines are gathered in a file.
  private final class Watcher {
    let process: Process
    let output: URL
    let messages: URL

    init(_ desk: Desk, _ arguments: String...) throws {
      output = desk.folder.appending(path: "watch.out")
      messages = desk.folder.appending(path: "watch.err")
      for file in [output, messages] { try Data().write(to: file) }
      process = desk.prepared(Desk.program, ["watch"] + arguments)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: messages)
      try process.run()
    }

    deinit {
      // A runner that ignores SIGTERM hands that on; nothing here depends on how it ends.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    func text() -> String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
    func said() -> String { (try? String(contentsOf: messages, encoding: .utf8)) ?? "" }

    func objects() -> [[String: Any]] {
      let whole = text().lastIndex(of: "\n").map { text()[...$0] } ?? ""
      return whole.split(separator: "\n").compactMap {
        try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
    }

    /// The changes of a patient's rule, in order.
    func changes(_ rule: String, _ patient: String) -> [String] {
      objects().filter {
        let alert = $0["alert"] as? [String: Any]
        return alert?["rule"] as? String == rule && alert?["patient"] as? String == patient
      }.compactMap { $0["change"] as? String }
    }

    /// Waits until something holds, at most 20 s on a machine that has other work.
    func waits(_ holds: () -> Bool) -> Bool {
      for _ in 0..<400 {
        if holds() { return true }
        usleep(50_000)
      }
      return holds()
    }
  }

  @Test("raised, acknowledged and ended are told; grades and what is overdue too")
  func follows() throws {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: Lines.file(Self.patient("CD7-031"))).status == 0)
    let watcher = try Watcher(desk)
    // At the start: what is late already.
    #expect(watcher.waits { watcher.text().contains(#""change":"overdue""#) })
    _ = try desk.vigil("import", "-", input: Lines.file([Self.pressure("CD7-031", 82, 0.2)]))
    #expect(watcher.waits { watcher.changes("A04", "CD7-031") == ["raised"] })
    #expect(watcher.waits { watcher.text().contains(#""change":"gradeChanged""#) })
    let taken =
      #"{"patient":"CD7-031","kind":"acknowledgement","at":"\#(Self.ago(0.1))","by":"wang","rule":"A04"}"#
    _ = try desk.vigil("import", "-", input: Lines.file([taken]))
    #expect(watcher.waits { watcher.changes("A04", "CD7-031") == ["raised", "acknowledged"] })
    _ = try desk.vigil("import", "-", input: Lines.file([Self.pressure("CD7-031", 118, 0)]))
    #expect(
      watcher.waits { watcher.changes("A04", "CD7-031") == ["raised", "acknowledged", "ended"] })
  }

  @Test("what a trainee wrote lowers no grade and ends no alert for a watcher either")
  func unsigned() throws {
    let desk = try Desk().founded()
    for name in ["CD7-033", "CD7-034"] {
      #expect(try desk.vigil("import", "-", input: Lines.file(Self.patient(name))).status == 0)
    }
    let watcher = try Watcher(desk)
    #expect(watcher.waits { watcher.text().contains("CD7-034") })
    _ = try desk.vigil("import", "-", input: Lines.file([Self.pressure("CD7-033", 82, 3)]))
    #expect(watcher.waits { watcher.changes("A04", "CD7-033") == ["raised"] })
    let round = Self.pressure("CD7-033", 118, 2).replacing(
      "{\"patient", with: "{\"role\":\"trainee\",\"patient")
    _ = try desk.vigil("import", "-", input: Lines.file([round]))
    // A line that came later tells that the round has been looked at.
    _ = try desk.vigil("import", "-", input: Lines.file([Self.pressure("CD7-034", 82, 1)]))
    #expect(watcher.waits { watcher.changes("A04", "CD7-034") == ["raised"] })
    #expect(watcher.changes("A04", "CD7-033") == ["raised"])
    let grades = watcher.objects().filter {
      $0["change"] as? String == "gradeChanged" && $0["patient"] as? String == "CD7-033"
        && ($0["scale"] as? String)?.contains("CRS") == true
    }
    let last = grades.last?["to"] as? [String: Any]
    #expect(last?["atLeast"] as? Int == 2)
  }

  @Test("what was taken back stays known when the ward's zone moves")
  func zoneMoves() throws {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: Lines.file(Self.patient("CD7-035"))).status == 0)
    let watcher = try Watcher(desk)
    #expect(watcher.waits { watcher.text().contains("CD7-035") })
    let (low, wrong, right) = (
      "6f0c0000-0000-4000-8000-000000000a01", "6f0c0000-0000-4000-8000-000000000a02",
      "6f0c0000-0000-4000-8000-000000000a03"
    )
    func retraction(_ id: String, of target: String) -> String {
      #"{"id":"\#(id)","patient":"CD7-035","kind":"retraction","at":"\#(Self.ago(1))","retracts":"\#(target)","reason":"mistaken"}"#
    }
    let pressure = Self.pressure("CD7-035", 82, 2).replacing(
      "{\"patient", with: "{\"id\":\"\(low)\",\"patient")
    _ = try desk.vigil("import", "-", input: Lines.file([pressure]))
    #expect(watcher.waits { watcher.changes("A04", "CD7-035") == ["raised"] })
    _ = try desk.vigil("import", "-", input: Lines.file([retraction(wrong, of: low)]))
    #expect(watcher.waits { watcher.changes("A04", "CD7-035") == ["raised", "ended"] })
    let site = #"{"kind":"site","at":"\#(Self.ago(0))","name":"Ward 7B","timeZone":"Asia/Tokyo"}"#
    #expect(try desk.vigil("import", "-", input: Lines.file([site])).status == 0)
    usleep(1_500_000)
    _ = try desk.vigil("import", "-", input: Lines.file([retraction(right, of: wrong)]))
    #expect(watcher.waits { watcher.changes("A04", "CD7-035") == ["raised", "ended", "raised"] })
  }

  @Test("a backup put in the store's place and a store that is away for a while end nothing")
  func survives() throws {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: Lines.file(Self.patient("CD7-032"))).status == 0)
    let copy = desk.path("copy.vigil")
    #expect(try desk.vigil("backup", copy).status == 0)
    let watcher = try Watcher(desk)
    #expect(watcher.waits { watcher.text().contains("CD7-032") })
    _ = try desk.vigil("import", "-", input: Lines.file([Self.pressure("CD7-032", 82, 1)]))
    #expect(watcher.waits { watcher.changes("A04", "CD7-032") == ["raised"] })
    // The watcher does not stand in the way of a restore; it may be reading just then.
    #expect(watcher.waits { (try? desk.vigil("restore", copy).status) == 0 })
    #expect(watcher.waits { watcher.changes("A04", "CD7-032") == ["raised", "ended"] })
    let away = desk.store + ".away"
    try FileManager.default.moveItem(atPath: desk.store, toPath: away)
    #expect(watcher.waits { watcher.text().contains(#""change":"storeLost""#) })
    try FileManager.default.moveItem(atPath: away, toPath: desk.store)
    #expect(watcher.waits { watcher.text().contains(#""change":"storeBack""#) })
    _ = try desk.vigil("import", "-", input: Lines.file([Self.pressure("CD7-032", 80, 0.1)]))
    #expect(watcher.waits { watcher.changes("A04", "CD7-032") == ["raised", "ended", "raised"] })
    #expect(watcher.process.isRunning)
  }

  @Test("a command gets each line, without a shell, and is stopped when its time is over")
  func command() throws {
    let desk = try Desk().founded()
    #expect(
      try desk.vigil(
        "import", "-",
        input: Lines.file(Self.patient("CD7-033") + [Self.pressure("CD7-033", 82, 1)])
      ).status == 0)
    let tee = try #require(Desk.tool("tee"))
    let file = desk.path("a file; touch x")
    let first = try Watcher(desk, "--exec", "\(tee.path) -a '\(file)'")
    #expect(first.waits { (try? desk.text(file).contains(#""rule":"A04""#)) == true })
    #expect(!FileManager.default.fileExists(atPath: desk.path("empty/x")))
    let sleep = try #require(Desk.tool("sleep"))
    let slow = try Watcher(desk, "--exec", "\(sleep.path) 4", "--exec-limit", "1")
    #expect(slow.waits { slow.said().contains("did not end in time") })
    let wrong = try Watcher(desk, "--exec", "/nowhere/page")
    #expect(wrong.waits { wrong.said().contains("cannot be started") })
  }

  @Test("no store to begin with, and a command that is none, are said at once")
  func usage() throws {
    let desk = try Desk()
    #expect(try desk.vigil("watch").status == 3)
    #expect(try desk.vigil("watch", "--exec", "page 'x").status == 2)
    #expect(try desk.vigil("watch", "--exec-limit", "0").status == 2)
    #expect(try desk.vigil("watch", "--help").output.contains("Example"))
  }
}
