import Clinical

extension OutcomeReport {
  private static let categories: [(title: String, holds: @Sendable (Response.Grade?) -> Bool)] = [
    ("CR", { $0 == .completeRemission }), ("CRi", { $0 == .completeRemissionIncomplete }),
    ("CR + CRi", { $0?.isComplete == true }), ("PR", { $0 == .partialRemission }),
    ("overall: CR + CRi + PR", { $0?.isResponse == true }), ("NR", { $0 == .noResponse }),
    ("relapse or progression", { $0?.isFailure == true }),
    ("not evaluable or not assessed", { $0 == nil || $0 == .notEvaluable }),
  ]

  private var responseConventions: [String] {
    [
      population,
      "Of several assessments of one day the least counts, for all sites must respond; MRD is"
        + " negative where every result of the day is.",
      "Best: up to day \(ResponseCourse.monthThree + ResponseCourse.tolerance), before relapse,"
        + " progression or new therapy. Month 3: the assessment nearest to day"
        + " \(ResponseCourse.monthThree) within \(ResponseCourse.tolerance) days, of two equally"
        + " near the earlier.",
      "Not evaluable or not assessed counts as no response.", Conventions.exact(confidence),
    ]
  }

  var responseTable: OutcomeTable {
    var rows: [[Cell]] = []
    let best = cohort.cases.map { responses[$0.id]?.best }
    let third = cohort.cases.map { responses[$0.id]?.atMonthThree }
    for (time, found) in [("best", best), ("month 3", third)] {
      for (title, holds) in Self.categories {
        rows.append(
          [.text(time), .text(title)] + share(found.count { holds($0?.response) }) + [.count(n)])
      }
      let complete = found.compactMap { $0 }.filter { $0.response.isComplete }
      let tested = complete.filter { $0.isMRDNegative != nil }
      rows.append(
        [.text(time), .text("MRD negative, of CR + CRi with a result")]
          + share(tested.count { $0.isMRDNegative == true }, of: tested.count)
          + [.count(tested.count)])
    }
    return OutcomeTable(
      "response", "Remission",
      conventions: responseConventions,
      columns: [.init("time", "time"), .init("category", "category")]
        + OutcomeTable.share("subjects", "n") + [.init("of", "of")], rows: rows)
  }

  var responseListing: OutcomeTable {
    OutcomeTable(
      "response-listing", "Remission by patient", conventions: responseConventions,
      columns: [
        .init("patient", "patient"), .init("best", "best"), .init("bestDay", "day"),
        .init("bestMRDNegative", "MRD negative"), .init("month3", "month 3"),
        .init("month3Day", "day"), .init("month3MRDNegative", "MRD negative"),
        .init("events", "events"),
      ],
      rows: cohort.cases.map { patient in
        let course = responses[patient.id]
        func cells(_ found: ResponseCourse.Assessment?, _ why: String) -> [Cell] {
          guard let found else { return [.missing(why), .missing(why), .missing(why)] }
          return [
            .text(found.response.rawValue), .count(found.day),
            found.isMRDNegative.map { .flag($0) } ?? .missing("MRD is not recorded"),
          ]
        }
        let ids = [course?.best, course?.atMonthThree].compactMap { $0 }.flatMap(\.events)
        var seen: Set<EventID> = []
        return [.patients([patient.id])]
          + cells(course?.best, "no assessment that could be evaluated")
          + cells(course?.atMonthThree, missingThird(patient))
          + [.events(ids.filter { seen.insert($0).inserted })]
      }, isListing: true)
  }

  // Why there is no assessment at month 3.
  private func missingThird(_ patient: TrialCase) -> String {
    if patient.cutoffDay < ResponseCourse.monthThree - ResponseCourse.tolerance {
      return "the cut-off is before month 3"
    }
    if let death = patient.death, patient.day(death) < ResponseCourse.monthThree {
      return "died before month 3"
    }
    if let failure = responses[patient.id]?.failure(), failure.day < ResponseCourse.monthThree {
      return "\(failure.response.rawValue) before month 3"
    }
    return "no assessment within \(ResponseCourse.tolerance) days of day"
      + " \(ResponseCourse.monthThree)"
  }
}
