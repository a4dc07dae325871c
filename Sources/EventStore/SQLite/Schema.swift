/// The tables of a store, version 1 of the format. Never edited once released: a later format is
/// another version, and old rows are read, not rewritten.
enum Schema {
  /// SQLite's `user_version` of the format that this Vigil writes.
  static let format = 1

  /// The name of each object with the statement that makes it, in the order in which they are
  /// made. `verify` compares them with what stands in the file.
  static let objects: [(name: String, sql: String)] = tables + indexes + triggers

  static let tables: [(name: String, sql: String)] = [
    (
      "store",
      """
      CREATE TABLE store (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id BLOB NOT NULL CHECK (length(id) = 16),
        genesis BLOB NOT NULL CHECK (length(genesis) = 32),
        createdAt INTEGER NOT NULL,
        "group" TEXT
      ) STRICT
      """
    ),
    (
      "event",
      """
      CREATE TABLE event (
        seq INTEGER PRIMARY KEY,
        id BLOB NOT NULL CHECK (length(id) = 16),
        patient TEXT,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        atIsDay INTEGER NOT NULL,
        recordedAt INTEGER NOT NULL,
        storedAt INTEGER NOT NULL,
        "by" TEXT,
        role TEXT,
        source TEXT,
        "set" BLOB,
        corrects BLOB,
        retracts BLOB,
        contentHash BLOB NOT NULL CHECK (length(contentHash) = 32),
        body TEXT NOT NULL,
        previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
      ) STRICT
      """
    ),
    (
      "checkpoint",
      """
      CREATE TABLE checkpoint (
        patient TEXT PRIMARY KEY,
        seq INTEGER NOT NULL,
        engine TEXT NOT NULL,
        settings BLOB NOT NULL,
        state BLOB NOT NULL,
        chain BLOB NOT NULL,
        digest BLOB NOT NULL
      ) STRICT, WITHOUT ROWID
      """
    ),
    (
      "draft",
      """
      CREATE TABLE draft (
        login TEXT NOT NULL,
        form TEXT NOT NULL,
        patient TEXT,
        savedAt INTEGER NOT NULL,
        content BLOB NOT NULL,
        digest BLOB NOT NULL,
        PRIMARY KEY (login, form)
      ) STRICT, WITHOUT ROWID
      """
    ),
    (
      "lastLooked",
      """
      CREATE TABLE lastLooked (
        login TEXT NOT NULL,
        patient TEXT NOT NULL,
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (login, patient)
      ) STRICT, WITHOUT ROWID
      """
    ),
  ]

  static let indexes: [(name: String, sql: String)] = [
    ("eventID", "CREATE UNIQUE INDEX eventID ON event (id)"),
    ("eventPatient", "CREATE INDEX eventPatient ON event (patient)"),
    (
      "eventCorrects",
      "CREATE INDEX eventCorrects ON event (corrects) WHERE corrects IS NOT NULL"
    ),
    (
      "eventRetracts",
      "CREATE INDEX eventRetracts ON event (retracts) WHERE retracts IS NOT NULL"
    ),
  ]

  static let triggers: [(name: String, sql: String)] = [
    (
      "eventNeverChanges",
      """
      CREATE TRIGGER eventNeverChanges BEFORE UPDATE ON event
      BEGIN SELECT raise(ABORT, 'events are never changed'); END
      """
    ),
    (
      "eventNeverGoes",
      """
      CREATE TRIGGER eventNeverGoes BEFORE DELETE ON event
      BEGIN SELECT raise(ABORT, 'events are never deleted'); END
      """
    ),
    (
      "eventFollows",
      """
      CREATE TRIGGER eventFollows BEFORE INSERT ON event
      WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM event), 0) + 1
        OR NEW.previousHash IS NOT coalesce(
          (SELECT hash FROM event WHERE seq = NEW.seq - 1), (SELECT genesis FROM store))
        OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
      BEGIN SELECT raise(ABORT, 'an event must follow the last one'); END
      """
    ),
    (
      "storeNeverChanges",
      """
      CREATE TRIGGER storeNeverChanges BEFORE UPDATE ON store
      BEGIN SELECT raise(ABORT, 'the store keeps its identity'); END
      """
    ),
    (
      "storeNeverGoes",
      """
      CREATE TRIGGER storeNeverGoes BEFORE DELETE ON store
      BEGIN SELECT raise(ABORT, 'the store keeps its identity'); END
      """
    ),
  ]
}
