import Clinical
import EventStore
import EventText
import Foundation
import GRDBSQLite
import Grading

/// What the disk decides: durable appends and import, beside the same statements in C on the same
/// schema, as ratios within one run.
struct StoreBenchmark {
  let folder: String
  private let reader = EventReader(digest: ContentDigest.sha256)
  private let opening = SQLiteEventLog.Opening(login: "bench", host: "bench")

  private func created(_ name: String) throws -> SQLiteEventLog {
    try SQLiteEventLog.create(
      path: "\(folder)/\(name)/store.vigil",
      as: SQLiteEventLog.Founding(
        id: EventID(high: 0x7000, low: 1 << 63), kind: .ward, createdAt: MeasuredCourse.infusion),
      opening: opening, reader: reader)
  }

  func run() throws {
    let lines = MeasuredCourse.events(40_000, of: "STORE-1").map(EventWriter.line(for:))
    try readFile(lines)
    let sent = try lines.map { line throws in try reader.read(line[...]) }
    try single(Array(sent.prefix(1500)))
    try batches(sent)
  }

  private func readFile(_ lines: [[UInt8]]) throws {
    let time = try Benchmarks.seconds {
      var events: [Event] = []
      events.reserveCapacity(lines.count)
      for line in lines { events.append(try reader.read(line[...]).event) }
      _ = GradedCourse(events, zone: MeasuredCourse.zone)
    }
    print("fold from JSON Lines: \(Int(Double(lines.count) / time)) events/s")
  }

  // In turns of a hundred, so that a disk whose speed drifts is the same for both.
  private func single(_ events: [SentEvent]) throws {
    let log = try created("single")
    let inC = try inC("single-c")
    let clock: StoreClock = { MeasuredCourse.infusion + .days(4000) }
    var ours: [Double] = []
    var theirs: [Double] = []
    var ratios: [Double] = []
    for start in stride(from: 0, to: events.count - 99, by: 100) {
      let turn = events[start..<start + 100]
      let a = try Benchmarks.seconds {
        for event in turn {
          ours.append(
            try Benchmarks.seconds {
              _ = try log.append(
                [event], by: .imported(file: "b"), together: false, clock: clock)
            })
        }
      }
      let b = inC.run(turn, batch: 1)
      theirs.append(b)
      ratios.append(b / a)
    }
    ours.sort()
    theirs.sort()
    ratios.sort()
    print(
      "durable single appends: median \(Int(ours[ours.count / 2] * 1e6)) us, p99 \(Int(ours[ours.count * 99 / 100] * 1e6)) us; in C \(Int(theirs[theirs.count / 2] * 1e4)) us; rate beside C \(Int(ratios[ratios.count / 2] * 100)) %"
    )
  }

  private func batches(_ events: [SentEvent]) throws {
    let log = try created("batch")
    let clock: StoreClock = { MeasuredCourse.infusion + .days(4000) }
    let ours = try Benchmarks.seconds {
      _ = try log.append(events, by: .imported(file: "b"), together: false, clock: clock)
    }
    let theirs = try inC("batch-c").run(events[...], batch: 1000)
    report("durable batches of 1,000", events.count, ours, theirs)
  }

  private func inC(_ name: String) throws -> InC {
    try created(name).close()
    return InC(path: "\(folder)/\(name)/store.vigil")
  }

  private func report(_ what: String, _ count: Int, _ ours: Double, _ theirs: Double) {
    let a = Double(count) / ours
    let b = Double(count) / theirs
    print("\(what): \(Int(a))/s; in C \(Int(b))/s; ratio \(Double(Int(a / b * 100)) / 100)")
  }
}

/// The same rows into the same schema by plain C calls, without ids, checks and hashes of ours.
private struct InC {
  private let database: OpaquePointer?

  init(path: String) {
    var handle: OpaquePointer?
    sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, nil)
    database = handle
    sqlite3_exec(handle, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", nil, nil, nil)
    sqlite3_exec(handle, "PRAGMA wal_autocheckpoint=0", nil, nil, nil)
  }

  /// Seconds for all rows, `batch` in a transaction.
  func run(_ events: ArraySlice<SentEvent>, batch: Int) -> Double {
    let events = Array(events)
    let bodies = events.map { EventWriter.body(of: $0) }
    var statement: OpaquePointer?
    sqlite3_prepare_v2(
      database,
      """
      INSERT INTO event (seq, id, patient, kind, at, atIsDay, recordedAt, storedAt, contentHash,
        body, previousHash, hash)
      SELECT coalesce(max(seq), 0) + 1, ?1, 'STORE-1', 'vitals', ?2, 0, ?2, ?2, ?3, ?4,
        coalesce((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), (SELECT genesis FROM store)),
        ?3 FROM event
      """, -1, &statement, nil)
    defer { sqlite3_finalize(statement) }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    return Benchmarks.seconds {
      var row = 0
      while row < events.count {
        sqlite3_exec(database, "BEGIN IMMEDIATE", nil, nil, nil)
        for index in row..<min(row + batch, events.count) {
          let event = events[index]
          sqlite3_bind_blob(statement, 1, event.event.id.bytes, 16, transient)
          sqlite3_bind_int64(statement, 2, Int64(index))
          sqlite3_bind_blob(statement, 3, event.contentHash, 32, transient)
          bodies[index].withUnsafeBytes { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
              sqlite3_bind_text(
                statement, 4, $0.baseAddress, Int32(bytes.count), transient)
            }
          }
          sqlite3_step(statement)
          sqlite3_reset(statement)
        }
        sqlite3_exec(database, "COMMIT", nil, nil, nil)
        row += batch
      }
    }
  }
}
