import Clinical
import Grading

/// Adverse events of the first month: those that the ward reported, with CRS and ICANS from the graded
/// course in the place of reports of that name.
struct ReportedEvents {
  /// One adverse event of one patient.
  struct Entry {
    let patient: PatientID
    let term: String
    let grade: Int?
    /// Calendar day of its beginning.
    let day: Int
    let source: Source
    let events: [EventID]
  }

  enum Source: String {
    case reported
    case graded = "graded course"
    /// A report of CRS or ICANS where the graded course has none.
    case reportedOnly = "reported, not in the graded course"
    /// A report of CRS or ICANS that the graded course speaks for.
    case countedAsGraded = "reported, counted as graded"
  }

  let entries: [Entry]

  static func term(_ scale: Scale) -> String {
    switch scale {
    case .crs: "Cytokine release syndrome"
    case .icans: "Immune effector cell-associated neurotoxicity syndrome"
    }
  }

  init(_ cohort: Cohort, _ toxicity: [PatientID: [Scale: ToxicityCourse]]) {
    entries = cohort.cases.flatMap { Self.entries($0, toxicity[$0.id] ?? [:]) }
  }

  private static func entries(
    _ patient: TrialCase, _ toxicity: [Scale: ToxicityCourse]
  ) -> [Entry] {
    var entries: [Entry] = []
    for scale in Scale.allCases {
      guard let course = toxicity[scale], let worst = course.worst, worst > 0,
        let onset = course.onset
      else { continue }
      entries.append(
        Entry(
          patient: patient.id, term: term(scale), grade: worst, day: patient.day(onset),
          source: .graded, events: course.events))
    }
    for fact in patient.facts {
      guard case .adverseEvent(let reported) = fact.content else { continue }
      let day = Int(reported.start - patient.dayZero)
      guard FirstMonth.days.contains(day) else { continue }
      let scale = scale(named: reported.term)
      let isGraded = scale.map { (toxicity[$0]?.worst ?? 0) > 0 } ?? false
      entries.append(
        Entry(
          patient: patient.id, term: scale.map(term) ?? reported.term, grade: reported.grade,
          day: day, source: scale == nil ? .reported : isGraded ? .countedAsGraded : .reportedOnly,
          events: [fact.id]))
    }
    return entries
  }

  /// The scale whose syndrome a reported term names.
  static func scale(named term: String) -> Scale? {
    let folded = String(term.trimmed.lowercased().map { $0 == "-" || $0 == "‐" ? " " : $0 })
    switch folded {
    case "cytokine release syndrome", "crs", "细胞因子释放综合征": return .crs
    case "immune effector cell associated neurotoxicity syndrome", "icans",
      "免疫效应细胞相关神经毒性综合征":
      return .icans
    default: return nil
    }
  }

  /// The table's entries: each subject with what counts.
  var counted: [AdverseEventTable.Entry] {
    entries.filter { $0.source != .countedAsGraded }.map {
      AdverseEventTable.Entry(subject: $0.patient.text, term: $0.term, grade: $0.grade)
    }
  }

  /// Neurotoxicity: ICANS of grade 1 or more, and reported disorders of the nervous system.
  var neurotoxic: [Entry] {
    entries.filter {
      $0.source != .countedAsGraded
        && (Self.scale(named: $0.term) == .icans || NervousSystem.holds($0.term))
    }
  }
}
