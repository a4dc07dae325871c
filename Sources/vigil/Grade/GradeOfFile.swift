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
  /// True where only those in house are asked about.
  var inHouseOnly = false

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
    var isFirst = true
    for patient in patients {
      let course = grader.course(of: file.byPatient[patient] ?? [])
      if inHouseOnly, !grader.isInHouse(course) { continue }
      let answers = grader.answers(for: patient, course)
      try printer.write(answers, isFirst: isFirst, to: environment.output)
      isFirst = false
    }
    if !patients.isEmpty { try printer.writeRemark(to: environment.output) }
    return file.refusals.isEmpty && file.findings.isEmpty ? .done : .findings
  }
}
