import GRDBSQLite
import Synchronization

/// Denies, while statements are prepared, whatever could change what the store has taken: UPDATE
/// and DELETE on events and on the store's identity, every change of the schema, ATTACH, and the
/// pragmas that would weaken the connection.
///
/// It takes the place of GRDB's own authorizer, which serves observation, of which the store makes
/// no use.
final class RuntimeAuthorizer: Sendable {
  private let isOpen = Mutex(false)

  /// Lets the schema be changed while `body` runs: for creating and rebuilding only.
  func permittingSchemaChanges<T>(_ body: () throws -> T) rethrows -> T {
    isOpen.withLock { $0 = true }
    defer { isOpen.withLock { $0 = false } }
    return try body()
  }

  /// Comes into force for statements prepared from now on.
  ///
  /// The connection must not outlive this value.
  func register(on connection: OpaquePointer) {
    sqlite3_set_authorizer(
      connection,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        return Unmanaged<RuntimeAuthorizer>.fromOpaque(context).takeUnretainedValue()
          .decide(action, first, second)
      },
      Unmanaged.passUnretained(self).toOpaque())
  }

  // Pragmas that may be set while the store runs; any may be read.
  private static let settable = ["query_only", "data_version", "integrity_check"]

  private func decide(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
  ) -> Int32 {
    switch action {
    case SQLITE_UPDATE, SQLITE_DELETE:
      let table = first.map { String(cString: $0) } ?? ""
      if table == "event" || table == "store" { return SQLITE_DENY }
      let isSchema = table == "sqlite_master" || table == "sqlite_temp_master"
      return isSchema && !isOpen.withLock({ $0 }) ? SQLITE_DENY : SQLITE_OK
    case SQLITE_ATTACH, SQLITE_DETACH, SQLITE_ALTER_TABLE, SQLITE_DROP_TABLE,
      SQLITE_DROP_TEMP_TABLE, SQLITE_DROP_VTABLE, SQLITE_CREATE_VTABLE:
      return SQLITE_DENY
    case SQLITE_CREATE_INDEX, SQLITE_CREATE_TABLE, SQLITE_CREATE_TRIGGER, SQLITE_CREATE_VIEW,
      SQLITE_CREATE_TEMP_INDEX, SQLITE_CREATE_TEMP_TABLE, SQLITE_CREATE_TEMP_TRIGGER,
      SQLITE_CREATE_TEMP_VIEW, SQLITE_DROP_INDEX, SQLITE_DROP_TRIGGER, SQLITE_DROP_VIEW,
      SQLITE_DROP_TEMP_INDEX, SQLITE_DROP_TEMP_TRIGGER, SQLITE_DROP_TEMP_VIEW, SQLITE_REINDEX:
      return isOpen.withLock { $0 } ? SQLITE_OK : SQLITE_DENY
    case SQLITE_PRAGMA:
      let name = first.map { String(cString: $0) } ?? ""
      if name == "wal_checkpoint" || name == "incremental_vacuum" { return SQLITE_DENY }
      if second == nil || Self.settable.contains(name) { return SQLITE_OK }
      return isOpen.withLock { $0 } ? SQLITE_OK : SQLITE_DENY
    default:
      return SQLITE_OK
    }
  }
}
