import Clinical
import Terminal

extension ConsoleState {
  /// The settings, users and place of the whole ward as a list, the newest first; one that is
  /// chosen is corrected. None is retracted, for a retraction names its patient: a setting is
  /// corrected to what held before, or to `null` for the default, a user to one who is not active.
  ///
  /// Every record carries them; from the ward that of the lit line is asked for first.
  mutating func openWardRecord() -> [Effect] {
    if let refusal = refusal(.administer) {
      message = Message(refusal, .warning)
      return []
    }
    if let record = patient?.record { return showWardRecord(of: record) }
    guard let id = patientInFront ?? ward.patients.keys.min() else {
      message = Message(entryWords(.choosePatient), .warning)
      return []
    }
    entry.wardRecordAwaited = id
    return [.loadPatient(id)]
  }

  /// Shows the list that was asked for, now that a record has come.
  mutating func showWardRecord(of record: PatientRecord) -> [Effect] {
    entry.wardRecordAwaited = nil
    if let refusal = refusal(.administer) {
      message = Message(refusal, .warning)
      return []
    }
    entry.wardRecord = record
    let time = LocalTime(zone: zone)
    let items = record.lines(until: now, words: words, ofWard: true).map { line in
      Picker.Item(
        id: "\(Self.wardRecordPrefix)\(line.event.id)",
        title: "\(time.date(line.at)) \(time.clock(line.at)) \(line.text)\(fate(line))",
        detail: line.event.by.map { words(.byWhom, $0) } ?? "")
    }
    guard !items.isEmpty else {
      message = Message(entryWords(.wardRecordEmpty))
      return []
    }
    list = OpenList(kind: .wardRecord, picker: Picker(items))
    return []
  }

  static let wardRecordPrefix = "ward-wide:"

  /// Opens the form that corrects an event of the whole ward.
  mutating func correctWardWide(_ id: String) -> [Effect] {
    guard let record = entry.wardRecord,
      let line = record.lines(until: now, words: words, ofWard: true).first(where: {
        "\($0.event.id)" == id
      })
    else { return [] }
    guard !line.fate.isStruck else {
      message = Message(entryWords(.notInForce), .warning)
      return []
    }
    guard let form = FormKind(of: line.event.kind) else {
      message = Message(entryWords(.cannotCorrect), .warning)
      return []
    }
    return openForm(form, of: record.id, targets: [line.event.id])
  }
}
