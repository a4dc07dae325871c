import Clinical

/// A table of cases for one scale: the first line names the columns, each other line is a case.
///
/// A column is named as `ScaleColumn.name` or one of its aliases, in any case, with its unit behind
/// it where it has one: `crp (mg/L)`. A column `case` names the case.
package struct ScaleTable: Sendable {
  /// Why a table, or a line of it, is not taken.
  package struct Refusal: Error, Equatable {
    /// From 1.
    package let line: Int
    /// The column; `nil` for the whole line.
    package let field: String?
    package let problem: String
    package let remedy: String
  }

  package let scale: OtherScale
  private let places: [(place: Int, column: ScaleColumn, unit: Unit?)]
  private let casePlace: Int?
  private let width: Int

  private static let caseNames = ["case", "id", "patient"]

  /// - Parameter header: the cells of the first line.
  package init(_ scale: OtherScale, header: [String]) throws(Refusal) {
    self.scale = scale
    width = header.count
    var places: [(place: Int, column: ScaleColumn, unit: Unit?)] = []
    var casePlace: Int?
    for (place, cell) in header.enumerated() {
      let (name, unit) = Self.parts(of: cell)
      if Self.caseNames.contains(name.lowercased()), scale.column(named: name) == nil {
        casePlace = place
        continue
      }
      guard let column = scale.column(named: name) else {
        throw Refusal(
          line: 1, field: name, problem: "\(scale.name) has no such column",
          remedy: "its columns are \(scale.columns.map(\.name).joined(separator: ", "))")
      }
      if places.contains(where: { $0.column.name == column.name }) {
        throw Refusal(
          line: 1, field: column.name, problem: "the column stands twice",
          remedy: "leave one of them out")
      }
      places.append((place, column, try Self.unit(unit, of: column)))
    }
    guard !places.isEmpty else {
      throw Refusal(
        line: 1, field: nil, problem: "no column of \(scale.name)",
        remedy: "its columns are \(scale.columns.map(\.name).joined(separator: ", "))")
    }
    self.places = places
    self.casePlace = casePlace
  }

  /// The inputs of one case, and its name where the table has one.
  package func inputs(
    _ cells: [String], line: Int
  ) throws(Refusal) -> (name: String?, inputs: ScaleInputs) {
    guard cells.count == width else {
      throw Refusal(
        line: line, field: nil,
        problem: "\(cells.count) cells where the first line has \(width)",
        remedy: "leave a cell empty for what was not recorded")
    }
    var inputs = ScaleInputs()
    for (place, column, unit) in places {
      let text = Self.trimmed(cells[place])
      guard !text.isEmpty else { continue }
      let cell = ScaleCell(column: column, unit: unit)
      do throws(ScaleCell.Problem) {
        inputs.give(try cell.input(text))
      } catch {
        throw Refusal(
          line: line, field: column.name, problem: error.problem, remedy: error.remedy)
      }
    }
    let name = casePlace.map { Self.trimmed(cells[$0]) }
    return (name?.isEmpty == true ? nil : name, inputs)
  }

  // `crp (mg/L)`, `crp [mg/L]`, `crp`.
  private static func parts(of cell: String) -> (name: String, unit: String?) {
    let text = trimmed(cell)
    for (open, close) in [("(", ")"), ("[", "]")] {
      guard text.hasSuffix(close), let begin = text.firstIndex(of: Character(open)) else {
        continue
      }
      let unit = text[text.index(after: begin)...].dropLast()
      return (trimmed(String(text[..<begin])), trimmed(String(unit)))
    }
    return (text, nil)
  }

  private static func unit(_ text: String?, of column: ScaleColumn) throws(Refusal) -> Unit? {
    guard let text, !text.isEmpty else { return nil }
    guard let unit = ScaleCell.unit(text, of: column) else {
      throw Refusal(
        line: 1, field: column.name, problem: "\(text) does not fit",
        remedy: ScaleCell.unitRemedy(column))
    }
    return unit
  }

  static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
