import Clinical
import Outcomes

extension ReportedPatient {
  /// Every assessment of response, and the best up to month 3.
  var responseSection: ReportSection? {
    guard let outcomes else { return nil }
    let course = outcomes.responses
    guard !course.assessments.isEmpty else {
      return ReportSection(words(.response), [.paragraph(words(.noResponse))])
    }
    let rows = course.assessments.map { found -> [String] in
      let mrd =
        found.isMRDNegative.map { words($0 ? .mrdNegative : .mrdPositive) } ?? words(.mrdUnknown)
      return [ReportClock.day(found.day), found.response.rawValue, mrd]
    }
    let best =
      course.best.map { words(.bestResponse, $0.response.rawValue, ReportClock.day($0.day)) }
      ?? words(.bestNone)
    return ReportSection(
      words(.response),
      [
        .table(ReportTable([.dayColumn, .response, .mrd].map { words($0) }, rows)),
        .paragraph(best),
      ])
  }

  /// What was reported as an adverse event.
  var adverseEventSection: ReportSection {
    let rows = own.compactMap { fact -> [String]? in
      guard case .adverseEvent(let entry) = fact.event.content else { return nil }
      func text(_ value: String?) -> String { value ?? words(.missing) }
      return [
        entry.term, text(entry.grade.map { "\($0)" }), text(entry.scale),
        clock.stamp(entry.start ?? fact.event.at), text(entry.stop.map(clock.stamp)),
        text(entry.serious.map { words($0 ? .yes : .no) }), text(entry.relatedness),
        text(entry.outcome),
      ]
    }
    guard !rows.isEmpty else {
      return ReportSection(words(.adverseEvents), [.paragraph(words(.noAdverseEvents))])
    }
    let columns: [ReportWord] = [
      .term, .grade, .scale, .began, .ended, .serious, .related, .outcome,
    ]
    return ReportSection(
      words(.adverseEvents), [.table(ReportTable(columns.map { words($0) }, rows))])
  }
}
