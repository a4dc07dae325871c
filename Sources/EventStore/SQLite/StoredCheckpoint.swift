import Clinical
import Foundation
import GRDB

/// A checkpoint as it stands in its row, with whether it is what was saved, of this very record.
struct StoredCheckpoint {
  var patient: String
  var seq: Int64
  /// `nil` for a row whose patient is none.
  var checkpoint: Checkpoint?
  /// The digest holds, and the record's chain at its position is the one that it was made on.
  var isSound: Bool

  /// Every checkpoint, or one patient's, sorted by patient.
  static func all(_ db: Database, of patient: PatientID? = nil) throws -> [StoredCheckpoint] {
    let sql = """
      SELECT checkpoint.*, CASE checkpoint.seq WHEN 0 THEN (SELECT genesis FROM store)
        ELSE (SELECT hash FROM event WHERE event.seq = checkpoint.seq) END AS link
      FROM checkpoint WHERE ?1 IS NULL OR patient = ?1 ORDER BY patient
      """
    return try Row.fetchAll(db, sql: sql, arguments: [patient?.text]).map(StoredCheckpoint.init)
  }

  private init(_ row: Row) {
    patient = row["patient"]
    seq = row["seq"]
    checkpoint = PatientID(patient).map {
      Checkpoint(
        patient: $0, seq: row["seq"], engine: row["engine"],
        settings: Array(row["settings"] as Data), state: Array(row["state"] as Data))
    }
    let chain: [UInt8] = Array(row["chain"] as Data)
    isSound =
      (row["link"] as Data?).map { Array($0) == chain } ?? false
      && checkpoint.map { Self.digest($0, chain) == Array(row["digest"] as Data) } ?? false
  }

  static func digest(_ checkpoint: Checkpoint, _ chain: [UInt8]) -> [UInt8] {
    var text = Array("\(checkpoint.patient)\n\(checkpoint.seq)\n\(checkpoint.engine)\n".utf8)
    text += "\(checkpoint.settings.count)\n".utf8
    text += checkpoint.settings + chain + checkpoint.state
    return ContentDigest.sha256(text[...])
  }
}
