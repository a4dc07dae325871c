import ArgumentParser
import Clinical
import EventText
import Grading

struct ScoresCommand: VigilCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Print the other scales of each patient, or score a table of cases.",
    discussion: """
      Advice beside ASTCT, never the grade of the record. A missing input gives no score and is \
      named; it is never a zero. Where events do not carry an input, a grade is a lower bound.

      Scales: \(OtherScale.all.map(\.name).joined(separator: ", ")).

      A table is a CSV file whose first line names the columns, a unit behind the name where it \
      needs one: crp (mg/L). --columns lists them. Each other line is a case; a column named case \
      says which. An empty cell is what was not recorded. A line that is not taken is named with \
      its field, and the others are scored (exit status 1).

      Examples:
        vigil scores CD7-003 --at 2026-03-06T04:10:00+08:00
        vigil scores --sample ward --scale NEWS2 --format json
        vigil scores --scale m-EASIX --columns
        vigil scores --scale NEWS2 --input cases.csv
      """)

  @OptionGroup var record: RecordOptions

  @Option(help: ArgumentHelp("Only this scale.", valueName: "name"))
  var scale: String?

  @Option(
    help: ArgumentHelp(
      "Score a table of inputs, - for standard input, one line a case.", valueName: "file"))
  var input: String?

  @Flag(help: "Print the columns of a scale's table.")
  var columns = false

  @OptionGroup var output: FormatOption
  @OptionGroup var store: StoreOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if input != nil, scale == nil {
      throw ValidationError("--input needs the scale of its table: --scale NEWS2")
    }
    guard input != nil || columns else { return }
    if input != nil, columns { throw ValidationError("--input and --columns exclude one another") }
    let option = input == nil ? "--columns" : "--input"
    if !record.patients.isEmpty {
      throw ValidationError("\(option) is not about patients: leave \(record.patients[0]) out")
    }
    let others: [(String, Bool)] = [
      ("--events", record.events != nil), ("--sample", record.sample != nil),
      ("--at", record.at != nil), ("--as-known-at", record.asKnownAt != nil),
      ("--time-zone", record.timeZone != nil),
    ]
    for (name, isGiven) in others where isGiven {
      throw ValidationError("\(option) reads no record: leave \(name) out")
    }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let scales = try chosen()
    if let input, let scale = scales.first {
      return try ScoredTable(scale: scale, path: input, format: output.format).run(environment)
    }
    if columns {
      try writeColumns(scales, environment)
      return .done
    }
    let read = try WatchedRecord(record, store, data, toTheEnd: false, environment)
    for (n, (patient, course)) in read.courses.enumerated() {
      let page = ScorePage(patient: patient, course: course, now: read.now, scales: scales)
      switch output.format {
      case .json:
        for value in page.objects {
          try environment.output.write(jsonLine: CanonicalJSON.bytes(of: value))
        }
      case .text:
        if n > 0 { try environment.output.write("\n") }
        for line in page.lines { try environment.output.write(line + "\n") }
      }
    }
    if output.format == .text, !read.courses.isEmpty {
      try environment.output.write("\n" + ScoreWords.advice + "\n")
    }
    return read.status
  }

  private func chosen() throws -> [OtherScale] {
    guard let scale else { return OtherScale.all }
    guard let found = OtherScale.named(scale) else {
      let names = OtherScale.all.map(\.name)
      let nearest = NearestName.of(scale, in: names).map { "; the nearest is \($0)" } ?? ""
      throw Failure.usage(
        "--scale: there is no scale \"\(scale)\"\(nearest). They are \(names.joined(separator: ", "))"
      )
    }
    return [found]
  }

  private func writeColumns(_ scales: [OtherScale], _ environment: Environment) throws {
    for (n, scale) in scales.enumerated() {
      let page = ScaleColumnsPage(scale: scale)
      switch output.format {
      case .json:
        try environment.output.write(jsonLine: CanonicalJSON.bytes(of: page.document))
      case .text:
        if n > 0 { try environment.output.write("\n") }
        for line in page.lines { try environment.output.write(line + "\n") }
      }
    }
  }
}
