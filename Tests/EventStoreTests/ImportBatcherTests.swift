import Clinical
import EventStore
import EventText
import Testing

@Suite("Importing in batches")
struct ImportBatcherTests {
  private func lines(_ count: Int, set: (Int) -> Int? = { _ in nil }) throws -> [SentEvent] {
    try (0..<count).map { n in
      let set = set(n).map { #","set":"\#(Ward.id($0))""# } ?? ""
      return try Ward.vitals(
        "3\(7 + n % 3).\(n % 10)", minute: n % 60, patient: "P\(n)", extra: set)
    }
  }

  private func feed(_ events: [SentEvent], _ batcher: inout ImportBatcher) throws
    -> [[ImportedLine]]
  {
    var batches: [[ImportedLine]] = []
    for (index, event) in events.enumerated() {
      batches.append(try batcher.add(event, line: index + 1))
    }
    batches.append(try batcher.finish())
    return batches.filter { !$0.isEmpty }
  }

  @Test("A long file goes in by a thousand, each line with its outcome, in order")
  func batches() throws {
    let folder = try Folder()
    let probe = StoreProbe()
    let log = try Ward.found(folder, probe: probe)
    var batcher = ImportBatcher(into: log, by: Ward.file, clock: Ward.clock())
    let outcomes = try feed(try lines(2500), &batcher).joined()
    #expect(outcomes.map(\.line) == Array(1...2500))
    #expect(outcomes.map(\.outcome.seq) == (1...2500).map(Int64.init))
    #expect(probe.counts.commits == 3)
  }

  @Test("A form's events that follow each other are stored in one transaction")
  func sets() throws {
    let folder = try Folder()
    let probe = StoreProbe()
    let log = try Ward.found(folder, probe: probe)
    var batcher = ImportBatcher(into: log, by: Ward.file, clock: Ward.clock())
    let events = try lines(1004) { (995..<1004).contains($0) ? 1 : nil }
    #expect(try feed(events, &batcher).joined().count == 1004)
    #expect(probe.counts.commits == 1)
  }

  @Test("A file whose storing fails is told so, and no later batch is stored")
  func failing() throws {
    let folder = try Folder()
    let probe = StoreProbe()
    let log = try Ward.found(folder, probe: probe)
    var batcher = ImportBatcher(into: log, by: Ward.file, clock: Ward.clock())
    probe.failNextCommit(.beforeCommit)
    let events = try lines(2500)
    #expect {
      _ = try feed(events, &batcher)
    } throws: {
      ($0 as? StoreError)?.code == .notSaved
    }
    #expect(try log.position() == 0)
  }

  @Test("In a stream each event is durable before the next is read")
  func stream() throws {
    let folder = try Folder()
    let probe = StoreProbe()
    let log = try Ward.found(folder, probe: probe)
    var batcher = ImportBatcher(into: log, by: Ward.file, isStream: true, clock: Ward.clock())
    for (index, event) in try lines(3).enumerated() {
      #expect(try batcher.add(event, line: index + 1).map(\.outcome.seq) == [Int64(index + 1)])
      #expect(probe.counts.commits == index + 1)
    }
    #expect(try batcher.finish() == [])
  }

  @Test("A transaction that takes long ends early, so that no console waits")
  func slow() throws {
    let folder = try Folder()
    let probe = StoreProbe()
    let log = try Ward.found(folder, probe: probe)
    let clock = SteppingClock(step: .seconds(1) - TimeSpan(microseconds: 980_000))
    let outcomes = try log.append(
      try lines(12), by: Ward.file, together: false, clock: { clock.now() })
    #expect(outcomes.map(\.seq) == (1...12).map(Int64.init))
    #expect(probe.counts.commits > 3)
  }

  @Test("A run that was broken off is finished by running it again")
  func again() throws {
    let record = try Maker.sqlite.make()
    let events = try lines(30)
    _ = try record.log.append(
      Array(events.prefix(20)), by: Ward.file, together: false, clock: Ward.clock())
    var batcher = ImportBatcher(into: record.log, by: Ward.file, clock: Ward.clock())
    let outcomes = try feed(events, &batcher).joined().map(\.outcome)
    #expect(outcomes.map(\.seq) == (1...30).map(Int64.init))
    #expect(try record.log.position() == 30)
  }
}
