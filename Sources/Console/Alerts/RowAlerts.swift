import Clinical
package import Surveillance

/// What a line of the ward says of a patient's alerts and duties: worked out when the surveillance
/// came, so that no key press does it.
package struct RowAlerts: Sendable {
  /// The lines of what is active, the most urgent first; one condition is one line.
  package let lines: [AlertLine]
  /// The priority of the highest active alert, acknowledged or not.
  package let priority: AlertPriority?
  /// The next observation of the plan, the latest first.
  package let next: DueObservation?
  /// True while a highest alert stands that nobody has acknowledged.
  package let isStanding: Bool

  init(_ look: PatientSurveillance) {
    lines = look.lines
    priority = look.active.map(\.priority).max()
    next = look.due.first
    isStanding =
      look.isInHouse
      && look.active.contains { $0.status == .active && $0.priority == .highest }
  }

  /// The line that is shown where there is room for one.
  package var top: AlertLine? { lines.first }
}

extension AlertLine {
  /// True while anything of it stands unacknowledged.
  var isUnacknowledged: Bool { alerts.contains { $0.status == .active } }
}
