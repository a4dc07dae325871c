import Clinical
import Terminal

extension ConsoleState {
  /// A command of the holding list; `nil` for one of another part of the console.
  mutating func performHolding(_ id: String) -> [Effect]? {
    switch id {
    case "holding":
      screen = .holding
      // Results of those who have left come too.
      return ward.hasLoadedOutOfHouse ? [] : [.loadOutOfHouse]
    case "holding.file": return askForPatient()
    case "holding.dismiss": return askForReason()
    default: return nil
    }
  }

  /// Takes over what waits; what is chosen stays chosen.
  mutating func take(held groups: [HeldGroup]) {
    if screen == .holding, holding.selected == nil { holding.selected = holding.chosen?.id }
    holding.groups = groups
  }

  /// What came of a decision.
  mutating func takeHeldDone(_ message: Message) {
    holding.isBusy = false
    self.message = message
  }

  mutating func moveInHolding(_ step: Step) {
    let groups = holding.groups
    guard !groups.isEmpty else { return }
    let place = groups.firstIndex { $0.id == holding.chosen?.id } ?? 0
    holding.selected = groups[Self.moved(place, step, count: groups.count)].id
  }

  // Whoever may correct what another wrote may say whose a message is.
  private var mayWorkOff: Bool {
    entry.user?.may(.correctRecent, inTraining: entry.isTraining) ?? false
  }

  private mutating func group() -> HeldGroup? {
    guard let group = holding.chosen else { return nil }
    guard mayWorkOff else {
      message = Message(words(HoldingWord.mayNot), .warning)
      return nil
    }
    guard !holding.isBusy else {
      message = Message(words(HoldingWord.oneAtATime), .notice)
      return nil
    }
    holding.selected = group.id
    return group
  }

  private mutating func askForPatient() -> [Effect] {
    guard let group = group() else { return [] }
    // Where the patient is known already, part of it may be filed: it goes to nobody else.
    let choices = group.patient.map { [$0] } ?? Array(ward.patients.keys)
    let items = choices.map { id in
      Picker.Item(
        id: Self.holdingPatientPrefix + id.text, title: heldTitle(id), detail: id.text)
    }
    list = OpenList(
      kind: .heldPatient,
      picker: Picker(items.sorted { ($0.title, $0.detail) < ($1.title, $1.detail) }))
    return []
  }

  // Bed, name and number: two identifiers before anything is filed.
  private func heldTitle(_ id: PatientID) -> String {
    guard let summary = ward.patients[id]?.summary else { return id.text }
    return [summary.bed, summary.name, summary.hospitalNumber ?? id.text].compactMap { $0 }
      .joined(separator: " ")
  }

  private mutating func askForReason() -> [Effect] {
    guard group() != nil else { return [] }
    let reasons: [HoldingWord] = [
      .dismissEntered, .dismissNotOurs, .dismissTest, .dismissDevice, .dismissOther,
    ]
    list = OpenList(
      kind: .heldReason,
      picker: Picker(
        reasons.map {
          Picker.Item(id: Self.holdingReasonPrefix + $0.rawValue, title: words($0))
        }))
    return []
  }

  static let holdingPatientPrefix = "held-patient:"
  static let holdingReasonPrefix = "held-reason:"
  static let holdingConfirmPrefix = "held-confirm:"

  /// The answer to a question of the holding list; `nil` for a line of another list.
  mutating func chooseHeld(_ id: String) -> [Effect]? {
    if let text = id.held(Self.holdingPatientPrefix), let patient = PatientID(text) {
      guard let group = holding.asked else { return gone() }
      guard group.patient.map({ $0 == patient }) ?? true else { return [] }
      // A first message for a wrong patient is one too many: it is asked again, with what is said.
      list = OpenList(
        kind: .heldConfirm(patient),
        picker: Picker([
          Picker.Item(id: Self.holdingConfirmPrefix, title: words(HoldingWord.doNotFile)),
          Picker.Item(
            id: Self.holdingConfirmPrefix + patient.text,
            title: words(HoldingWord.fileFor, heldTitle(patient))),
        ]))
      return []
    }
    if let text = id.held(Self.holdingConfirmPrefix) {
      guard let patient = PatientID(text) else { return [] }
      return decide(.file(for: patient))
    }
    if let text = id.held(Self.holdingReasonPrefix), let word = HoldingWord(rawValue: text) {
      // What stays in the store is in English, as everything that is kept.
      return decide(.dismiss(note: HoldingCatalogue.text(word, in: "en")))
    }
    return nil
  }

  private mutating func decide(_ decision: HeldDecision) -> [Effect] {
    guard let group = holding.asked else { return gone() }
    guard mayWorkOff, !holding.isBusy else { return [] }
    holding.isBusy = true
    message = Message(words(HoldingWord.filing), .notice)
    return [.workOff(group, decision)]
  }

  // Another console, or the message sent again, settled what the question was about.
  private mutating func gone() -> [Effect] {
    message = Message(words(HoldingWord.goneMeanwhile), .warning)
    return []
  }

  /// The title of a list of the holding list; `nil` for another.
  func heldListTitle(_ kind: OpenList.Kind) -> String? {
    let group = holding.asked
    let count = "\(group?.count ?? 0)"
    switch kind {
    case .heldPatient: return words(HoldingWord.choosePatient)
    case .heldReason: return words(HoldingWord.dismissTitle, count)
    case .heldConfirm(let patient):
      let subject =
        group.map { $0.subject.isEmpty ? words(HoldingWord.noSubject) : $0.subject } ?? ""
      return words(HoldingWord.confirmTitle, count, subject, heldTitle(patient))
    default: return nil
    }
  }
}

extension String {
  fileprivate func held(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
