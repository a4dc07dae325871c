package import Clinical
import Foundation
import GRDB

extension SQLiteEventLog {
  package func save(_ checkpoints: [Checkpoint]) throws(StoreError) {
    var rows: [StatementArguments] = []
    for checkpoint in checkpoints {
      let event = try events(after: max(0, checkpoint.seq) - 1, limit: 1).first
      let chain = checkpoint.seq == 0 ? genesis : event?.hash
      guard let chain, event?.seq == checkpoint.seq || checkpoint.seq == 0 else {
        throw StoreError(
          .statement, "a checkpoint at \(checkpoint.seq) lies beyond the record", file: place.path)
      }
      rows.append([
        CheckpointKey(patient: checkpoint.patient, purpose: checkpoint.purpose).text,
        checkpoint.seq, checkpoint.engine, Data(checkpoint.settings), Data(checkpoint.state),
        Data(chain.bytes), Data(StoredCheckpoint.digest(checkpoint, chain.bytes)),
      ])
    }
    guard !rows.isEmpty else { return }
    try changeEach(
      """
      INSERT INTO checkpoint (patient, seq, engine, settings, state, chain, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (patient) DO UPDATE SET seq = excluded.seq, engine = excluded.engine,
        settings = excluded.settings, state = excluded.state, chain = excluded.chain,
        digest = excluded.digest
      """, rows, now: nil)
  }

  package func checkpoint(
    of patient: PatientID, for purpose: Checkpoint.Purpose, engine: String, settings: [UInt8]
  ) throws(StoreError) -> Checkpoint? {
    let key = CheckpointKey(patient: patient, purpose: purpose)
    let found = try readConnection.run { db in
      try StoredCheckpoint.all(db, of: key).first
    }
    guard let found, found.isSound, let checkpoint = found.checkpoint,
      checkpoint.engine == engine, checkpoint.settings == settings
    else { return nil }
    return checkpoint
  }

  package func dropCheckpoints() throws(StoreError) {
    try change("DELETE FROM checkpoint", [], now: nil)
  }
}
