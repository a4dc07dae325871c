import Clinical

extension OutcomeReport {
  private var survivalConventions: [String] {
    [population] + Conventions.curve(cohort.question.interval, confidence) + timeConventions
  }

  private var timeConventions: [String] {
    [
      "Times are whole calendar days; a month is \(Cohort.month) days.",
      "Without an event censored at the last status, response or stay before the cut-off; an open"
        + " stay reaches to the last observation.",
    ]
  }

  private static let definitions = SurvivalAnalysis.allCases.map { "\($0.title): \($0.definition)" }

  private var groups: [(analysis: SurvivalAnalysis, group: SurvivalGroup)] {
    SurvivalAnalysis.allCases.compactMap { analysis in curves[analysis].map { (analysis, $0) } }
  }

  private static func months(_ days: Double?) -> Double? { days.map { $0 / Cohort.month } }

  var survivalTable: OutcomeTable {
    OutcomeTable(
      "survival", "Duration of response, survival and follow-up",
      conventions: survivalConventions + Self.definitions,
      columns: [
        .init("analysis", "analysis"), .init("n", "n"), .init("events", "events"),
        .init("median", "median, months"), .init("medianLower", "lower"),
        .init("medianUpper", "upper"), .init("followUpMedian", "follow-up, months"),
      ],
      rows: groups.map { analysis, group in
        func cell(_ key: String, _ days: Double?) -> Cell {
          .number(
            Self.months(days), .places(1), else: group.reasons.first { $0.key == key }?.text ?? "")
        }
        return [
          .text(analysis.rawValue), .count(group.curve.n), .count(group.curve.events),
          cell("median", group.curve.median), cell("medianLower", group.curve.medianLower),
          cell("medianUpper", group.curve.medianUpper),
          cell("followUpMedian", group.followUpMedian),
        ]
      })
  }

  /// Months at which curves are asked, with the whole days that they are.
  private static let landmarks = [6, 12, 24].map {
    ($0, (Double($0) * Cohort.month).rounded(.down))
  }

  var landmarkTable: OutcomeTable {
    OutcomeTable(
      "survival-landmarks", "The curves at 6, 12 and 24 months",
      conventions: [
        population,
        "A landmark is the last whole day of so many months: 182, 365 and 730. At risk: followed so"
          + " long or longer.",
        Conventions.curve(cohort.question.interval, confidence)[0],
      ],
      columns: [
        .init("analysis", "analysis"), .init("months", "months"), .init("atRisk", "at risk"),
        .init("survival", "%"), .init("lower", "lower"), .init("upper", "upper"),
      ],
      rows: groups.flatMap { analysis, group in
        Self.landmarks.map { months, days in
          let mark = group.curve.landmark(days)
          let why =
            group.curve.n == 0
            ? "nobody is in it"
            : mark.survival == nil
              ? "nobody was followed so long" : mark.survival == 0 ? "S(t) is 0" : "no event yet"
          return [.text(analysis.rawValue), .count(months), .count(mark.atRisk)]
            + [mark.survival, mark.lower, mark.upper].map {
              $0.map { .percent($0) } ?? .missing(why)
            }
        }
      })
  }

  /// Months at which numbers at risk stand under a curve.
  package static let riskMonths = Array(stride(from: 0, through: 24, by: 3))

  var atRiskTable: OutcomeTable {
    OutcomeTable(
      "numbers-at-risk", "Numbers at risk every three months",
      conventions: [
        population,
        "Followed to the last whole day of so many months, or longer; a month is"
          + " \(Cohort.month) days.",
      ],
      columns: [.init("analysis", "analysis")]
        + Self.riskMonths.map { .init("month\($0)", "\($0)") },
      rows: groups.map { analysis, group in
        [.text(analysis.rawValue)]
          + Self.riskMonths.map { months in
            .count(group.curve.landmark((Double(months) * Cohort.month).rounded(.down)).atRisk)
          }
      })
  }

  var curveTable: OutcomeTable {
    OutcomeTable(
      "survival-curves", "The curves at every distinct time", conventions: survivalConventions,
      columns: [
        .init("analysis", "analysis"), .init("days", "days"), .init("months", "months"),
        .init("atRisk", "at risk"), .init("events", "events"), .init("censored", "censored"),
        .init("survival", "S(t)"), .init("standardError", "s.e."), .init("lower", "lower"),
        .init("upper", "upper"),
      ],
      rows: groups.flatMap { analysis, group in
        group.curve.rows.map { row in
          let why = row.survival > 0 ? "no event yet" : "S(t) is 0"
          return [
            .text(analysis.rawValue), .count(Int(row.time)),
            .number(row.time / Cohort.month, .places(1)), .count(row.atRisk), .count(row.events),
            .count(row.censored), .number(row.survival, .places(4)),
            .number(row.standardError, .places(4), else: why),
            .number(row.lower, .places(4), else: why), .number(row.upper, .places(4), else: why),
          ]
        }
      })
  }

  var survivalListing: OutcomeTable {
    OutcomeTable(
      "survival-listing", "Times by patient",
      conventions: [population] + timeConventions + Self.definitions,
      columns: [
        .init("patient", "patient"), .init("analysis", "analysis"), .init("fromDay", "from day"),
        .init("days", "days"), .init("event", "event"), .init("end", "ended by"),
        .init("events", "events"),
      ],
      rows: SurvivalAnalysis.allCases.flatMap { analysis in
        (timed[analysis] ?? []).map { outcome in
          [
            .patients([outcome.patient]), .text(analysis.rawValue), .count(outcome.from),
            .count(outcome.days), .flag(outcome.end.isEvent), .text(outcome.end.rawValue),
            .events(outcome.events),
          ]
        }
      }, isListing: true)
  }

  /// Relapse against death without relapse.
  var competingRisksTable: OutcomeTable {
    let question = cohort.question
    let risks = CompetingRisks(
      (timed[.progressionFree] ?? []).map { outcome in
        let cause: Int? =
          switch outcome.end {
          case .relapse, .progression: 0
          case .death: 1
          default: nil
          }
        return CompetingRisks.Time(Double(outcome.days), cause: cause)
      }, causes: 2, interval: question.interval, confidence: question.confidence)
    func incidence(_ row: CompetingRisks.Row, _ cause: Int) -> [Cell] {
      let why = row.incidence[cause] > 0 ? "the incidence is 1" : "no event yet"
      return [.percent(row.incidence[cause])]
        + [row.limits[cause]?.lower, row.limits[cause]?.upper].map {
          $0.map { .percent($0) } ?? .missing(why)
        }
    }
    return OutcomeTable(
      "competing-risks", "Relapse against death without relapse",
      conventions: [
        population,
        "Cumulative incidence: Aalen-Johansen, from the first infusion; relapse includes"
          + " progression. Times are whole calendar days; a month is \(Cohort.month) days.",
        "Standard error: infinitesimal jackknife; \(Conventions.percent(confidence)) limits:"
          + " \(question.interval.rawValue).",
        "Ties: an event comes before a loss at the same time.",
      ],
      columns: [
        .init("days", "days"), .init("months", "months"), .init("atRisk", "at risk"),
        .init("relapses", "relapses"), .init("deaths", "deaths"), .init("censored", "censored"),
        .init("relapse", "relapse, %"), .init("relapseLower", "lower"),
        .init("relapseUpper", "upper"), .init("death", "death, %"), .init("deathLower", "lower"),
        .init("deathUpper", "upper"), .init("free", "neither, %"),
      ],
      rows: risks.rows.map { row in
        [
          .count(Int(row.time)), .number(row.time / Cohort.month, .places(1)), .count(row.atRisk),
          .count(row.events[0]), .count(row.events[1]), .count(row.censored),
        ] + incidence(row, 0) + incidence(row, 1) + [.percent(row.eventFree)]
      })
  }
}
