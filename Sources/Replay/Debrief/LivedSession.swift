import Clinical
import Grading
import Surveillance

/// What a session showed of alerts and of what is due, moment by moment: the same look that a live
/// console takes, whenever something came to be known and whenever time alone changes something.
struct LivedSession {
  /// An alert of the session, from when it came to stand on the screen.
  struct LivedAlert {
    let alert: Alert
    let shown: Instant
    /// When the learner acknowledged it; `nil` where that did not happen.
    var acknowledged: Instant?
    var ended: Instant?
  }

  private(set) var alerts: [LivedAlert] = []
  /// What became overdue, in order.
  private(set) var missed: [(overdue: Instant, item: DueObservation)] = []

  /// - Complexity: in proportion to the moments at which something changes, and to the facts.
  init(_ record: TrainingRecord) {
    let head = record.scenario.head
    var course = record.course
    var watched = WatchedCourse(course.patient, zone: course.zone)
    func look(at t: Instant) -> PatientSurveillance {
      course.know(at: t)
      watched.update(course.graded.facts)
      return watched.surveillance(at: t)
    }
    var before = look(at: head.starts)
    var moment = head.starts
    var coming = course.knowledge(from: head.starts, through: head.ends)[...]
    while true {
      while let next = coming.first, next <= moment { coming.removeFirst() }
      let byTime = watched.nextChange(after: moment)
      let times = [coming.first, byTime].compactMap { $0 }.filter { $0 > moment }
      guard let next = times.min(), next <= head.ends else { break }
      let now = look(at: next)
      take(AlertNews.between(before, now), shown: next, learner: record.learner.name)
      for news in DueNews.between(before, now) where news.level == .overdue {
        missed.append((news.at, news.due))
      }
      before = now
      moment = next
    }
  }

  private mutating func take(_ news: [AlertNews], shown: Instant, learner: String) {
    for item in news {
      let known = alerts.lastIndex { $0.alert.rule.id == item.alert.rule.id }
      switch item.change {
      case .raised: alerts.append(LivedAlert(alert: item.alert, shown: shown))
      case .acknowledged:
        guard let known, alerts[known].acknowledged == nil,
          item.alert.acknowledged?.by == learner
        else { continue }
        alerts[known].acknowledged = item.at
      case .ended:
        if let known, alerts[known].ended == nil { alerts[known].ended = item.at }
      case .reRaised, .escalated: continue
      }
    }
  }
}
