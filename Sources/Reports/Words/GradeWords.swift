import Clinical
package import Grading

/// Every word of the text form of a grade, by what it is said of; the layout holds none. Reports and
/// the commands that print grades say it alike.
package enum GradeWords {
  package static let noGrade = "--"
  package static let rulesRemark =
    "Not a medical device. The rules have not yet been reviewed by a haematologist;"
    + " `vigil rules` prints them."

  package static func name(_ scale: Scale) -> String { scale == .crs ? "CRS" : "ICANS" }

  package static func day(_ day: Int?) -> String { day.map { "day \($0)" } ?? "not infused" }

  package static func asKnown(_ time: String, byStore: Bool) -> String {
    byStore ? "as stored at \(time)" : "as known at \(time)"
  }

  /// The grade in a few columns: a digit, a lower bound, or `--`; never 0 for what is not known.
  package static func grade(_ scale: ScaleAssessment) -> String {
    guard let grade = scale.grade else { return noGrade }
    if scale.status == .partial { return ">=\(grade)" }
    return "\(grade)"
  }

  package static func status(_ scale: ScaleAssessment) -> String {
    switch scale.status {
    case .notApplicable: "does not apply: no infusion yet"
    case .final: "final"
    case .notAssessable: "not assessable: sedated or intubated"
    case .indeterminate: "indeterminate: no reading is in force"
    case .partial: "partial: something is not known"
    case .provisional: "provisional: a clinician is to confirm it"
    }
  }

  package static func bounds(_ scale: ScaleAssessment) -> String? {
    guard let low = scale.atLeast, let high = scale.atMost else { return nil }
    return low == high ? nil : "at least \(low), at most \(high)"
  }

  package static func worst(_ grade: Int?) -> String {
    "highest in 24 h \(grade.map { "\($0)" } ?? noGrade)"
  }

  package static func last(_ grade: Int, _ time: String, _ age: String) -> String {
    "\(grade) at \(time), \(age)"
  }

  package static func episode(_ number: Int, _ onset: String, ended: String?, maximum: Int)
    -> String
  {
    let span = ended.map { "from \(onset) to \($0)" } ?? "open since \(onset)"
    return "\(number), \(span), highest \(maximum)"
  }

  package static func adjudicated(_ grade: Int, by: String?, at: String, reason: String?) -> String
  {
    "\(grade)" + (by.map { " by \($0)" } ?? "") + " at \(at)" + (reason.map { ": \($0)" } ?? "")
  }

  package static func missing(_ domain: Domain, _ why: MissingDomain.Why, since: String) -> String {
    let reason =
      switch why {
      case .neverRecorded: "never recorded"
      case .expired: "expired"
      case .refused: "refused"
      case .notDone: "not done"
      }
    return "\(domain.rawValue): \(reason), since \(since)"
  }

  package static func wouldChange(_ change: PossibleChange) -> String {
    "\(change.grade) with \(change.text)"
  }

  package static let evidence = "evidence"
  package static let bound = "bounds"
  package static let lastGrade = "last"
  package static let episodes = "episode"
  package static let clinician = "clinician"
  package static let flags = "flags"
  package static let missingLabel = "missing"
  package static let notEntered = "not entered"
  package static let changes = "would be"
  package static let choice = "choice"
  package static let instrument = "instrument"

  package static func notEntered(_ domains: [Domain]) -> String {
    domains.map(\.rawValue).joined(separator: ", ") + " (entered only when found)"
  }

  /// A documented choice that decided, in its own words.
  package static func choice(_ id: String) -> String {
    guard let choice = DocumentedChoice.named(id) else { return id }
    let waiting = choice.awaitsConfirmation ? " (awaits confirmation by the clinical lead)" : ""
    return "\(id) \(choice.text)\(waiting)"
  }

  /// How long ago, in the two largest units that say something.
  package static func age(minutes: Int) -> String {
    if minutes < 1 { return "now" }
    if minutes < 60 { return "\(minutes) min ago" }
    if minutes < 48 * 60 {
      let rest = minutes % 60
      return rest == 0 ? "\(minutes / 60) h ago" : "\(minutes / 60) h \(rest) min ago"
    }
    return "\(minutes / 1440) d ago"
  }
}
