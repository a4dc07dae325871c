import Clinical
import EventText
import Grading

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
    let time = Timestamp.local(answer.assessment.at, in: answer.zone)
    let label =
      TextColumns.padded(time, to: 27)
      + TextColumns.padded(answer.assessment.day.map { "\($0)" } ?? "", to: 5)
    let text = [answer.assessment.crs, answer.assessment.icans].map(cell).joined(separator: "   ")
    return TextColumns.entry(label, text, indent: 2, label: 32)
  }

  private func cell(_ scale: ScaleAssessment) -> String {
    let name = GradeWords.name(scale.scale)
    let mark = scale.status == .provisional ? "?" : ""
    let bounds =
      scale.grade == nil
      ? scale.atLeast.flatMap { low in scale.atMost.map { "(\(low)-\($0))" } } : nil
    let flags = scale.flags.isEmpty ? nil : scale.flags.joined(separator: " ")
    return [name, GradeWords.grade(scale) + mark, bounds, flags].compactMap { $0 }
      .joined(separator: " ")
  }
}
