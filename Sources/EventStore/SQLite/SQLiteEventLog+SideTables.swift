package import Clinical
import Foundation
import GRDB

extension SQLiteEventLog {
  package func save(_ draft: Draft) throws(StoreError) {
    try change(
      """
      INSERT INTO draft (login, form, patient, savedAt, content, digest)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (login, form) DO UPDATE SET patient = excluded.patient,
        savedAt = excluded.savedAt, content = excluded.content, digest = excluded.digest
      """,
      [
        draft.login, draft.form, draft.patient?.text, draft.savedAt.microseconds,
        Data(draft.content), Data(DraftRow.digest(draft)),
      ], now: draft.savedAt)
  }

  package func draft(of login: String, form: String) throws(StoreError) -> Draft? {
    // A draft that was altered is none: it would put words into somebody's mouth.
    try readConnection.run { db in
      try PreparedStatement.rows(
        "SELECT \(DraftRow.columns) FROM draft WHERE login = ?1 AND form = ?2", db,
        {
          $0.bind(text: login, at: 1)
          $0.bind(text: form, at: 2)
        }, read: DraftRow.init
      ).first { $0.isSound }?.draft
    }
  }

  package func discardDraft(of login: String, form: String) throws(StoreError) {
    try change(
      "DELETE FROM draft WHERE login = ? AND form = ?", [login, form], now: nil)
  }

  package func draftMarks() throws(StoreError) -> [DraftMark] {
    try readConnection.run { db in
      try PreparedStatement.rows("SELECT \(DraftRow.columns) FROM draft", db) { row in
        let draft = DraftRow(row).draft
        return DraftMark(
          login: draft.login, form: draft.form, patient: draft.patient, savedAt: draft.savedAt)
      }.sorted { ($0.login, $0.form) < ($1.login, $1.form) }
    }
  }

  package func markLooked(_ login: String, at patient: PatientID, seq: Int64, now: Instant)
    throws(StoreError)
  {
    try change(
      """
      INSERT INTO lastLooked (login, patient, seq, at) VALUES (?, ?, ?, ?)
      ON CONFLICT (login, patient) DO UPDATE SET seq = excluded.seq, at = excluded.at
      """,
      [login, patient.text, seq, now.microseconds], now: now)
  }

  package func lastLooked(_ login: String, at patient: PatientID) throws(StoreError)
    -> LastLooked?
  {
    try readConnection.run { db in
      try PreparedStatement.rows(
        "SELECT seq, at FROM lastLooked WHERE login = ?1 AND patient = ?2", db,
        {
          $0.bind(text: login, at: 1)
          $0.bind(text: patient.text, at: 2)
        }, read: { LastLooked(seq: $0.int(0), at: $0.instant(1)) }
      ).first
    }
  }

  package func lastLooked(_ login: String) throws(StoreError) -> [PatientID: LastLooked] {
    let rows = try readConnection.run { db in
      try PreparedStatement.rows(
        "SELECT patient, seq, at FROM lastLooked WHERE login = ?1", db,
        { $0.bind(text: login, at: 1) },
        read: {
          ($0.text(0).flatMap(PatientID.init), LastLooked(seq: $0.int(1), at: $0.instant(2)))
        })
    }
    var marks: [PatientID: LastLooked] = [:]
    for case (let patient?, let mark) in rows { marks[patient] = mark }
    return marks
  }

  /// Runs one statement on a table beside the events, durably.
  func change(_ sql: String, _ arguments: StatementArguments, now: Instant?) throws(StoreError) {
    try changeEach(sql, [arguments], now: now)
  }

  // The same statement for each row of arguments, in one transaction.
  func changeEach(_ sql: String, _ rows: [StatementArguments], now: Instant?) throws(StoreError) {
    try write(now: now) { _, db in
      for row in rows { try db.execute(sql: sql, arguments: row) }
      return .commit(())
    }
  }
}
