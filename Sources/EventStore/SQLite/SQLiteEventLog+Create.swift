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

    package init(id: EventID, kind: StoreKind, createdAt: Instant, group: String? = nil) {
      self.id = id
      self.kind = kind
      self.createdAt = createdAt
      self.group = group
    }
  }

  /// Makes a store at `path` and opens it: the folder too, if it is not there.
  ///
  /// The file appears under its name only when it is whole, so that a run that is broken off
  /// leaves no store, and an existing one is never touched.
  ///
  /// - Throws: `exists`; `wideMode` when the folder is there and open to more people than the
  ///   store may be; `file` for an unknown group or when the system refuses.
  package static func create(
    path: String, as founding: Founding, opening: Opening, reader: EventReader
  ) throws(StoreError) -> SQLiteEventLog {
    let place = try NewFolder.prepare(for: path, group: founding.group)
    if FileStatus(path: place.path) != nil { throw exists(place.path) }
    let draft = "\(place.path).new-\(getpid())"
    unlink(draft)
    defer { unlink(draft) }
    try write(founding, to: draft)
    try DurableFile.settle(draft, permissions: founding.group == nil ? 0o600 : 0o660)
    // Unlike rename, link never replaces a store that somebody made meanwhile.
    guard link(draft, place.path) == 0 else {
      if errno == EEXIST { throw exists(place.path) }
      throw StoreError(
        .file, "cannot be made: \(systemError(errno))", file: place.path, operation: "link")
    }
    unlink(draft)
    try DurableFile.synchronise(folder: place.folder)
    return try SQLiteEventLog(path: place.path, opening: opening, reader: reader)
  }

  private static func exists(_ path: String) -> StoreError {
    StoreError(
      .exists, "there is a file already, and it is left as it is", file: path,
      remedy: "Name another path, or use the store that is there")
  }

  private static func write(_ founding: Founding, to path: String) throws(StoreError) {
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
      try db.execute(sql: "COMMIT")
    }
    try connection.close()
  }
}
