import ArgumentParser
import Outcomes

struct SurvivalCommand: DataCommand {
  static let configuration = CommandConfiguration(
    commandName: "survival", abstract: "Kaplan-Meier curves of any data.",
    discussion: """
      The file is CSV; its first line names the columns: time (not below 0), event (1 it came, 0 \
      censored), and group where there are several.

      Example: vigil outcomes survival trial.csv --interval plain --format json
      """)

  @Argument(help: ArgumentHelp("A CSV file, - for standard input.", valueName: "file"))
  var file: String

  @OptionGroup var limits: IntervalOption
  @OptionGroup var level: ConfidenceOption
  @OptionGroup var output: FormatOption

  private var interval: SurvivalInterval { limits.ofCurves }

  func run(in environment: Environment) throws -> ExitStatus {
    let groups = try read(environment).sorted { $0.key < $1.key }.map {
      SurvivalGroup(
        $0.key.isEmpty ? nil : $0.key, $0.value, interval: interval, confidence: level.confidence)
    }
    let conventions = Conventions.curve(interval, level.confidence)
    try DataPrinter(format: output.ofTables, environment: environment).write(
      [
        .survivalSummary(
          "survival", "Survival", groups, unit: "as in the file", conventions: conventions),
        .survivalRows(
          "survival-curve", "Survival at every distinct time", groups, unit: "as in the file",
          conventions: []),
      ], json: [document(groups)])
    return .done
  }

  // Times by group; one group without a name where the file has no such column.
  private func read(_ environment: Environment) throws -> [String: [SurvivalTime]] {
    var data = try DataFile(
      file,
      columns: [
        .init(names: ["time"]), .init(names: ["event", "status"]),
        .init(names: ["group"], isRequired: false),
      ], environment)
    var groups: [String: [SurvivalTime]] = data.rows.isEmpty ? ["": []] : [:]
    for row in data.rows {
      let time = data.number(row, "time")
      if let time, time < 0 { data.refuse(row, "time", "is below 0") }
      let event = row.fields["event"] ?? ""
      if event != "0", event != "1" {
        data.refuse(row, "event", "is neither 1 for the event nor 0 for censored")
      }
      if row.fields["group"] == "" { data.refuse(row, "group", "says no group") }
      if let time, time >= 0 {
        groups[row.fields["group"] ?? "", default: []].append(
          SurvivalTime(time, isEvent: event == "1"))
      }
    }
    try data.settle(environment)
    return groups
  }

  private func document(_ groups: [SurvivalGroup]) -> OutcomeJSON {
    .object([
      ("interval", .string(interval.rawValue)), ("confidence", .double(level.confidence)),
      ("groups", .array(groups.map(Self.object))),
    ])
  }

  private static func object(_ group: SurvivalGroup) -> OutcomeJSON {
    let curve = group.curve
    return .object([
      ("group", group.name.map { .string($0) } ?? .null), ("n", .int(curve.n)),
      ("events", .int(curve.events)), ("median", .double(curve.median)),
      ("medianLower", .double(curve.medianLower)), ("medianUpper", .double(curve.medianUpper)),
      ("followUpMedian", .double(group.followUpMedian)),
      (
        "table",
        .array(
          curve.rows.map { row in
            .object([
              ("time", .double(row.time)), ("atRisk", .int(row.atRisk)),
              ("events", .int(row.events)), ("censored", .int(row.censored)),
              ("survival", .double(row.survival)), ("standardError", .double(row.standardError)),
              ("lower", .double(row.lower)), ("upper", .double(row.upper)),
            ])
          })
      ),
      ("reasons", reasons(group.reasons)),
    ])
  }

  /// What cannot be given, and why.
  static func reasons(_ reasons: [MissingReason]) -> OutcomeJSON {
    .array(reasons.map { .string("\($0.key): \($0.text)") })
  }
}
