import Clinical
import Grading

extension AlertRule {
  /// CRS or ICANS rises within 72 h of a cut of corticosteroids.
  package static let a23 = AlertRule(
    "A23", "flare after a steroid cut", source: "ASCO 2021 pocket guide",
    ends: "lower grades again", guideline: .steroidTaper, limits: [.a23Hours],
    criterion: { "CRS or ICANS rises within \($0[.a23Hours]) h of a cut of a corticosteroid" },
    check: { look in
      let span = look.settings.span(.a23Hours)
      var found: [(Scale, GradeTrack.Rise, DrugTrack.Cut)] = []
      for (scale, track) in [(Scale.crs, look.chart.crs), (.icans, look.chart.icans)] {
        guard let rise = track.rise, look.isCurrent(rise.at),
          let cut = look.chart.drugs.cuts.last(where: { $0.at <= rise.at && $0.at > rise.at - span }
          )
        else { continue }
        found.append((scale, rise, cut))
      }
      guard let latest = found.max(by: { $0.1.at < $1.1.at }) else { return nil }
      let (scale, rise, cut) = latest
      return AlertFinding(
        .high, badness: DecimalNumber(rise.to), occurrence: rise.at, events: [cut.id],
        causes: [.steroid, scale == .crs ? .course : .neuro]
      ) { words in
        let change = rise.from.map { "\($0) to \(rise.to)" } ?? "\(rise.to), first graded"
        return
          "\(scale.shortName) \(change) at \(words.time(rise.at)), after a cut of \(cut.drug) at \(words.time(cut.at))"
      }
    })
}
