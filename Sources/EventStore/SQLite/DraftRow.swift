import Clinical
import GRDB

/// A draft as it stands in its row, with whether it is what was saved.
struct DraftRow {
  static let columns = "login, form, patient, savedAt, content, digest"

  var draft: Draft
  var isSound: Bool

  init(_ row: PreparedStatement) {
    draft = Draft(
      login: row.text(0) ?? "", form: row.text(1) ?? "",
      patient: row.text(2).flatMap(PatientID.init), savedAt: row.instant(3),
      content: row.bytes(4))
    isSound = Self.digest(draft) == row.bytes(5)
  }

  static func digest(_ draft: Draft) -> [UInt8] {
    var text = Array("\(draft.login)\n\(draft.form)\n\(draft.patient?.text ?? "")\n".utf8)
    text += "\(draft.savedAt.microseconds)\n".utf8
    text += draft.content
    return ContentDigest.sha256(text[...])
  }
}
