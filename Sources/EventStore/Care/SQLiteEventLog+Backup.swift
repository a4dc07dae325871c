import Clinical
import EventText
import GRDB
import Glibc

extension SQLiteEventLog {
  /// Writes a consistent, checked copy of the store to `path` while others go on writing.
  ///
  /// The state to copy is fixed under the turn, between two transactions; the copying reads that
  /// state and lets writers go on. The copy gets its name only when it is whole. An earlier backup
  /// of this store there is replaced if the store has grown from it, and nothing else is.
  ///
  /// - Returns: what the copy holds.
  /// - Throws: `exists`, `damaged`, `file`.
  package func backup(to path: String) throws(StoreError) -> ChainHead {
    let target: StorePlace
    do throws(StoreError) {
      target = try StorePlace(path)
    } catch {
      throw StoreError(
        .file, "the folder for the backup is not there", file: path, remedy: "Make it first")
    }
    try checkReplaceable(target)
    let part = target.path + ".part"
    unlink(part)
    defer { unlink(part) }
    let source = try Connection(place.path, for: .read)
    defer { try? source.close() }
    let fixed = try source.run { db in
      try turn.hold(now: nil) {
        try db.execute(sql: "BEGIN")
        return try SQLiteLedger(source, db, genesis: genesis).head
      }
    }
    let report = try FileCopy.make(from: source, to: part, permissions: 0o600, reader: reader)
    guard report.events == fixed.seq, report.head == fixed.hash else {
      throw StoreError(
        .damaged, "the copy does not end where the store ended", file: part,
        remedy: "Try again; if it stays so, run vigil verify on the store")
    }
    guard rename(part, target.path) == 0 else { throw DurableFile.failure("rename", target.path) }
    try DurableFile.synchronise(folder: target.folder)
    return fixed
  }

  private func checkReplaceable(_ target: StorePlace) throws(StoreError) {
    guard let status = FileStatus(path: target.path) else { return }
    func refuse(_ why: String) -> StoreError {
      StoreError(
        .exists, "\(why), and it is left as it is", file: target.path,
        remedy: "Name another path, or move that file away")
    }
    if status.isSameFile(as: file) { throw refuse("this is the store itself") }
    guard status.isRegular else { throw refuse("this is not a regular file") }
    let old: (identity: StoreIdentity, head: ChainHead)
    do throws(StoreError) {
      old = try Self.summary(of: target.path)
    } catch {
      throw refuse("this is not a backup of this store")
    }
    if old.identity.id != identity.id { throw refuse("this is a backup of another store") }
    let ours =
      try old.head.seq == 0 ? genesis : events(after: old.head.seq - 1, limit: 1).first?.hash
    if ours != old.head.hash {
      throw refuse("the backup there holds events that the store does not have")
    }
  }

  /// Which store a file holds, and where its chain ends.
  static func summary(of path: String) throws(StoreError) -> (
    identity: StoreIdentity, head: ChainHead
  ) {
    let connection = try Connection(path, for: .read)
    defer { try? connection.close() }
    let identity = try Self.identity(connection, Set(StoreKind.allCases))
    let head = try connection.run { db in
      try SQLiteLedger(connection, db, genesis: .genesis(of: identity.id)).head
    }
    return (identity, head)
  }
}
