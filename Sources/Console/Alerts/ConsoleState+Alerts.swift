import Clinical
import Surveillance
import Terminal

extension ConsoleState {
  /// Takes over what is watched: the lines of the ward, and a bell for each patient with a highest
  /// alert that is new.
  mutating func take(_ looks: [PatientSurveillance], isWhole: Bool) -> [Effect] {
    // What is lit is what a key acknowledges: another alert that comes must not take its place.
    holdChosenAlert()
    if screen == .alerts { alerts.list.selected = chosenAlert?.id }
    let ringing = alerts.take(looks, isWhole: isWhole)
    ward.standing = alerts.standing
    return ringing.map { _ in .bell }
  }

  var phrase: AlertPhrase {
    AlertPhrase(words: words, zone: zone, now: now, coveredFrom: coveredFrom)
  }

  /// The looks at those in house, in order of id.
  var houseLooks: [PatientSurveillance] {
    alerts.looks.values.filter(\.isInHouse).sorted { $0.patient < $1.patient }
  }

  /// A command about alerts; `nil` for one of another part of the console.
  mutating func performAlert(_ id: String) -> [Effect]? {
    switch id {
    case "alerts": openAlerts()
    case "alerts.filter":
      alerts.list.filter = Self.next(after: alerts.list.filter)
      message = Message(words.alert(.filteredBy, words.alert(alerts.list.filter.word)))
    case "alerts.patient":
      let chosen = chosenAlert?.patient
      alerts.list.patient = alerts.list.patient == nil ? chosen : nil
    case "alerts.open": return openChosenAlert()
    case "alerts.part":
      show(.alerts)
      patient?.alert = nil
    case "alerts.read": toggleReading()
    case "alerts.acknowledge": return openAcknowledgement()
    case "alerts.cultures":
      return openForm(.finding, texts: ["name": SepsisQuestion.culturesFinding, "present": "y"])
    default: return nil
    }
    return []
  }

  private mutating func openAlerts() {
    alerts.list = AlertListState()
    alerts.list.patient = screen == .patient ? patient?.record.id : nil
    if alerts.list.patient != nil { alerts.list.filter = .all }
    screen = .alerts
  }

  /// The alert on which the list stands.
  var chosenAlert: Alert? {
    let all = alerts.listed(alerts.list)
    return all.first { $0.id == alerts.list.selected } ?? all.first
  }

  mutating func moveInAlerts(_ step: Step) {
    let all = alerts.listed(alerts.list)
    guard !all.isEmpty else { return }
    let place = all.firstIndex { $0.id == alerts.list.selected } ?? 0
    alerts.list.selected = all[Self.moved(place, step, count: all.count)].id
  }

  mutating func openChosenAlert() -> [Effect] {
    guard let alert = chosenAlert else { return [] }
    let moment = alert.reRaised ?? alert.raised
    ward.selected = alert.patient
    return ask(for: alert.patient, at: moment)
  }

  // MARK: Acknowledging

  /// The alert that `a` acknowledges: the chosen one of a list, else the most urgent of the patient
  /// in front that nobody has acknowledged.
  var alertToAcknowledge: Alert? {
    switch screen {
    case .alerts: return chosenAlert
    case .patient:
      guard let open = patient else { return nil }
      if open.part == .alerts, let chosen = chosenAlert(of: open) { return chosen }
      return waitingAlert(of: open.record.id)
    case .ward: return chosenRow.flatMap { waitingAlert(of: $0.id) }
    case .about, .trial, .holding, .table: return nil
    }
  }

  private func waitingAlert(of id: PatientID) -> Alert? {
    guard let look = alerts.looks[id] else { return nil }
    return look.highest ?? look.endedUnseen.first
  }

  private mutating func openAcknowledgement() -> [Effect] {
    guard alerts.isLoaded else {
      message = Message(words.alert(.loadingYet))
      return []
    }
    if screen == .patient, let open = patient, open.part == .alerts, open.isPast {
      let key = Command.named("patient.now").flatMap { keymap.keys(of: $0).first?.name } ?? "-"
      message = Message(words.alert(.acknowledgeNow, key), .warning)
      return []
    }
    guard let alert = alertToAcknowledge, alert.status != .ended || !alert.isSeen else {
      let who = patientInFront
      message = Message(
        words.alert(
          .nothingToAcknowledge,
          who.flatMap { ward.patients[$0]?.summary.bed } ?? who?.text ?? "-"))
      return []
    }
    let settings = alerts.looks[alert.patient]?.settings ?? AlertSettings()
    return openForm(
      .acknowledge, of: alert.patient,
      alert: AlertAtHand(
        alert, settings: settings,
        covered: phrase.covers(alert) ? words(TrainingWord.coveredAlert) : nil))
  }
}

extension ConsoleState {
  /// A click on an alert: chooses it in a list, or opens the list on it.
  mutating func click(alert id: String) -> [Effect] {
    switch screen {
    case .alerts:
      if chosenAlert?.id == id { return openChosenAlert() }
      alerts.list.selected = id
    case .patient:
      patient?.alert = id
    case .ward, .about, .trial, .holding, .table:
      alerts.list = AlertListState()
      alerts.list.selected = id
      screen = .alerts
    }
    return []
  }
}
