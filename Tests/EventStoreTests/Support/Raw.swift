import GRDBSQLite

/// A hand on the file without Vigil: what somebody with `sqlite3` could do.
final class Raw {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let handle: OpaquePointer

  init(_ path: String) throws {
    var handle: OpaquePointer?
    guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let handle
    else { throw Failure(description: "cannot open \(path)") }
    self.handle = handle
  }

  deinit { sqlite3_close(handle) }

  func run(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw Failure(description: String(cString: sqlite3_errmsg(handle)))
    }
  }

  func text(_ sql: String) throws -> String? {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Failure(description: String(cString: sqlite3_errmsg(handle)))
    }
    defer { sqlite3_finalize(statement) }
    guard sqlite3_step(statement) == SQLITE_ROW, let text = sqlite3_column_text(statement, 0)
    else { return nil }
    return String(cString: text)
  }

  /// Takes away what guards the events, so that they can be tampered with.
  func dropTriggers() throws {
    for name in ["eventNeverChanges", "eventNeverGoes", "eventFollows"] {
      try run("DROP TRIGGER \(name)")
    }
  }

  /// Puts the guards back, so that only the tampering shows.
  func restoreTriggers(_ statements: [String]) throws {
    for statement in statements { try run(statement) }
  }

  func triggers() throws -> [String] {
    try ["eventNeverChanges", "eventNeverGoes", "eventFollows"].compactMap {
      try text("SELECT sql FROM sqlite_master WHERE name = '\($0)'")
    }
  }
}
