import Clinical
import Interchange

/// Messages put together from what a test is about.
enum Message {
  static func bytes(_ segments: [String]) -> [UInt8] {
    Array((segments.joined(separator: "\r") + "\r").utf8)
  }

  static func header(_ more: String = "") -> String {
    "MSH|^~\\&|MONITOR|7B|||20260306041500+0800||ORU^R01^ORU_R01|1914|P|2.6|||\(more)"
  }

  /// A monitor's message with these OBX, each without its number.
  static func device(_ results: [String], patient: String = "00884471") throws -> HL7Report {
    HL7Report(
      try HL7Message(
        bytes(
          [
            header(), "PID|||\(patient)^^^Hospital^PI", "PV1||I|7B^^B07",
            "OBR|1|||182777000^monitoring of patient^SCT|||20260306041500+0800",
          ] + results.enumerated().map { "OBX|\($0 + 1)|\($1)" })[...]), zone: shanghai)
  }

  /// A laboratory's message with these OBX.
  static func laboratory(_ results: [String]) throws -> HL7Report {
    HL7Report(
      try HL7Message(
        bytes(
          [header(), "PID|||00884471", "OBR|1||F77|CYT^Cytokines^L|||20260306040000+0800"]
            + results.enumerated().map { "OBX|\($0 + 1)|\($1)" })[...]), zone: shanghai)
  }

  static let now = instant("2026-03-06T04:20:00+08:00")

  static func charting(_ report: HL7Report) -> HL7Charting { HL7Charting(report, now: now) }
}

extension HL7Charting {
  /// The vital signs of the first draft.
  var vitals: Vitals? {
    for draft in drafts { if case .vitals(let vitals) = draft.content { return vitals } }
    return nil
  }

  var results: [LabResult] {
    drafts.flatMap { draft -> [LabResult] in
      if case .lab(let lab) = draft.content { lab.results } else { [] }
    }
  }
}
