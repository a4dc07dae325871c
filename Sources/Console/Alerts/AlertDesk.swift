package import Clinical
package import Surveillance

/// Everything about alerts that the console remembers; what is watched comes from outside, for a key
/// press never works it out.
package struct AlertDesk: Sendable {
  /// The newest look at each patient.
  package private(set) var looks: [PatientID: PatientSurveillance] = [:]
  package private(set) var rows: [PatientID: RowAlerts] = [:]
  /// False until everybody in house was looked at: until then nothing is known of alerts, which is
  /// not the same as none.
  package private(set) var isLoaded = false
  package var feed = Feed()
  package var list = AlertListState()
  /// What saving the open form would raise or end.
  package var foresight: Foresight?

  package init() {}

  /// Takes over newer looks; `isWhole` where everybody in house is among them.
  ///
  /// - Returns: the patients who have a highest alert that is new, or back, since the console was
  ///   opened, and whose setting asks for a bell.
  mutating func take(_ new: [PatientSurveillance], isWhole: Bool) -> [PatientID] {
    var ringing: [PatientID] = []
    for look in new {
      if isLoaded, look.isInHouse, look.settings.bell, Self.rings(looks[look.patient], look) {
        ringing.append(look.patient)
      }
      looks[look.patient] = look
      rows[look.patient] = RowAlerts(look)
    }
    if isWhole { isLoaded = true }
    return ringing
  }

  // A highest alert that stands unacknowledged and was raised, or came back, between the two looks.
  private static func rings(_ old: PatientSurveillance?, _ new: PatientSurveillance) -> Bool {
    AlertNews.between(old, new).contains { news in
      (news.change == .raised || news.change == .reRaised) && news.alert.status == .active
        && news.alert.priority == .highest
    }
  }

  /// The patients of whom a highest alert stands unacknowledged.
  var standing: Set<PatientID> { Set(rows.filter(\.value.isStanding).keys) }

  /// What saving a form would do to the alerts, asked once for each submission.
  package struct Foresight: Sendable {
    package let submission: EntrySubmission
    /// `nil` until it was worked out.
    package var news: [AlertNews]?
  }
}
