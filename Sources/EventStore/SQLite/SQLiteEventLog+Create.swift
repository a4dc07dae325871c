package import Clinical
package import EventText
import Foundation
import GRDB
import Glibc

extension SQLiteEventLog {
  /// What a new store is to be.
  package struct Founding: Sendable {
    /// The store's UUID.
    package var id: EventID
    package var kind: StoreKind
    package var createdAt: Instant
    /// The group that shares it; `nil` for a store of one user.
    package var group: String?
    /// What it holds from the beginning, the site and the first user, and who wrote that.
    package var events: [SentEvent]
    package var author: Authorship

    package init(
      id: EventID, kind: StoreKind, createdAt: Instant, group: String? = nil,
      events: [SentEvent] = [], by author: Authorship = .imported(file: "")
    ) {
      self.id = id
      self.kind = kind
      self.createdAt = createdAt
      self.group = group
      self.events = events
      self.author = author
    }
  }

  /// Makes a store at `path` and opens it: the folder too, if it is not there.
  ///
  /// The file appears under its name only when it is whole, its first events included, so that a
  /// run that is broken off leaves no store, and an existing one is never touched.
  ///
  /// - Throws: `exists`; `notSaved` when one of the first events is refused; `wideMode` when the folder is there and open to more people than the
  ///   store may be; `file` for an unknown group or when the system refuses.
  package static func create(
    path: String, as founding: Founding, opening: Opening, reader: EventReader
  ) throws(StoreError) -> SQLiteEventLog {
    let place = try NewFolder.prepare(for: path, group: founding.group)
    if FileStatus(path: place.path) != nil { throw exists(place.path) }
    try refuseLeftovers(place)
    let draft = "\(place.path).new-\(getpid())"
    unlink(draft)
    defer { unlink(draft) }
    try write(founding, to: draft, reader)
    try DurableFile.settle(draft, permissions: founding.group == nil ? 0o600 : 0o660)
    guard DurableFile.rename(draft, toNew: place.path) else {
      if errno == EEXIST { throw exists(place.path) }
      throw StoreError(
        .file, "cannot be made: \(systemError(errno))", file: place.path, operation: "rename")
    }
    try DurableFile.synchronise(folder: place.folder)
    return try SQLiteEventLog(path: place.path, opening: opening, reader: reader)
  }

  private static func exists(_ path: String) -> StoreError {
    StoreError(
      .exists, "there is a file already, and it is left as it is", file: path,
      remedy: "Name another path, or use the store that is there")
  }

  // SQLite would apply the log of a store that is gone to a new one of the same name.
  private static func refuseLeftovers(_ place: StorePlace) throws(StoreError) {
    for leftover in [place.log, place.path + "-journal"] where FileStatus(path: leftover) != nil {
      throw StoreError(
        .exists, "belongs to a store that is gone, and may hold its last events", file: leftover,
        remedy: "Put the store back, or move this file away")
    }
  }

  private static func write(
    _ founding: Founding, to path: String, _ reader: EventReader
  ) throws(StoreError) {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw StoreError(.file, "cannot be made: \(systemError(errno))", file: path)
    }
    Glibc.close(descriptor)
    let connection = try Connection(path, for: .make)
    try connection.runChangingSchema { db in
      try db.execute(sql: "PRAGMA application_id = \(founding.kind.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(Schema.format)")
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "BEGIN IMMEDIATE")
      for object in Schema.objects { try db.execute(sql: object.sql) }
      try db.execute(
        sql: #"INSERT INTO store (one, id, genesis, createdAt, "group") VALUES (1, ?, ?, ?, ?)"#,
        arguments: [
          Data(founding.id.bytes), Data(ChainHash.genesis(of: founding.id).bytes),
          founding.createdAt.microseconds, founding.group,
        ])
      try store(founding, connection, db, reader)
      try db.execute(sql: "COMMIT")
    }
    try connection.close()
  }

  private static func store(
    _ founding: Founding, _ connection: Connection, _ db: Database, _ reader: EventReader
  ) throws {
    let items = founding.events.map { sent in
      Result { () throws(Refusal) in
        try Prepared(sent, by: founding.author, at: founding.createdAt, in: founding.kind)
      }
    }
    let run = AppendRun(
      admission: Admission(reader: reader, entry: founding.author.entry), now: founding.createdAt)
    var ledger = try SQLiteLedger(connection, db, genesis: .genesis(of: founding.id))
    for refusal in try run.take(items, into: &ledger).compactMap(\.refusal) {
      throw StoreError(
        .notSaved,
        "the store was not made, since it does not take its first events: "
          + (refusal.field.map { "\($0): " } ?? "") + refusal.problem,
        file: connection.path, remedy: refusal.remedy)
    }
  }
}
