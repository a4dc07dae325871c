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
        Data(draft.content), Data(ContentDigest.sha256(draft.content[...])),
      ], now: draft.savedAt)
  }

  package func draft(of login: String, form: String) throws(StoreError) -> Draft? {
    try readConnection.run { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT patient, savedAt, content, digest FROM draft WHERE login = ? AND form = ?",
        arguments: [login, form])
      guard let row else { return nil }
      let content: [UInt8] = Array(row["content"] as Data)
      // A draft that was altered is none: it would put words into somebody's mouth.
      guard ContentDigest.sha256(content[...]) == Array(row["digest"] as Data) else { return nil }
      return Draft(
        login: login, form: form, patient: (row["patient"] as String?).flatMap(PatientID.init),
        savedAt: Instant(microseconds: row["savedAt"]), content: content)
    }
  }

  package func discardDraft(of login: String, form: String) throws(StoreError) {
    try change(
      "DELETE FROM draft WHERE login = ? AND form = ?", [login, form], now: nil)
  }

  package func draftMarks() throws(StoreError) -> [DraftMark] {
    try readConnection.run { db in
      try Row.fetchAll(db, sql: "SELECT login, form, patient, savedAt FROM draft").map { row in
        DraftMark(
          login: row["login"], form: row["form"],
          patient: (row["patient"] as String?).flatMap(PatientID.init),
          savedAt: Instant(microseconds: row["savedAt"]))
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
      try Row.fetchOne(
        db, sql: "SELECT seq, at FROM lastLooked WHERE login = ? AND patient = ?",
        arguments: [login, patient.text]
      ).map { LastLooked(seq: $0["seq"], at: Instant(microseconds: $0["at"])) }
    }
  }

  /// Runs one statement on a table beside the events, durably.
  func change(_ sql: String, _ arguments: StatementArguments, now: Instant?) throws(StoreError) {
    try write(now: now) { _, db in
      try db.execute(sql: sql, arguments: arguments)
      return .commit(())
    }
  }
}
