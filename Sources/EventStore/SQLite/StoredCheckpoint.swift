import Clinical
import GRDB

/// A checkpoint as it stands in its row, with whether it is what was saved, of this very record.
struct StoredCheckpoint {
  var patient: String
  var seq: Int64
  /// `nil` for a row whose patient is none.
  var checkpoint: Checkpoint?
  /// The digest holds, and the record's chain at its position is the one that it was made on.
  var isSound: Bool

  /// Every checkpoint, or one patient's for one purpose, sorted by patient.
  static func all(_ db: Database, of key: CheckpointKey? = nil) throws -> [StoredCheckpoint] {
    let sql = """
      SELECT patient, seq, engine, settings, state, chain, digest,
        CASE checkpoint.seq WHEN 0 THEN (SELECT genesis FROM store)
        ELSE (SELECT hash FROM event WHERE event.seq = checkpoint.seq) END
      FROM checkpoint WHERE ?1 IS NULL OR patient = ?1 ORDER BY patient
      """
    return try PreparedStatement.rows(
      sql, db, { $0.bind(text: key?.text, at: 1) }, read: StoredCheckpoint.init)
  }

  private init(_ row: PreparedStatement) {
    let key = row.text(0) ?? ""
    let known = CheckpointKey(key)
    patient = known?.patient.text ?? key
    seq = row.int(1)
    checkpoint = known.map {
      Checkpoint(
        patient: $0.patient, purpose: $0.purpose, seq: row.int(1), engine: row.text(2) ?? "",
        settings: row.bytes(3),
        state: row.bytes(4))
    }
    let chain = row.bytes(5)
    let digest = row.bytes(6)
    isSound = row.bytes(7) == chain && checkpoint.map { Self.digest($0, chain) } == digest
  }

  static func digest(_ checkpoint: Checkpoint, _ chain: [UInt8]) -> [UInt8] {
    let key = CheckpointKey(patient: checkpoint.patient, purpose: checkpoint.purpose)
    var text = Array("\(key.text)\n\(checkpoint.seq)\n\(checkpoint.engine)\n".utf8)
    text += "\(checkpoint.settings.count)\n".utf8
    text += checkpoint.settings + chain + checkpoint.state
    return ContentDigest.sha256(text[...])
  }
}
