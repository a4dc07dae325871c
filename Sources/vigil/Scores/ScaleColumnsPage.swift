import Clinical
import EventText
import Grading

/// Which columns a table of cases has for a scale.
struct ScaleColumnsPage {
  let scale: OtherScale

  var lines: [String] {
    let title = "\(scale.name), \(scale.title)"
    var lines = TextColumns.lines(title, columns: TextColumns.standard)
    for column in scale.columns {
      lines += TextColumns.entry(heading(column), text(column), indent: 2, label: 26)
    }
    let example = scale.columns.filter { !$0.isOptional }.map(heading).joined(separator: ",")
    lines += TextColumns.entry("first line", "case," + example, indent: 2, label: 12)
    lines += TextColumns.entry("source", ScoreWords.source(scale), indent: 2, label: 12)
    return lines
  }

  var document: JSONValue {
    .object([
      JSONMember("columns", .array(scale.columns.map(object))),
      JSONMember("fromMemory", .bool(scale.fromMemory)), JSONMember("scale", .string(scale.name)),
      JSONMember("source", .string(ScoreWords.source(scale))),
      JSONMember("title", .string(scale.title)),
    ])
  }

  // `crp (mg/dL)`: as it stands in the first line of a table.
  private func heading(_ column: ScaleColumn) -> String {
    guard column.needsUnit, let measure = column.measure else { return column.name }
    return "\(column.name) (\(measure.unit.rawValue))"
  }

  private func text(_ column: ScaleColumn) -> String {
    var texts = [column.text]
    switch column.kind {
    case .flag: texts.append("yes or no")
    case .word(let words): texts.append(words.joined(separator: ", "))
    case .days: texts.append("day:value pairs with spaces between them, as 0:3.1 1:0.4 2:<0.1")
    case .number: break
    }
    let units = units(column)
    if !units.isEmpty { texts.append(units) }
    let aliases = column.aliases.filter { $0.lowercased() != column.name.lowercased() }
    if !aliases.isEmpty { texts.append("also " + aliases.joined(separator: ", ")) }
    if column.isOptional { texts.append("may be left out") }
    return texts.joined(separator: "; ")
  }

  private func units(_ column: ScaleColumn) -> String {
    guard let measure = column.measure, measure.unit != .one else { return "" }
    let names = measure.conversions.map(\.unit.rawValue).joined(separator: ", ")
    return column.needsUnit ? "the unit is written: \(names)" : "in \(names)"
  }

  private func object(_ column: ScaleColumn) -> JSONValue {
    .object([
      JSONMember("aliases", .array(column.aliases.map { .string($0) })),
      JSONMember("isOptional", .bool(column.isOptional)), JSONMember("name", .string(column.name)),
      JSONMember("text", .string(text(column))),
      JSONMember(
        "units", .array((column.measure?.conversions ?? []).map { .string($0.unit.rawValue) })),
    ])
  }
}
