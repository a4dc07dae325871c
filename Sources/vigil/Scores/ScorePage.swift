import Clinical
import EventText
import Grading
import Reports

/// The other scales of one patient, printed.
struct ScorePage {
  let patient: PatientID
  let course: GradedCourse
  let now: Instant
  let scales: [OtherScale]

  private var results: [ScaleResult] {
    let record = ScaleRecord(course, at: now)
    return scales.map { $0.result(record) }
  }

  /// One object a scale.
  var objects: [JSONValue] {
    let whose = [
      JSONMember("at", .string(Timestamp.local(now, in: course.zone))),
      JSONMember("patient", .string(patient.text)),
    ]
    return results.map { ScoreJSON.object($0, whose) }
  }

  /// For a person, in lines of at most 80 columns.
  var lines: [String] {
    let day = course.assessment(at: now).day
    let heading =
      "\(Printable.line(patient.text)), \(GradeWords.day(day)), \(Timestamp.local(now, in: course.zone))"
    return TextColumns.lines(heading, columns: TextColumns.standard)
      + results.flatMap { Self.lines($0) }
  }

  private static func lines(_ result: ScaleResult) -> [String] {
    var lines = TextColumns.entry(
      result.scale.name, ScoreWords.result(result), indent: 2, label: 16)
    guard result.notApplicable == nil else { return lines }
    func add(_ label: String, _ texts: [String]) {
      guard !texts.isEmpty else { return }
      lines += TextColumns.entry(
        label, Printable.line(texts.joined(separator: "; ")), indent: 4, label: 14)
    }
    add(ScoreWords.parts, result.parts.map { "\(InputLabel.of($0.name)) \($0.gives)" })
    add(ScoreWords.missing, result.missing.map(ScoreWords.missing))
    add(ScoreWords.inputs, result.inputs.map { ScoreWords.input($0, at: result.at) })
    add(ScoreWords.remark, result.scale.remark.map { [$0] } ?? [])
    add(ScoreWords.source, [ScoreWords.source(result.scale)])
    return lines
  }
}
