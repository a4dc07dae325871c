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
    file.tell(as: name, environment)
    let patients = try PatientChoice.of(names, among: Array(file.byPatient.keys), in: name)
    guard
      let question = file.question(
        times, usesDemoMoment: usesDemoMoment, as: name, environment)
    else { return file.status }
    let grader = Grader(question, wardEvents: file.wardEvents)
    var isFirst = true
    for patient in patients {
      let course = grader.course(of: file.byPatient[patient] ?? [])
      if inHouseOnly, !grader.isInHouse(course) { continue }
      let answers = grader.answers(for: patient, course)
      try printer.write(answers, isFirst: isFirst, to: environment.output)
      isFirst = false
    }
    if !patients.isEmpty { try printer.writeRemark(to: environment.output) }
    return file.status
  }
}
