package import Clinical

/// A patient's screen: the record, the moment that is looked at, which part is in front.
package struct PatientState: Sendable {
  package var record: PatientRecord
  /// The moment that is looked at; `nil` follows the clock.
  package var moment: Instant?
  package var part = Part.course
  /// The event on which the list stands; `nil` is the newest.
  package var chosen: EventID?

  /// The id of the alert on which the list of alerts stands; `nil` is the first.
  package var alert: String?
  /// The name of the scale on which the list of scales stands; `nil` is the first.
  package var scale: String?
  /// Lines scrolled down while the chosen alert or scale is read alone; `nil` while the list stands there.
  package var reading: Int?
  /// The row on which the day table stands.
  package var line = 0

  /// What was watched at the moment that is looked at, or as it was known; `nil` while it is now.
  var past: Past?

  package init(_ record: PatientRecord) { self.record = record }

  /// What stands in front.
  package enum Part: String, CaseIterable, Sendable {
    /// Day strip, reasons, plots.
    case course
    /// Reasons of both scales in full.
    case reasons
    /// Every event.
    case events
    /// Alerts and what is due.
    case alerts
    /// Plots of everything on one axis of days.
    case trends
    /// One day, hour by hour.
    case dayTable
    /// The other scales, beside ASTCT.
    case scales
  }

  /// The moment that is shown, with the clock at `now`.
  package func shown(_ now: Instant) -> Instant { min(moment ?? now, now) }
}
