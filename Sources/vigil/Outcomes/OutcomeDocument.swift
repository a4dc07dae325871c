import Clinical
import EventText
import Outcomes

/// All tables as one document: what was asked, and each table with its rows by key. What cannot be
/// given is null, with an entry in its row's `reasons`.
struct OutcomeDocument {
  private let report: OutcomeReport
  private let tables: [OutcomeTable]

  init(_ report: OutcomeReport, _ tables: [OutcomeTable]) {
    self.report = report
    self.tables = tables
  }

  var json: OutcomeJSON {
    let question = report.cohort.question
    return .object([
      ("cutoff", .string(Timestamp.local(question.cutoff, in: question.zone))),
      ("timeZone", .string(question.zone.identifier)),
      ("infused", .int(report.cohort.cases.count)),
      ("notInfused", .int(report.cohort.notInfused)),
      ("interval", .string(question.interval.rawValue)),
      ("confidence", .double(question.confidence)), ("month", .double(Cohort.month)),
      ("tables", .array(tables.map(Self.object))),
    ])
  }

  private static func object(_ table: OutcomeTable) -> OutcomeJSON {
    .object([
      ("name", .string(table.name)), ("title", .string(table.title)),
      ("conventions", .array(table.conventions.map { .string($0) })),
      ("rows", .array(table.rows.map { row($0, table.columns) })),
    ])
  }

  private static func row(_ cells: [Cell], _ columns: [OutcomeTable.Column]) -> OutcomeJSON {
    var members: [(String, OutcomeJSON)] = []
    var reasons: [OutcomeJSON] = []
    for (column, cell) in zip(columns, cells) {
      members.append((column.key, value(cell)))
      if case .missing(let reason) = cell { reasons.append(.string("\(column.key): \(reason)")) }
    }
    return .object(members + [("reasons", .array(reasons))])
  }

  static func value(_ cell: Cell) -> OutcomeJSON {
    switch cell {
    case .text(let text): .string(text)
    case .count(let count): .int(count)
    case .number(let value, _), .percent(let value): .double(value)
    case .flag(let flag): .bool(flag)
    case .patients(let patients):
      patients.count == 1
        ? .string(patients[0].text) : .array(patients.map { .string($0.text) })
    case .events(let events): .array(events.map { .string($0.description) })
    case .missing, .none: .null
    }
  }
}
