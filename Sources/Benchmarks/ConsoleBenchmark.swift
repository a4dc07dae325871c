import Clinical
import EventStore
import EventText
import Foundation
import Grading
import SampleWard

/// What a person waits for at the console, measured from outside on a pseudo-terminal, with htop
/// beside it where it is installed.
struct ConsoleBenchmark {
  /// The program, built beside this one.
  let program: String
  let folder: String
  /// A store to measure besides the sample ward's.
  let store: String?

  private var variables: [String: String] {
    ["HOME": folder, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
  }

  func run() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let sample = try sampleStore()
    print("load of the machine: \(load)")
    for (columns, rows) in [(80, 24), (200, 50)] as [(UInt16, UInt16)] {
      let place = "\(columns)x\(rows)"
      try start(["demo"], "sample ward, \(place)", columns, rows)
      try start(
        ["console", "--store", sample], "store of the sample ward, \(place)", columns, rows)
      if let store {
        try start(["console", "--store", store], "\(store), \(place)", columns, rows)
      }
      try moves(columns, rows)
      try idle(columns, rows)
    }
    print("load of the machine: \(load)")
  }

  private var load: String {
    let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    return text.split(separator: " ").prefix(3).joined(separator: " ")
  }

  /// From the start of the process to the end of its first frame.
  private func start(
    _ arguments: [String], _ what: String, _ columns: UInt16, _ rows: UInt16
  ) throws {
    var times: [Double] = []
    var bytes = 0
    var memory = 0
    for _ in 0..<15 {
      var terminal: MeasuredTerminal?
      let time = try Benchmarks.seconds {
        let started = try MeasuredTerminal(
          [program] + arguments, columns: columns, rows: rows, variables: variables)
        started.read(milliseconds: 30_000) { $0.count(of: MeasuredTerminal.frameEnd) > 0 }
        terminal = started
      }
      guard let terminal, String(decoding: terminal.received, as: UTF8.self).contains("Help") else {
        throw BenchmarkFailure(what: "\(what): no whole first screen")
      }
      times.append(time)
      bytes = terminal.received.count
      memory = max(memory, terminal.effort.memory)
    }
    times.sort()
    print(
      "first screen, \(what): median \(milliseconds(times[times.count / 2])) ms, best \(milliseconds(times[0])) ms, \(bytes) bytes, \(memory / 1024) MB resident"
    )
  }

  /// A move of the selection: from the key to the end of its frame, and the bytes of it.
  private func moves(_ columns: UInt16, _ rows: UInt16) throws {
    let terminal = try MeasuredTerminal(
      [program, "demo"], columns: columns, rows: rows, variables: variables)
    terminal.read(milliseconds: 10_000) { $0.count(of: MeasuredTerminal.frameEnd) > 0 }
    var times: [Double] = []
    var bytes: [Int] = []
    for step in 0..<400 {
      // What the clock writes is no answer to a key.
      terminal.read(milliseconds: 5)
      terminal.forget()
      times.append(
        Benchmarks.seconds {
          terminal.type(step / 10 % 2 == 0 ? "j" : "k")
          terminal.read(milliseconds: 2000) { $0.count(of: MeasuredTerminal.frameEnd) > 0 }
        })
      bytes.append(terminal.received.count)
    }
    times.sort()
    bytes.sort()
    print(
      "key to settled screen, \(columns)x\(rows): median \(milliseconds(times[200])) ms, p95 \(milliseconds(times[380])) ms; bytes a move: median \(bytes[200]), p95 \(bytes[380])"
    )
    guard let other = htop(columns, rows) else { return }
    print("  htop beside it: bytes a move: median \(other)")
  }

  private func htop(_ columns: UInt16, _ rows: UInt16) -> Int? {
    let path = "/usr/bin/htop"
    guard FileManager.default.isExecutableFile(atPath: path),
      // Its slowest refresh, so that what comes answers the key.
      let terminal = try? MeasuredTerminal(
        [path, "-d", "100"], columns: columns, rows: rows, variables: variables)
    else { return nil }
    terminal.read(milliseconds: 2000)
    var bytes: [Int] = []
    for step in 0..<40 {
      terminal.forget()
      terminal.type(step / 5 % 2 == 0 ? "\u{1B}OB" : "\u{1B}OA")
      terminal.read(milliseconds: 60)
      bytes.append(terminal.received.count)
    }
    return bytes.sorted()[20]
  }

  /// Ten seconds in which nobody does anything.
  private func idle(_ columns: UInt16, _ rows: UInt16) throws {
    let terminal = try MeasuredTerminal(
      [program, "demo"], columns: columns, rows: rows, variables: variables)
    terminal.read(milliseconds: 3000)
    terminal.forget()
    let before = terminal.effort
    terminal.read(milliseconds: 10_000)
    let after = terminal.effort
    print(
      "idle for 10 s, \(columns)x\(rows): \(after.switches - before.switches) wake-ups, \(terminal.received.count / 10) bytes/s, \((after.ticks - before.ticks) * 10) ms of processor time, \(after.memory / 1024) MB resident"
    )
  }

  private func milliseconds(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10_000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The sample ward in a store, moved to the present, so that its patients are in house.
  private func sampleStore() throws -> String {
    let path = "\(folder)/sample/store.vigil"
    let events = SampleWard.ward(seed: SampleWard.wardSeed)
    let zone = Zone.ofRecord(events)
    var moment: Instant?
    for event in events {
      if case .site(let site) = event.content { moment = site.demoMoment ?? moment }
    }
    guard let moment else { throw BenchmarkFailure(what: "the sample names no moment") }
    let now = try present()
    let later = now - moment
    let days = later.microseconds / TimeSpan.days(1).microseconds
    let reader = EventReader(digest: ContentDigest.sha256)
    let sent = try events.filter { $0.recorded(in: zone) <= moment }
      .sorted { ($0.recorded(in: zone), $0.id) < ($1.recorded(in: zone), $1.id) }
      .map { event throws in
        var event = event
        switch event.at {
        case .moment(let instant, let offset):
          event.at = .moment(instant + later, utcOffset: offset)
        case .day(let date):
          event.at =
            .day(CalendarDate(dayNumber: date.dayNumber + days))
        }
        event.recordedAt = event.recordedAt.map { $0 + later }
        return try reader.read(EventWriter.line(for: event)[...])
      }
    let log = try SQLiteEventLog.create(
      path: path,
      as: SQLiteEventLog.Founding(
        id: EventID(high: 0x7000, low: 1 << 63), kind: .practice, createdAt: now, events: sent,
        by: .imported(file: "sample")),
      opening: SQLiteEventLog.Opening(login: "bench", host: "bench"), reader: reader)
    try log.close()
    return path
  }

  /// The time of the machine, as the file system writes it.
  private func present() throws -> Instant {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder)
    guard let date = attributes[.modificationDate] as? Date else {
      throw BenchmarkFailure(what: "the folder has no time")
    }
    return Instant(microseconds: Int64(date.timeIntervalSince1970 * 1_000_000))
  }
}
