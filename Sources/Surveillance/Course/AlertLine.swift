/// Alerts that share a cause: one line of a list, with everything that belongs to it.
package struct AlertLine: Sendable {
  /// The most urgent first; each keeps its own id and life.
  package let alerts: [Alert]

  package var leading: Alert { alerts[0] }
  package var priority: AlertPriority { alerts.map(\.priority).max() ?? .listed }
  /// One text of all its facts.
  package var text: String { alerts.map(\.text).joined(separator: "; ") }

  /// The lines of alerts in order: those that share a cause, directly or through another, are one.
  package static func lines(of alerts: [Alert]) -> [AlertLine] {
    var groups: [(causes: Set<AlertCause>, alerts: [Alert])] = []
    for alert in alerts {
      let touching = groups.indices.filter {
        !groups[$0].causes.isDisjoint(with: alert.step.causes)
      }
      guard let first = touching.first else {
        groups.append((alert.step.causes, [alert]))
        continue
      }
      groups[first].causes.formUnion(alert.step.causes)
      groups[first].alerts.append(alert)
      for index in touching.dropFirst().reversed() {
        groups[first].causes.formUnion(groups[index].causes)
        groups[first].alerts += groups[index].alerts
        groups.remove(at: index)
      }
    }
    return groups.map { AlertLine(alerts: $0.alerts.sorted(by: Alert.precedes)) }
      .sorted { Alert.precedes($0.leading, $1.leading) }
  }
}
