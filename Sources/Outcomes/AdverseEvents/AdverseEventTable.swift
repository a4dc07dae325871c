/// Adverse events by term: a subject counts once a term, with the highest grade.
package struct AdverseEventTable: Sendable, Hashable {
  /// One adverse event of one subject.
  package struct Entry: Sendable, Hashable {
    package var subject: String
    package var term: String
    /// 1–5; `nil` is not recorded.
    package var grade: Int?

    package init(subject: String, term: String, grade: Int?) {
      self.subject = subject
      self.term = term
      self.grade = grade
    }
  }

  package struct Row: Sendable, Hashable {
    package let term: String
    /// Any grade, an unrecorded one included.
    package let subjects: Proportion
    /// Subjects by their highest grade, 1–5.
    package let byGrade: [Int: Int]
    /// Subjects of whom no grade is recorded.
    package let ungraded: Int
    /// Grade 3 or more.
    package let severe: Proportion
    /// Who they are, in order.
    package let names: [String]
  }

  /// The most frequent first, then by name.
  package let rows: [Row]

  /// - Parameter subjects: all who were at risk, those without any adverse event included. `nil` for
  ///   none, or for fewer than there are in one row.
  package init?(_ entries: [Entry], subjects: Int, confidence: Double = 0.95) {
    // Terms that differ only in case or surrounding spaces are one; the first spelling in order of
    // code points is shown.
    var worst: [String: [String: Int?]] = [:]
    var spelling: [String: String] = [:]
    for entry in entries {
      let term = entry.term.trimmed
      let key = term.lowercased()
      spelling[key] = min(spelling[key] ?? term, term)
      let known = worst[key, default: [:]][entry.subject]
      worst[key, default: [:]][entry.subject] = .some(
        [known ?? nil, entry.grade].compactMap { $0 }.max())
    }
    var rows: [Row] = []
    for (key, bySubject) in worst {
      let grades = bySubject.values.compactMap { $0 }
      guard let any = Proportion(bySubject.count, of: subjects, confidence: confidence),
        let severe = Proportion(
          grades.count { $0 >= 3 }, of: subjects, confidence: confidence)
      else { return nil }
      rows.append(
        Row(
          term: spelling[key] ?? key, subjects: any,
          byGrade: Dictionary(
            (1...5).map { grade in (grade, grades.count { $0 == grade }) },
            uniquingKeysWith: { first, _ in first }),
          ungraded: bySubject.count - grades.count, severe: severe, names: bySubject.keys.sorted()))
    }
    self.rows = rows.sorted {
      ($1.subjects.x, $0.term) < ($0.subjects.x, $1.term)
    }
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
