import ArgumentParser
import Outcomes

struct KineticsCommand: DataCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinetics", abstract: "Pharmacokinetic parameters of any profiles.",
    discussion: """
      The file is CSV; its first line names the columns: id, time (days; those before 0 are no part \
      of a profile) and concentration. A sample below the limit of quantification is written as \
      BLQ or <2.5, or is a number below --lloq; without --lloq a 0 is one. An empty concentration \
      is no sample.

      Example: vigil outcomes kinetics copies.csv --lloq 50 --format json
      """)

  @Argument(help: ArgumentHelp("A CSV file, - for standard input.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The lower limit of quantification; what is below it is not quantifiable.",
      valueName: "limit"))
  var lloq: Double?

  @OptionGroup var output: FormatOption

  func validate() throws {
    if let lloq, !(lloq >= 0 && lloq.isFinite) {
      throw ValidationError("--lloq takes a number not below 0")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let subjects = try read(environment).map { (id: $0.id, kinetics: Kinetics($0.samples)) }
    try DataPrinter(format: output.ofTables, environment: environment).write(
      [
        .kinetics(
          "kinetics", "Kinetics", subjects,
          conventions: Conventions.kinetics + [
            lloq.map { "Limit of quantification: \(OutcomeJSON.text($0))." }
              ?? "No limit of quantification was given: 0 counts as below it."
          ])
      ], json: subjects.map { Self.object($0.id, $0.kinetics) })
    return .done
  }

  private func read(_ environment: Environment) throws -> [(id: String, samples: [Sample])] {
    var data = try DataFile(
      file,
      columns: [
        .init(names: ["id"]), .init(names: ["time"]),
        .init(names: ["concentration", "conc"]),
      ], environment)
    // In the order in which the subjects come.
    var subjects: [(id: String, samples: [Sample])] = []
    var places: [String: Int] = [:]
    var times: [String: Set<Double>] = [:]
    for row in data.rows {
      let id = row.fields["id"] ?? ""
      if id.isEmpty { data.refuse(row, "id", "says no subject") }
      let place = places[id] ?? subjects.count
      if place == subjects.count {
        places[id] = place
        subjects.append((id, []))
      }
      guard let time = data.number(row, "time") else { continue }
      guard let concentration = concentration(row, &data) else { continue }
      guard times[id, default: []].insert(time).inserted else {
        data.refuse(row, "time", "stands twice for subject \(Printable.line(id))")
        continue
      }
      subjects[place].samples.append(Sample(time, concentration))
    }
    try data.settle(environment)
    return subjects
  }

  // The outer `nil` is no sample, the inner one a sample below the limit.
  private func concentration(_ row: DataFile.Row, _ data: inout DataFile) -> Double?? {
    let text = row.fields["concentration"] ?? ""
    if text.isEmpty || text == "NA" { return nil }
    if ["blq", "bloq", "<lloq", "<loq"].contains(text.lowercased()) { return .some(nil) }
    if text.hasPrefix("<") {
      guard PlainNumber.read(String(text.dropFirst())) != nil else {
        data.refuse(row, "concentration", "is no number")
        return nil
      }
      return .some(nil)
    }
    guard let value = data.number(row, "concentration") else { return nil }
    guard value >= 0 else {
      data.refuse(row, "concentration", "is below 0")
      return nil
    }
    return value < (lloq ?? 0) || value == 0 ? .some(nil) : value
  }

  private static func object(_ id: String, _ kinetics: Kinetics) -> OutcomeJSON {
    .object([
      ("id", .string(id)), ("n", .int(kinetics.n)), ("cmax", .double(kinetics.cmax)),
      ("tmax", .double(kinetics.tmax)), ("clast", .double(kinetics.clast)),
      ("tlast", .double(kinetics.tlast)), ("aucLast", .double(kinetics.aucLast)),
      ("auc0to28", .double(kinetics.auc0to28)), ("auc0to90", .double(kinetics.auc0to90)),
      ("lambdaZ", .double(kinetics.lambdaZ)), ("halfLife", .double(kinetics.halfLife)),
      (
        "persistence",
        kinetics.persistence.map {
          .object([("days", .double($0.days)), ("censored", .bool($0.isCensored))])
        } ?? .null
      ),
      ("reasons", SurvivalCommand.reasons(kinetics.reasons)),
    ])
  }
}
