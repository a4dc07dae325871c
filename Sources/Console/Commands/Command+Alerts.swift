extension Command {
  /// A command about alerts, whose words stand in the catalogue of alerts.
  private init(
    alert id: String, _ title: AlertWord, _ contexts: Set<Context>, _ keys: [String],
    hint: Int = 0, label: AlertWord? = nil, writes: Writing = .nothing
  ) {
    self.init(
      id: id, title: .alert(title), contexts: contexts, keys: keys, hint: hint,
      label: .alert(label ?? title), writes: writes)
  }

  /// The commands about alerts.
  static let alerts: [Command] = [
    Command(
      alert: "alerts", .commandAlerts, [.ward, .patient, .about, .trial], ["!"], hint: 62,
      label: .hintAlerts),
    Command(
      alert: "alerts.acknowledge", .commandAcknowledge, [.ward, .patient, .alerts], ["a"],
      hint: 76, label: .hintAcknowledge, writes: .patient),
    Command(
      alert: "alerts.open", .commandOpenAlert, [.alerts], ["Enter"], hint: 80,
      label: .hintOpenAlert),
    Command(
      alert: "alerts.filter", .commandFilterAlerts, [.alerts], ["f"], hint: 70,
      label: .hintFilterAlerts),
    Command(
      alert: "alerts.patient", .commandOnePatient, [.alerts], ["p"], hint: 60,
      label: .hintOnePatient),
    Command(alert: "alerts.part", .commandAlertsPart, [.patient], ["t"]),
    Command(alert: "alerts.read", .commandReadAlert, [.patient], ["Enter"]),
    Command(alert: "alerts.cultures", .commandCultures, [.patient], ["U"], writes: .patient),
  ]
}
