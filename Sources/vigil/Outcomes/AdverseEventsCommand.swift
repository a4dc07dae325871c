import ArgumentParser
import Outcomes

struct AdverseEventsCommand: DataCommand {
  static let configuration = CommandConfiguration(
    commandName: "adverse-events", abstract: "Adverse events by term of any data.",
    discussion: """
      The file is CSV; its first line names the columns: subject, term, grade (1 to 5, empty where \
      none is recorded) and day, from the first infusion. Days outside of the window are left out.

      Example: vigil outcomes adverse-events events.csv --subjects 20
      """)

  @Argument(help: ArgumentHelp("A CSV file, - for standard input.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("How many were at risk, the unharmed included.", valueName: "n"))
  var subjects: Int

  @Option(help: ArgumentHelp("The first day of the window.", valueName: "day"))
  var from = 0

  @Option(help: ArgumentHelp("The last day of the window.", valueName: "day"))
  var to = 30

  @OptionGroup var level: ConfidenceOption
  @OptionGroup var output: FormatOption

  func validate() throws {
    guard subjects > 0 else { throw ValidationError("--subjects takes a number, 1 or more") }
    guard from <= to else { throw ValidationError("--from is a day not after --to") }
  }

  func run(in environment: Environment) throws -> ExitStatus {
    let (entries, left) = try read(environment)
    let names = Set(entries.map(\.subject)).count
    guard names <= subjects,
      let table = AdverseEventTable(entries, subjects: subjects, confidence: level.confidence)
    else {
      throw Failure.usage(
        "--subjects \(subjects): the file has events of \(names) subjects; name all who were at risk"
      )
    }
    let window =
      "Window: day \(from) to \(to); \(left) event\(left == 1 ? "" : "s") outside of it"
      + " \(left == 1 ? "is" : "are") left out. Subjects at risk: \(subjects)."
    try DataPrinter(format: output.ofTables, environment: environment).write(
      [
        .adverseEvents(
          "adverse-events", "Adverse events", table,
          conventions: [
            window, Conventions.adverseEvents, Conventions.exact(level.confidence),
          ])
      ], json: [.array(table.rows.map(Self.object))])
    return .done
  }

  private func read(_ environment: Environment) throws -> ([AdverseEventTable.Entry], left: Int) {
    var data = try DataFile(
      file, columns: ["subject", "term", "grade", "day"].map { .init(names: [$0]) }, environment)
    var entries: [AdverseEventTable.Entry] = []
    var left = 0
    for row in data.rows {
      let subject = row.fields["subject"] ?? ""
      let term = row.fields["term"] ?? ""
      if subject.isEmpty { data.refuse(row, "subject", "says no subject") }
      if term.isEmpty { data.refuse(row, "term", "says no term") }
      let text = row.fields["grade"] ?? ""
      let grade = Int(text).flatMap { (1...5).contains($0) ? $0 : nil }
      if !text.isEmpty, grade == nil { data.refuse(row, "grade", "is no grade from 1 to 5") }
      guard let day = data.number(row, "day") else { continue }
      if Double(from) <= day, day < Double(to) + 1 {
        entries.append(.init(subject: subject, term: term, grade: grade))
      } else {
        left += 1
      }
    }
    try data.settle(environment)
    return (entries, left)
  }

  private static func object(_ row: AdverseEventTable.Row) -> OutcomeJSON {
    func share(_ share: Proportion) -> [(String, OutcomeJSON)] {
      [
        ("subjects", .int(share.x)), ("proportion", .double(share.proportion)),
        ("lower", .double(share.lower)), ("upper", .double(share.upper)),
      ]
    }
    return .object(
      [("term", .string(row.term))] + share(row.subjects) + [
        (
          "byGrade", .object((1...5).map { ("\($0)", .int(row.byGrade[$0] ?? 0)) })
        ),
        ("ungraded", .int(row.ungraded)), ("severe", .object(share(row.severe))),
      ])
  }
}
