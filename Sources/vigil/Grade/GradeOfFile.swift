import Clinical
import EventText
import Grading

/// Grades of a file without a store.
struct GradeOfFile {
  var file: WardFile
  var name: String
  var times: GradeTimes
  /// True where the time that nothing else gives is the file's own `demoMoment`.
  var usesDemoMoment: Bool

  func run(
    _ names: [String], _ printer: GradePrinter, _ environment: Environment
  ) throws -> ExitStatus {
    for refusal in file.refusals { environment.messages.say("\(name): \(refusal)") }
    for finding in file.findings {
      environment.messages.say("\(name): \(finding)")
    }
    let patients = try PatientChoice.of(names, among: Array(file.byPatient.keys), in: name)
    let zone = times.zone ?? Zone.ofRecord(file.wardEvents)
    let moment = usesDemoMoment ? file.demoMoment : nil
    guard let now = moment ?? file.latest(in: zone) else {
      environment.messages.say("\(name): holds no event that could be graded")
      return file.refusals.isEmpty ? .done : .findings
    }
    let grader = Grader(times.question(now: now), wardEvents: file.wardEvents)
    for (n, patient) in patients.enumerated() {
      let course = grader.course(of: file.byPatient[patient] ?? [])
      let answers = grader.answers(for: patient, course)
      try printer.write(answers, isFirst: n == 0, to: environment.output)
    }
    if !patients.isEmpty { try printer.writeRemark(to: environment.output) }
    return file.refusals.isEmpty && file.findings.isEmpty ? .done : .findings
  }
}
