package import Clinical
package import EventText
import GRDB
import Synchronization

/// The record in a SQLite file that many processes have open at once (contract 4).
///
/// One connection reads and another, made when first needed, writes, so that what is shown never
/// waits for what is being saved.
package final class SQLiteEventLog: EventLog, PersonalNotes, Checkpoints {
  /// How a store is opened.
  package struct Opening: Sendable {
    /// What the store may be; another kind is refused before anything of it is read.
    package var kinds: Set<StoreKind>
    /// Who shows as the writer to those who wait.
    package var login: String
    package var host: String
    /// How long to wait for the turn before giving up.
    package var patience: TimeSpan
    package var probe: StoreProbe?
    /// The file is opened read-only, and every append is refused.
    package var isForReading = false

    package init(
      kinds: Set<StoreKind> = Set(StoreKind.allCases), login: String, host: String,
      patience: TimeSpan = .seconds(10),
      probe: StoreProbe? = nil
    ) {
      self.kinds = kinds
      self.login = login
      self.host = host
      self.patience = patience
      self.probe = probe
    }
  }

  package let identity: StoreIdentity
  let genesis: ChainHash
  let reader: EventReader
  let place: StorePlace
  let file: FileStatus
  let opening: Opening
  let turn: Turn
  let readConnection: Connection
  let writing = Mutex(Writing.notYet)
  private let presence: Presence

  enum Writing {
    case notYet
    /// The store was opened for reading alone.
    case forReading
    case ready(Connection)
    /// After a failure that leaves the file or the disk in doubt.
    case stopped(StoreError)
  }

  /// The number of links at the end of the chain that every opening checks.
  static let linksChecked: Int64 = 100

  /// Opens the store at `path`.
  ///
  /// - Throws: a `StoreError` when there is none, it is not one of Vigil's or not of the kind
  ///   asked for, was written by a later Vigil, is open to more people than it may be, is reached
  ///   through a link or a network, or its last 100 links do not hold.
  package init(path: String, opening: Opening, reader: EventReader)
    throws(StoreError)
  {
    place = try StorePlace(path)
    file = try place.check()
    self.opening = opening
    self.reader = reader
    let permissions = file.permissions & 0o060 != 0 ? UInt32(0o660) : 0o600
    presence = try Presence(place, permissions: permissions)
    turn = try Turn(
      path: place.turn, permissions: permissions,
      holder: Turn.Holder(login: opening.login, host: opening.host), patience: opening.patience)
    readConnection = try Connection(place.path, for: opening.isForReading ? .readOnly : .read)
    if opening.isForReading { writing.withLock { $0 = .forReading } }
    identity = try Self.identity(readConnection, opening.kinds)
    genesis = .genesis(of: identity.id)
    try place.check(identity.group == nil ? .ofOneUser : .shared)
    try checkLastLinks()
  }

  /// Lets go of the file. Nothing may be asked of the log afterwards.
  package func close() throws(StoreError) {
    let writer = writing.withLock { state -> Connection? in
      defer {
        state = .stopped(StoreError(.stopped, "the store is closed", file: place.path))
      }
      return if case .ready(let connection) = state { connection } else { nil }
    }
    try writer?.close()
    try readConnection.close()
    presence.end()
  }

  /// Which store the file of a connection is.
  static func identity(
    _ connection: Connection, _ wanted: Set<StoreKind>
  ) throws(StoreError) -> StoreIdentity {
    let path = connection.path
    return try connection.run { db in
      let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      guard let kind = StoreKind(applicationID: application) else {
        throw StoreError(.notAStore, "is a SQLite file, but not a store of Vigil", file: path)
      }
      let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if format > Schema.format {
        throw StoreError(
          .newerFormat,
          "was written by a later Vigil (format \(format); this one knows \(Schema.format))",
          file: path, remedy: "Use the later Vigil; this one might grade it wrongly")
      }
      guard wanted.contains(kind) else { throw otherKind(kind, wanted, path) }
      let found = try PreparedStatement.rows(
        #"SELECT id, createdAt, "group" FROM store"#, db
      ) { row in
        row.id(0).map { id in
          StoreIdentity(
            id: id, kind: kind, format: format, createdAt: row.instant(1), group: row.text(2))
        }
      }
      guard let identity = found.first ?? nil else {
        throw StoreError(.damaged, "the store has no identity", file: path)
      }
      return identity
    }
  }

  private static func otherKind(
    _ kind: StoreKind, _ wanted: Set<StoreKind>, _ path: String
  ) -> StoreError {
    let asked = wanted.contains(.ward) ? [StoreKind.ward.text] : wanted.map(\.text).sorted()
    let remedy: String? =
      if kind == .training {
        "It holds sessions of training and no patient: vigil replay PATH --store works on it"
      } else if wanted == [.training] {
        "Make one with vigil init --training"
      } else {
        nil
      }
    return StoreError(
      .otherKind, "is \(kind.text), and \(asked.joined(separator: " or ")) is needed",
      file: path, remedy: remedy)
  }
}
