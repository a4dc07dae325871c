package import Clinical
package import Grading

extension WatchedCourse {
  /// What saving a form would raise, bring back or end: for the form to say before it is saved.
  ///
  /// - Parameters:
  ///   - events: what the form would store.
  ///   - course: the patient's course as it is.
  package func news(ofAdding events: [Event], to course: GradedCourse, at now: Instant)
    -> [AlertNews]
  {
    var graded = course
    for event in events { graded.insert(event) }
    var watched = self
    watched.update(graded)
    return AlertNews.between(surveillance(at: now), watched.surveillance(at: now))
  }
}
