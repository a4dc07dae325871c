/// A curve with the subjects that it is of.
package struct SurvivalGroup: Sendable, Hashable {
  /// `nil` where there are no groups.
  package let name: String?
  package let curve: KaplanMeier
  /// Reverse Kaplan-Meier; `nil` where it is not reached.
  package let followUpMedian: Double?

  package init(
    _ name: String?, _ times: [SurvivalTime], interval: SurvivalInterval, confidence: Double
  ) {
    self.name = name
    curve = KaplanMeier(times, interval: interval, confidence: confidence)
    followUpMedian = KaplanMeier.medianFollowUp(times)
  }

  /// What cannot be given, by its key, and why.
  package var reasons: [MissingReason] {
    let why =
      curve.n == 0
      ? "nobody is in it" : curve.events == 0 ? "no event" : nil
    var reasons: [MissingReason] = []
    func note(_ key: String, _ value: Double?, _ text: String) {
      if value == nil { reasons.append(MissingReason(key, why ?? text)) }
    }
    note("median", curve.median, "S(t) does not fall to 0.5")
    note("medianLower", curve.medianLower, "the lower limits do not fall to 0.5")
    note("medianUpper", curve.medianUpper, "the upper limits do not fall to 0.5")
    if followUpMedian == nil {
      reasons.append(
        MissingReason(
          "followUpMedian", curve.n == 0 ? "nobody is in it" : "fewer than half are censored"))
    }
    return reasons
  }
}

extension OutcomeTable {
  /// One line a group: subjects, events and medians.
  package static func survivalSummary(
    _ name: String, _ title: String, _ groups: [SurvivalGroup], unit: String,
    conventions: [String], digits: Cell.Digits = .significant(4)
  ) -> OutcomeTable {
    OutcomeTable(
      name, title, conventions: conventions,
      columns: [
        Column("group", "group"), Column("n", "n"), Column("events", "events"),
        Column("median", "median, \(unit)"), Column("medianLower", "lower"),
        Column("medianUpper", "upper"), Column("followUpMedian", "follow-up, \(unit)"),
      ],
      rows: groups.map { group in
        func why(_ key: String) -> String {
          group.reasons.first { $0.key == key }?.text ?? ""
        }
        let curve = group.curve
        return [
          group.name.map { .text($0) } ?? .text("all"), .count(curve.n), .count(curve.events),
          .number(curve.median, digits, else: why("median")),
          .number(curve.medianLower, digits, else: why("medianLower")),
          .number(curve.medianUpper, digits, else: why("medianUpper")),
          .number(group.followUpMedian, digits, else: why("followUpMedian")),
        ]
      })
  }

  /// A curve at every distinct time.
  package static func survivalRows(
    _ name: String, _ title: String, _ groups: [SurvivalGroup], unit: String,
    conventions: [String], digits: Cell.Digits = .significant(4)
  ) -> OutcomeTable {
    OutcomeTable(
      name, title, conventions: conventions,
      columns: [
        Column("group", "group"), Column("time", "time, \(unit)"), Column("atRisk", "at risk"),
        Column("events", "events"), Column("censored", "censored"), Column("survival", "S(t)"),
        Column("standardError", "s.e."), Column("lower", "lower"), Column("upper", "upper"),
      ],
      rows: groups.flatMap { group in
        group.curve.rows.map { row in
          let why = row.survival > 0 ? "no event yet" : "S(t) is 0"
          return [
            group.name.map { .text($0) } ?? .text("all"), .number(row.time, digits),
            .count(row.atRisk), .count(row.events), .count(row.censored),
            .number(row.survival, .places(4)),
            .number(row.standardError, .places(4), else: why),
            .number(row.lower, .places(4), else: why), .number(row.upper, .places(4), else: why),
          ]
        }
      })
  }
}
