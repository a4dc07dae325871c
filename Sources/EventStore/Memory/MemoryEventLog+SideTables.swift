package import Clinical
import Synchronization

extension MemoryEventLog {
  package func save(_ draft: Draft) {
    contents.withLock { $0.drafts[.init(login: draft.login, form: draft.form)] = draft }
  }

  package func draft(of login: String, form: String) -> Draft? {
    contents.withLock { $0.drafts[.init(login: login, form: form)] }
  }

  package func discardDraft(of login: String, form: String) {
    contents.withLock { $0.drafts[.init(login: login, form: form)] = nil }
  }

  package func draftMarks() -> [DraftMark] {
    contents.withLock { Array($0.drafts.values) }
      .map { DraftMark(login: $0.login, form: $0.form, patient: $0.patient, savedAt: $0.savedAt) }
      .sorted { ($0.login, $0.form) < ($1.login, $1.form) }
  }

  package func markLooked(_ login: String, at patient: PatientID, seq: Int64, now: Instant) {
    contents.withLock {
      $0.looked[.init(login: login, patient: patient)] = LastLooked(seq: seq, at: now)
    }
  }

  package func lastLooked(_ login: String, at patient: PatientID) -> LastLooked? {
    contents.withLock { $0.looked[.init(login: login, patient: patient)] }
  }

  package func lastLooked(_ login: String) -> [PatientID: LastLooked] {
    contents.withLock { ledger in
      var marks: [PatientID: LastLooked] = [:]
      for (key, mark) in ledger.looked where key.login == login { marks[key.patient] = mark }
      return marks
    }
  }

  package func save(_ checkpoints: [Checkpoint]) {
    contents.withLock { contents in
      for checkpoint in checkpoints {
        let key = CheckpointKey(patient: checkpoint.patient, purpose: checkpoint.purpose)
        contents.checkpoints[key] = checkpoint
      }
    }
  }

  package func checkpoint(
    of patient: PatientID, for purpose: Checkpoint.Purpose, engine: String, settings: [UInt8]
  ) -> Checkpoint? {
    contents.withLock { $0.checkpoints[CheckpointKey(patient: patient, purpose: purpose)] }
      .flatMap { $0.engine == engine && $0.settings == settings ? $0 : nil }
  }

  package func dropCheckpoints() { contents.withLock { $0.checkpoints = [:] } }
}
