package import Clinical
import Surveillance

/// The list of all alerts of the ward: which are shown, and which is chosen.
package struct AlertListState: Sendable {
  package var filter = Filter.active
  /// Only this patient's, where one is given.
  package var patient: PatientID?
  /// The id of the chosen alert.
  package var selected: String?

  /// Which alerts are listed.
  package enum Filter: String, CaseIterable, Sendable {
    /// Active ones, acknowledged or not, and what ended unseen.
    case active
    case unacknowledged
    /// Active ones of the highest priority.
    case highest
    /// Active ones of the highest and the high.
    case high
    /// Ended, and nobody has seen it yet.
    case ended
    /// Everything so far, what ended and was seen included.
    case all

    func keeps(_ alert: Alert, isInHouse: Bool) -> Bool {
      let isActive = alert.status != .ended
      let isUnseenEnd = isInHouse && alert.isEndedUnseen
      return switch self {
      case .active: isActive || isUnseenEnd
      case .unacknowledged: alert.status == .active
      case .highest: isActive && alert.priority == .highest
      case .high: isActive && alert.priority >= .high
      case .ended: isUnseenEnd
      case .all: true
      }
    }

    var word: AlertWord {
      switch self {
      case .active: .filterActive
      case .unacknowledged: .filterUnacknowledged
      case .highest: .filterHighest
      case .high: .filterHigh
      case .ended: .filterEnded
      case .all: .filterAll
      }
    }
  }
}

extension AlertDesk {
  /// The alerts of a list, in its order: what nobody has acknowledged, the most urgent, the newest.
  ///
  /// A highest alert that nobody has acknowledged is in every list but that of what ended.
  func listed(_ list: AlertListState) -> [Alert] {
    let looks =
      list.patient.map { id in self.looks[id].map { [$0] } ?? [] } ?? Array(self.looks.values)
    return looks.filter { $0.isInHouse || list.patient != nil }.flatMap { look in
      look.alerts.filter { list.filter.keeps($0, isInHouse: look.isInHouse) }
    }.sorted(by: Alert.precedes)
  }
}
