import Clinical
import EventStore
import EventText
import Foundation
import Testing

@Suite("What is saved is saved, and what is not is said")
struct DurabilityTests {
  @Test("When the disk fails before a COMMIT, the event is not there and the program stops writing")
  func failedBefore() throws {
    let folder = try Folder()
    let probe = StoreProbe()
    let log = try Ward.found(folder, probe: probe)
    _ = try log.take(try Ward.vitals(minute: 1))
    probe.failNextCommit(.beforeCommit)
    let event = try Ward.vitals(minute: 2)
    #expect {
      _ = try log.take(event)
    } throws: {
      ($0 as? StoreError)?.code == .notSaved
    }
    #expect {
      _ = try log.take(event)
    } throws: {
      ($0 as? StoreError)?.code == .stopped && "\($0)".contains("disk I/O error")
    }
    #expect(try log.position() == 1)
    #expect(try Ward.open(folder).take(event).seq == 2)
  }

  @Test("When only the answer to a COMMIT is lost, the event is found and called stored")
  func answerLost() throws {
    let folder = try Folder()
    let probe = StoreProbe()
    let log = try Ward.found(folder, probe: probe)
    probe.failNextCommit(.afterCommit)
    #expect(try log.take(try Ward.vitals(minute: 2)).seq == 1)
    #expect {
      _ = try log.take(try Ward.vitals(minute: 3))
    } throws: {
      ($0 as? StoreError)?.code == .stopped
    }
    #expect(try log.position() == 1)
  }

  @Test("A store that is moved away while it is open takes nothing more")
  func moved() throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 1))
    try FileManager.default.moveItem(atPath: folder.store, toPath: folder.file("elsewhere"))
    #expect {
      _ = try log.take(try Ward.vitals(minute: 2))
    } throws: {
      ($0 as? StoreError)?.code == .stopped
    }
  }

  @Test("A process that is killed in the middle of a transaction leaves nothing half, and no lock")
  func killedWithin() async throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    _ = try log.take(try Ward.vitals(minute: 59))
    let path = folder.store
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let log = try SQLiteEventLog(path: path, opening: Ward.opening(), reader: Ward.reader)
      let events = try (0..<40).map { try Ward.vitals(minute: $0, patient: "CD7-\($0)") }
      let calls = Calls()
      let clock: StoreClock = {
        // The clock is read before each event of a transaction: thirty are in, ten are not.
        if calls.next() == 33 { kill(getpid(), SIGKILL) }
        return Ward.morning
      }
      _ = try log.append(events, by: Ward.file, together: false, clock: clock)
    }
    #expect(try log.position() == 1)
    #expect(try log.take(try Ward.vitals(minute: 58)).seq == 2)
    #expect(try log.verify().isSound)
  }

  @Test("Two processes that write at once lose and double nothing")
  func twoProcesses() async throws {
    let folder = try Folder()
    let log = try Ward.found(folder)
    let path = folder.store
    let writing = Task.detached {
      for n in 0..<150 { _ = try log.take(try Ward.vitals(patient: "A-\(n)")) }
    }
    await #expect(processExitsWith: .success) { [path = path as String] in
      let log = try SQLiteEventLog(path: path, opening: Ward.opening(), reader: Ward.reader)
      for n in 0..<150 {
        guard case .stored = try log.take(try Ward.vitals(patient: "B-\(n)")) else { exit(3) }
      }
    }
    try await writing.value
    #expect(try log.position() == 300)
    #expect(try log.patients().count == 300)
    #expect(try log.verify().isSound)
  }
}

private final class Calls: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}
