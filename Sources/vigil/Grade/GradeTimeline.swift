import Clinical
import EventText
import Grading
import Reports

/// A patient's timeline as a table for a person: one line for each change, oldest first.
struct GradeTimeline {
  let answers: [GradeAnswer]

  var lines: [String] {
    guard let first = answers.first else { return [] }
    let known = first.asKnownAt.map {
      "  " + GradeWords.asKnown(Timestamp.local($0, in: first.zone), byStore: first.isByStore)
    }
    let heading = Printable.line(first.patient.text) + (known ?? "")
    return TextColumns.lines(heading, columns: TextColumns.standard) + answers.flatMap(line)
  }

  private func line(_ answer: GradeAnswer) -> [String] {
    let scales = [answer.assessment.crs, answer.assessment.icans]
    let cells = [
      TextColumns.padded(Timestamp.local(answer.assessment.at, in: answer.zone), to: 27),
      TextColumns.padded(answer.assessment.day.map { "\($0)" } ?? "", to: 5),
      TextColumns.padded(cell(scales[0]), to: 18), cell(scales[1]),
    ]
    let flags = scales.flatMap(\.flags)
    let remarks =
      flags.isEmpty
      ? [] : TextColumns.entry("", flags.joined(separator: ", "), indent: 2, label: 32)
    return ["  " + cells.joined()] + remarks
  }

  // `CRS >=2`, `ICANS -- (0-4)`, `CRS 2?` for a grade that a clinician is to confirm.
  private func cell(_ scale: ScaleAssessment) -> String {
    let mark = scale.status == .provisional ? "?" : ""
    let bounds =
      scale.grade == nil
      ? scale.atLeast.flatMap { low in scale.atMost.map { "(\(low)-\($0))" } } : nil
    let parts = [GradeWords.name(scale.scale), GradeWords.grade(scale) + mark, bounds]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
