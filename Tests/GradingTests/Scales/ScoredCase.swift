import Clinical
import Grading
import Testing

/// A case scored from a line of a table, as a person writes it: `ldh (U/L)=600; platelets
/// (10*9/L)=40`.
func scored(_ scale: String, _ line: String) throws -> ScaleResult {
  let scale = try #require(OtherScale.named(scale))
  var header: [String] = []
  var cells: [String] = []
  for piece in line.split(separator: "|") {
    let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    header.append(String(parts[0]))
    cells.append(String(parts[1]))
  }
  let table = try ScaleTable(scale, header: header)
  return scale.result(of: try table.inputs(cells, line: 2).inputs)
}

extension ScaleResult {
  /// The score as text, `-` without one.
  var scoreText: String { score.map { "\($0)" } ?? "-" }
  /// `2`, `2-4` where it is open, `-` without grades.
  var gradeText: String {
    bounds.map {
      $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
      ?? "-"
  }
  var missingNames: [String] { missing.map(\.name) }
}
