import Clinical
import Surveillance

/// The alerts of a session with what the learner did about them, and what became overdue.
struct LivedSession {
  struct LivedAlert {
    let alert: Alert
    /// When it came to stand on the screen.
    let shown: Instant
    /// When the learner acknowledged it; `nil` where that did not happen.
    var acknowledged: Instant?
  }

  private(set) var alerts: [LivedAlert] = []
  let missed: [(overdue: Instant, item: DueObservation)]

  init(_ record: TrainingRecord) {
    let head = record.scenario.head
    let watch = LiveWatch(record.course, from: head.starts, through: head.ends)
    missed = watch.overdue
    for (item, shown) in watch.news {
      switch item.change {
      case .raised: alerts.append(LivedAlert(alert: item.alert, shown: shown))
      case .acknowledged:
        let known = alerts.lastIndex { $0.alert.rule.id == item.alert.rule.id }
        guard let known, alerts[known].acknowledged == nil,
          item.alert.acknowledged?.by == record.learner.name
        else { continue }
        alerts[known].acknowledged = item.at
      case .ended, .reRaised, .escalated: continue
      }
    }
  }
}
