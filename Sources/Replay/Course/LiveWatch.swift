import Clinical
import Grading
import Surveillance

/// What a console showed of alerts and of what is due, moment by moment: the same look that it takes
/// whenever something comes to be known and whenever time alone changes something.
struct LiveWatch {
  /// An alert as it came up, and when it came to stand on the screen.
  private(set) var raised: [(alert: Alert, shown: Instant)] = []
  /// Everything that became of alerts, in order; what it is told of came to stand on the screen then.
  private(set) var news: [(news: AlertNews, shown: Instant)] = []
  /// What became overdue, in order.
  private(set) var overdue: [(overdue: Instant, item: DueObservation)] = []

  /// - Complexity: in proportion to the moments at which something changes, and to the facts.
  init(_ course: ReplayedCourse, from start: Instant, through end: Instant) {
    var course = course
    var watched = WatchedCourse(course.patient, zone: course.zone)
    func look(at t: Instant) -> PatientSurveillance {
      course.know(at: t)
      watched.update(course.graded)
      return watched.surveillance(at: t)
    }
    var before = look(at: start)
    var moment = start
    var coming = Set(
      course.knowledge(from: start, through: end) + course.appearances(from: start, through: end)
    ).sorted()[...]
    while true {
      while let next = coming.first, next <= moment { coming.removeFirst() }
      let byTime = watched.nextChange(after: moment)
      guard let next = [coming.first, byTime].compactMap({ $0 }).filter({ $0 > moment }).min(),
        next <= end
      else { break }
      let now = look(at: next)
      for item in AlertNews.between(before, now) {
        news.append((item, next))
        if item.change == .raised { raised.append((item.alert, next)) }
      }
      for item in DueNews.between(before, now) where item.level == .overdue {
        overdue.append((item.at, item.due))
      }
      before = now
      moment = next
    }
  }
}
