import Clinical
import Dispatch
import Foundation
import Glibc
import Synchronization

/// Whose turn it is to write.
///
/// SQLite before 3.51.3 can lose committed events when one process checkpoints while another
/// writes to the same write-ahead log. Every COMMIT and every checkpoint of every process is made
/// while holding this lock, so that the two never meet; see the catalogue of this room.
final class Turn: Sendable {
  /// Who writes, as the file shows it to those who wait.
  struct Holder: Sendable {
    var login: String
    var host: String
  }

  /// How long a writer waits before it gives up and says who is in its way.
  static let patience = TimeSpan.seconds(10)

  let path: String
  let permissions: UInt32
  let holder: Holder
  private let patience: TimeSpan
  // Kept open between turns; `nil` while a turn holds it.
  private let spare: Mutex<Box?>
  private let count = Mutex(0)

  // A reference, for a lock file goes from thread to thread with its turn.
  private final class Box: Sendable {
    let file: LockFile
    init(_ file: consuming LockFile) { self.file = file }
  }

  init(path: String, permissions: UInt32, holder: Holder, patience: TimeSpan = Turn.patience)
    throws(StoreError)
  {
    self.path = path
    self.permissions = permissions
    self.holder = holder
    self.patience = patience
    spare = Mutex(Box(try LockFile(path, permissions: permissions)))
  }

  /// True while this value's turn is on.
  var isHeld: Bool { count.withLock { $0 > 0 } }

  /// Runs `body` while holding the turn.
  ///
  /// - Throws: `busy` when nobody let go of it in time, with who holds it; what `body` throws.
  func hold<T>(now: Instant?, _ body: () throws -> T) throws -> T {
    let box = try take()
    box.file.write(
      "process \(getpid()), \(holder.login) on \(holder.host)"
        + (now.map { ", since \($0.utcReadable)" } ?? ""))
    count.withLock { $0 += 1 }
    defer {
      count.withLock { $0 -= 1 }
      // A file that cannot be unlocked is closed instead, which unlocks it.
      if box.file.unlock() { spare.withLock { $0 = $0 ?? box } }
    }
    return try body()
  }

  private func take() throws(StoreError) -> Box {
    for _ in 0..<100 {
      let kept = spare.withLock { spare in
        defer { spare = nil }
        return spare
      }
      var box: Box
      if let kept { box = kept } else { box = try fresh() }
      if try !box.file.tryLock(LOCK_EX) { box = try wait() }
      if box.file.isStillThere { return box }
    }
    throw StoreError(
      .file, "another file is put in its place again and again, or it cannot be looked at",
      file: path, remedy: "Find out which program does that; nothing was saved")
  }

  private func fresh() throws(StoreError) -> Box {
    Box(try LockFile(path, permissions: permissions))
  }

  // The system has no wait for this lock that ends by itself: a thread waits, and this one waits
  // for the thread. If the thread comes too late it lets go at once.
  private func wait() throws(StoreError) -> Box {
    let box = try fresh()
    let answer = Answer()
    Thread.detachNewThread {
      let result = Result { () throws(StoreError) in try box.file.lock(LOCK_EX) }
      if !answer.give(result), case .success = result { _ = box.file.unlock() }
    }
    guard let result = answer.wait(patience) else {
      throw StoreError(
        .busy,
        "the store is being written by \(box.file.read()), which has not let go of it for"
          + " \(patience.microseconds / 1_000_000) seconds; nothing was saved",
        file: path,
        remedy: "Try again; if it stays so, look at that process: it may be stopped or hung")
    }
    try result.get()
    return box
  }

  private final class Answer: Sendable {
    private let ready = DispatchSemaphore(value: 0)
    private let state = Mutex((isAbandoned: false, result: Result<Void, StoreError>?.none))

    /// False when nobody waits for it any more.
    func give(_ result: Result<Void, StoreError>) -> Bool {
      let isAwaited = state.withLock { state in
        state.result = result
        return !state.isAbandoned
      }
      ready.signal()
      return isAwaited
    }

    func wait(_ patience: TimeSpan) -> Result<Void, StoreError>? {
      _ = ready.wait(timeout: .now() + .microseconds(Int(patience.microseconds)))
      return state.withLock { state in
        state.isAbandoned = state.result == nil
        return state.result
      }
    }
  }
}
