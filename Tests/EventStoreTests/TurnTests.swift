import Clinical
import EventStore
import EventText
import Foundation
import Testing

@Suite("Whose turn it is to write")
struct TurnTests {
  @Test("Nothing is committed and no log is folded in without the turn, and every writer is FULL")
  func counted() throws {
    let folder = try Folder()
    let probe = StoreProbe()
    let log = try Ward.found(folder, probe: probe)
    let other = try Ward.open(folder, probe: probe)
    for batch in 0..<10 {
      let events = try (0..<1000).map {
        try Ward.vitals("38.\($0 % 10)", minute: $0 % 60, patient: "CD7-\(batch)-\($0)")
      }
      let target = batch % 2 == 0 ? log : other
      _ = try target.append(events, by: Ward.file, together: true, clock: Ward.clock())
    }
    try log.save(
      Draft(login: "wangli", form: "note", patient: nil, savedAt: Ward.morning, content: [1]))
    try other.rebuild()
    let counts = probe.counts
    #expect(counts.commits == 12)
    #expect(counts.commitsWithoutTurn == 0)
    #expect(counts.checkpoints > 0)
    #expect(counts.checkpointsWithoutTurn == 0)
    #expect(counts.synchronous == [2, 2])
    #expect(try other.verify().isSound)
  }

  @Test("Two handles that write by turns lose and double nothing")
  func twoHandles() async throws {
    let folder = try Folder()
    let logs = [try Ward.found(folder), try Ward.open(folder)]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (writer, log) in logs.enumerated() {
        group.addTask {
          for n in 0..<200 {
            let event = try Ward.vitals(minute: n % 60, patient: "CD7-\(writer)-\(n)")
            guard case .stored = try log.take(event) else {
              Issue.record("event \(n) of writer \(writer) was not stored")
              continue
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try logs[0].position() == 400)
    #expect(try logs[1].patients().count == 400)
    #expect(try logs[0].verify().isSound)
  }

  @Test("Who waits in vain learns who is in the way, and nothing is saved")
  func busy() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    let impatient = try Ward.open(folder, login: "chen", patience: TimeSpan(microseconds: 50_000))
    _ = try log.take(try Ward.vitals(minute: 1))
    // The clock is read while the turn is held: time enough for the other to give up.
    let caught = Holder()
    let clock: StoreClock = {
      caught.once {
        do { _ = try impatient.take(try Ward.vitals(minute: 2)) } catch { caught.keep(error) }
      }
      return Ward.morning
    }
    let outcomes = try log.append(
      [try Ward.vitals(minute: 3), try Ward.vitals(minute: 4)], by: Ward.file, together: false,
      clock: clock)
    #expect(outcomes.map(\.seq) == [2, 3])
    let error = try #require(caught.error as? StoreError)
    #expect(error.code == .busy)
    #expect(
      error.problem.hasPrefix("the store is being written by process \(getpid()), wangli on ward-1")
    )
    #expect(error.problem.hasSuffix("nothing was saved"))
    #expect(try log.position() == 3)
    #expect(try impatient.take(try Ward.vitals(minute: 5)).seq == 4)
  }

  @Test("A lock file that was replaced does not let two write at once")
  func replacedLockFile() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 1))
    try FileManager.default.removeItem(atPath: folder.file("store.vigil-turn"))
    let other = try Ward.open(folder)
    _ = try other.take(try Ward.vitals(minute: 2))
    _ = try log.take(try Ward.vitals(minute: 3))
    #expect(folder.mode("store.vigil-turn") == 0o600)
    #expect(try log.verify().isSound)
  }
}

// Runs a nested attempt once, from within the clock, and keeps what it threw.
private final class Holder: @unchecked Sendable {
  private let lock = NSLock()
  private var calls = 0
  private var kept: (any Error)?

  var error: (any Error)? { lock.withLock { kept } }

  func keep(_ error: any Error) { lock.withLock { kept = error } }

  // The third reading of the clock happens under the turn.
  func once(_ body: () -> Void) {
    let isTime = lock.withLock {
      calls += 1
      return calls == 3
    }
    if isTime { body() }
  }
}
