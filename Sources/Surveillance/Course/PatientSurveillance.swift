package import Clinical

/// Everything that is watched of one patient, at one instant.
package struct PatientSurveillance: Sendable {
  package let at: Instant
  package let patient: PatientID
  package let zone: Zone
  /// Every alert so far, ended ones included, in the order of a list.
  package let alerts: [Alert]
  /// What is due or comes to be, the latest first.
  package let due: [DueObservation]
  /// Fever with neutropenia: cultures and antibiotics are asked for; `nil` where there is none.
  package let sepsis: SepsisQuestion?
  package let isInHouse: Bool
  package let isOnLeave: Bool
  /// What is set for alerts, for this patient.
  package let settings: AlertSettings

  /// Active and acknowledged alerts.
  package var active: [Alert] { alerts.filter { $0.status != .ended } }

  /// Ended ones that nobody has acknowledged. Those of the list alone need nobody's eye once they
  /// are over, and a patient who has left has no list any more.
  package var endedUnseen: [Alert] {
    guard isInHouse else { return [] }
    return alerts.filter(\.isEndedUnseen)
  }

  /// What a list shows: active ones and what ended unseen.
  package var shown: [Alert] { active + endedUnseen }

  /// The lines of what is active, one for each condition.
  package var lines: [AlertLine] { AlertLine.lines(of: active) }

  /// The most urgent alert that nobody has acknowledged; what a screen of one line shows.
  package var highest: Alert? { alerts.first { $0.status == .active } }
}
