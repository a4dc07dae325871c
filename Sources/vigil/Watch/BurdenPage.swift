import Clinical
import EventText
import Grading
import Surveillance

/// What a record asks of a ward, printed.
struct BurdenPage {
  private var burden = Burden()
  /// Every alert that was a highest one, with what it said.
  private var highest: [(id: String, text: String)] = []

  init(_ record: WatchedRecord) {
    for (watched, course) in record.surveillances() {
      burden.add(
        watched,
        inHouse: PatientSurveillance.inHouse(
          course.factsOfPresence, through: watched.at, zone: watched.zone))
      for alert in watched.alerts.sorted(by: { ($0.raised, $0.id) < ($1.raised, $1.id) }) {
        guard let step = alert.steps.first(where: { $0.priority == .highest }) else { continue }
        highest.append((alert.id, step.text))
      }
    }
  }

  func write(_ format: FormatOption.Format, to sink: Sink) throws {
    switch format {
    case .json: try sink.write(jsonLine: CanonicalJSON.bytes(of: document))
    case .text: for line in lines { try sink.write(line + "\n") }
    }
  }

  private var document: JSONValue {
    let days = DecimalNumber(Int(burden.inHouse.microseconds / 1_000_000))
      .scaled(by: 1, over: 86_400, places: 6)
    return .object([
      JSONMember("patients", .int(burden.patients)), JSONMember("patientDays", .number(days)),
      JSONMember(
        "byPriority",
        .object(
          AlertPriority.allCases.map { priority in
            JSONMember(
              "\(priority.rawValue)",
              .object(
                members(burden.byPriority[priority]) + [
                  JSONMember("perPatientDay", perDay(priority))
                ]))
          })),
      JSONMember(
        "byRule",
        .object(
          AlertRule.all.map { JSONMember($0.id, .object(members(burden.byRule[$0.id]))) })),
      JSONMember(
        "highest",
        .array(
          highest.map {
            .object([JSONMember("id", .string($0.id)), JSONMember("text", .string($0.text))])
          })),
    ])
  }

  private func members(_ count: Burden.Count?) -> [JSONMember] {
    [
      JSONMember("raised", .int(count?.raised ?? 0)),
      JSONMember("again", .int(count?.again ?? 0)),
    ]
  }

  // Six decimals; null without a day in house.
  private func perDay(_ priority: AlertPriority) -> JSONValue {
    let seconds = burden.inHouse.microseconds / 1_000_000
    guard seconds > 0 else { return .null }
    let count = burden.byPriority[priority]?.all ?? 0
    return .number(DecimalNumber(count).scaled(by: 86_400, over: seconds, places: 6))
  }

  private var lines: [String] {
    let seconds = burden.inHouse.microseconds / 1_000_000
    let days = DecimalNumber(Int(seconds)).scaled(by: 1, over: 86_400, places: 1)
    func row(_ cells: [String]) -> String {
      zip(cells, [30, 8, 8]).map { TextColumns.padded($0, to: $1) }.joined()
        + (cells.count > 3 ? cells[3] : "")
    }
    var lines = [
      "\(burden.patients) patients, \(days) patient-days in house", "",
      row(["alerts", "raised", "again", "per patient-day"]),
    ]
    for (priority, name) in zip(AlertPriority.allCases, ["highest", "high", "listed"]) {
      let count = burden.byPriority[priority] ?? Burden.Count()
      let share =
        seconds > 0
        ? "\(DecimalNumber(count.all).scaled(by: 86_400, over: seconds, places: 2))" : "--"
      lines.append(
        row(["\(priority.mark) \(name)", "\(count.raised)", "\(count.again)", share]))
    }
    lines += ["", row(["by rule", "raised", "again"])]
    for rule in AlertRule.all {
      guard let count = burden.byRule[rule.id] else { continue }
      lines.append(row(["\(rule.id) \(rule.title)", "\(count.raised)", "\(count.again)"]))
    }
    lines += ["", "The highest:"]
    for entry in highest {
      lines += TextColumns.entry(entry.id, Printable.line(entry.text), indent: 2, label: 34)
    }
    return lines
  }
}
