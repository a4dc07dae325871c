extension GradeRecord {
  /// The graver of what is certain and what a clinician says: what an order by urgency goes by, so
  /// that neither hides the other (clinical-rules 0.5).
  package var gravest: Int? {
    guard let certain else { return adjudicated }
    return adjudicated.map { max(certain, $0) } ?? certain
  }
}
