package import EventText
import Clinical
import GRDB
import Glibc

extension SQLiteEventLog {
  /// Puts a backup in the place of the store at `path`, or where a store was lost.
  ///
  /// The copy is made beside the store and checked before anything is touched; the file that was
  /// there is kept under another name.
  ///
  /// - Throws: `inUse` while any program has the store open; `otherKind` and `exists` when another
  ///   store stands there; `damaged` when the backup is not sound.
  package static func restore(
    from backup: String, to path: String, opening: Opening, reader: EventReader
  ) throws(StoreError) -> RestoreReport {
    let source = try StorePlace(backup)
    guard let status = FileStatus(path: source.path), status.isRegular else {
      throw notABackup(backup, FileStatus(path: source.path))
    }
    let new = try summary(of: source.path)
    let place = try NewFolder.prepare(for: path, group: new.identity.group)
    if let there = FileStatus(path: place.path), there.isSameFile(as: status) {
      throw StoreError(.exists, "this is the store itself, not a backup", file: backup)
    }
    let permissions: UInt32 = new.identity.group == nil ? 0o600 : 0o660
    let part = place.path + ".restoring"
    for leftover in [part, part + "-wal", part + "-shm"] { unlink(leftover) }
    defer { unlink(part) }
    let connection = try Connection(source.path, for: .read)
    defer { try? connection.close() }
    try connection.run { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT max(seq) FROM event")
    }
    let copied = try FileCopy.make(
      from: connection, to: part, permissions: permissions, reader: reader)
    guard let head = copied.head else {
      throw StoreError(.damaged, "the backup has no beginning", file: backup)
    }
    try makeReady(part, permissions)
    return try swap(
      part, into: place, new.identity, ChainHead(seq: copied.events, hash: head), opening)
  }

  private static func notABackup(_ path: String, _ status: FileStatus?) -> StoreError {
    guard let status else { return StoreError(.missing, "there is no backup here", file: path) }
    guard status.isLink else {
      return StoreError(.missing, "is not a file, so it is no backup", file: path)
    }
    let target = realpath(path, nil)
    defer { free(target) }
    return StoreError(
      .link, "is a symbolic link, and what a link points to may change", file: path,
      remedy: target.map { "Name the file itself: \(String(cString: $0))" }
        ?? "It points to nothing; name the backup itself")
  }

  // In the journal mode of a store in use, with nothing left beside it.
  private static func makeReady(_ path: String, _ permissions: UInt32) throws(StoreError) {
    let connection = try Connection(path, for: .make)
    try connection.runChangingSchema { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
    try connection.close()
    try DurableFile.settle(path, permissions: permissions)
  }

  private static func swap(
    _ part: String, into place: StorePlace, _ identity: StoreIdentity, _ head: ChainHead,
    _ opening: Opening
  ) throws(StoreError) -> RestoreReport {
    let permissions: UInt32 = identity.group == nil ? 0o600 : 0o660
    let presence = try Presence.alone(place, permissions: permissions)
    let turn = try Turn(
      path: place.turn, permissions: permissions,
      holder: Turn.Holder(login: opening.login, host: opening.host), patience: opening.patience)
    return try inStoreWords(place.path) {
      try turn.hold(now: nil) {
        defer { withExtendedLifetime(presence) {} }
        var report = RestoreReport(restored: head, before: nil, keptAt: nil)
        if FileStatus(path: place.path) != nil {
          report.before = try checkReplaceable(place, identity)
          report.keptAt = try keep(place)
        } else if FileStatus(path: place.log) != nil {
          // All that is left of a store whose file is gone.
          report.keptAt = try keepLog(place, as: freeName(place))
        }
        // A log that belongs to another file must not be applied to this one.
        for companion in [place.log, place.logIndex] { unlink(companion) }
        guard rename(part, place.path) == 0 else {
          throw DurableFile.failure("rename", place.path)
        }
        try DurableFile.synchronise(folder: place.folder)
        return report
      }
    }
  }

  // What stands there, if it can be read at all.
  private static func checkReplaceable(
    _ place: StorePlace, _ new: StoreIdentity
  ) throws(StoreError) -> ChainHead? {
    guard let old = try? summary(of: place.path) else { return nil }
    if old.identity.kind != new.kind {
      throw StoreError(
        .otherKind,
        "a \(old.identity.kind.rawValue) store stands here, and the backup is of a"
          + " \(new.kind.rawValue) store", file: place.path)
    }
    if old.identity.id != new.id {
      throw StoreError(
        .exists, "another store stands here, \(old.identity.id); the backup is of \(new.id)",
        file: place.path, remedy: "Move that store away first, if it is not needed here")
    }
    return old.head
  }

  // Gives the old file a second name, with its log folded in or, if it is past that, beside it.
  private static func keep(_ place: StorePlace) throws(StoreError) -> String {
    let kept = freeName(place)
    let isFolded = (try? foldLog(place)) != nil
    if !isFolded, FileStatus(path: place.log) != nil { _ = try keepLog(place, as: kept) }
    guard link(place.path, kept) == 0 else { throw DurableFile.failure("link", kept) }
    return kept
  }

  private static func freeName(_ place: StorePlace) -> String {
    var number = 1
    func name() -> String { "\(place.path).before-restore-\(number)" }
    while FileStatus(path: name()) != nil || FileStatus(path: name() + "-wal") != nil {
      number += 1
    }
    return name()
  }

  private static func keepLog(_ place: StorePlace, as name: String) throws(StoreError) -> String {
    guard rename(place.log, name + "-wal") == 0 else {
      throw DurableFile.failure("rename", place.log)
    }
    return name + "-wal"
  }

  private static func foldLog(_ place: StorePlace) throws(StoreError) {
    let connection = try Connection(place.path, for: .make)
    defer { try? connection.close() }
    try connection.runChangingSchema { db in
      let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      if mode != "delete" {
        throw StoreError(.statement, "the log could not be folded in", file: place.path)
      }
    }
  }
}
