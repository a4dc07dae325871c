import Clinical
import Terminal

extension ConsoleState {
  /// Opens the form for a patient who is not in the record yet, or says why not.
  mutating func openAdmission() -> [Effect] {
    if let refusal = refusal(FormKind.admission.act) {
      message = Message(refusal, .warning)
      return []
    }
    // There is no patient to stand for yet; the id is typed.
    guard let user = entry.user, let nobody = PatientID("-") else { return [] }
    var context = EntryContext(
      record: PatientRecord(nobody, events: [], zone: zone), user: user,
      isTraining: entry.isTraining, site: site, now: now)
    context.knownPatients = Set(ward.patients.keys)
    return present(EntryState(.admission, context), to: user)
      + (ward.hasLoadedOutOfHouse ? [] : [.loadOutOfHouse])
  }

  /// Who is being admitted, as far as it is typed.
  func admissionIdentity(_ reading: FormReading) -> FittedText {
    let name = StyledText(reading["name"].text ?? "", .strong)
    let id = StyledText(reading["subject"].text ?? "")
    let number = reading["hospitalNumber"].text.map { StyledText(words(.number, $0)) }
    let who = StyledText.joined([name, id, number ?? StyledText()])
    guard !who.isEmpty else { return FittedText(entryWords(.titleAdmission), .strong) }
    return FittedText([who, .joined([name, id], separator: " ")])
  }
}
