import Clinical
import EventText
import Surveillance

/// An alert and what is due as the contract prints them.
enum AlertText {
  /// One alert (contract 5).
  static func object(_ alert: Alert, _ zone: Zone) -> JSONValue {
    func time(_ t: Instant?) -> JSONValue {
      t.map { .string(Timestamp.local($0, in: zone)) } ?? .null
    }
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    return .object([
      JSONMember("id", .string(alert.id)), JSONMember("patient", .string(alert.patient.text)),
      JSONMember("rule", .string(alert.rule.id)),
      JSONMember("priority", .int(alert.priority.rawValue)),
      JSONMember("raised", time(alert.raised)), JSONMember("reRaised", time(alert.reRaised)),
      JSONMember("escalated", time(alert.escalated)), JSONMember("ended", time(alert.ended)),
      JSONMember("status", .string(alert.status.rawValue)),
      JSONMember("text", .string(alert.text)), JSONMember("criterion", .string(alert.criterion)),
      JSONMember("source", .string(alert.source)),
      JSONMember("events", .array(alert.events.map { .string($0.description) })),
      JSONMember(
        "acknowledged",
        alert.acknowledged.map {
          .object([
            JSONMember("by", text($0.by)), JSONMember("at", time($0.at)),
            JSONMember("until", $0.until.map { time($0) } ?? .null),
            JSONMember("note", text($0.note)),
          ])
        } ?? .null),
      JSONMember(
        "escalation",
        alert.escalation.map {
          .object([JSONMember("next", text($0.next)), JSONMember("at", time($0.at))])
        } ?? .null),
    ])
  }

  /// One thing that is due (contract 5).
  static func object(
    _ due: DueObservation, of patient: PatientID, at now: Instant, _ zone: Zone
  ) -> JSONValue {
    .object([
      JSONMember("patient", .string(patient.text)), JSONMember("what", .string(due.what.rawValue)),
      JSONMember("due", .string(Timestamp.local(due.due, in: zone))),
      JSONMember("lateMinutes", .int(due.lateMinutes(at: now))),
      JSONMember("level", .string(due.level(at: now).rawValue)),
      JSONMember("why", .string(due.why)),
    ])
  }

  /// A patient's alerts for a person, under the patient's name.
  static func lines(_ alerts: [Alert], of record: PatientSurveillance) -> [String] {
    var lines = [heading(record, alerts.isEmpty ? "nothing to tell" : nil)]
    for alert in alerts {
      lines += TextColumns.entry(
        "\(alert.priority.mark) \(alert.rule.id)",
        Printable.line("\(alert.text). \(state(alert, record.zone))"), indent: 2, label: 10)
    }
    return lines
  }

  /// What is due of a patient, for a person.
  static func lines(due record: PatientSurveillance) -> [String] {
    let nothing = record.isInHouse ? record.isOnLeave ? "on leave" : "nothing due" : "not in house"
    var lines = [heading(record, record.due.isEmpty ? nothing : nil)]
    for due in record.due {
      let late = due.lateMinutes(at: record.at)
      let when = late > 0 ? "late by \(span(late))" : late == 0 ? "now" : "in \(span(-late))"
      lines += TextColumns.entry(
        due.level(at: record.at).rawValue,
        Printable.line(
          "\(due.what.label), due \(Timestamp.local(due.due, in: record.zone)), \(when): \(due.why)"
        ),
        indent: 2, label: 10)
    }
    return lines
  }

  private static func span(_ minutes: Int) -> String {
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest) min"
  }

  private static func heading(_ record: PatientSurveillance, _ remark: String?) -> String {
    let parts = [
      Printable.line(record.patient.text), Timestamp.local(record.at, in: record.zone), remark,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private static func state(_ alert: Alert, _ zone: Zone) -> String {
    func time(_ t: Instant) -> String { Timestamp.local(t, in: zone) }
    var parts = ["Raised \(time(alert.raised))"]
    if let again = alert.reRaised { parts.append("again \(time(again))") }
    if let entry = alert.acknowledged, alert.status != .active {
      parts.append(
        "acknowledged \(time(entry.at)) by \(entry.by ?? "somebody")"
          + (entry.until.map { " until \(time($0))" }
            ?? "; it stays until a \(alert.priority == .highest ? "physician" : "nurse") has"))
    }
    if let escalated = alert.escalated { parts.append("escalated \(time(escalated))") }
    if let next = alert.escalation {
      parts.append("\(next.next ?? "nobody is named to be called") at \(time(next.at))")
    }
    if let ended = alert.ended { parts.append("ended \(time(ended))") }
    return parts.joined(separator: ", ")
  }
}
