import Clinical
import EventStore
import EventText
import Foundation
import Grading
import Reports

private let reader = EventReader(digest: ContentDigest.sha256)
let shanghai = Zone(fixedOffset: 8 * 3600)

func instant(_ text: String) throws -> Instant { try Timestamp.moment(text).instant }

func events(_ lines: [String]) throws -> [Event] {
  try lines.map { try reader.read(Array($0.utf8)[...]).event }
}

/// A record as a report is asked of one.
struct Made {
  var lines: [String]
  var at = "2026-03-06T04:30:00+08:00"
  var isDeidentified = false

  static let infusion =
    #"{"patient":"A-1","kind":"infusion","at":"2026-03-01T10:20:00+08:00","product":"anti-CD7 CAR-T","dose":{"value":1,"unit":"10*6/kg"}}"#

  init(_ lines: [String], at: String = "2026-03-06T04:30:00+08:00") {
    self.lines = lines
    self.at = at
  }

  func question() throws -> ReportQuestion {
    ReportQuestion(
      at: try instant(at), asKnownAt: nil, record: .file("made.jsonl"),
      isDeidentified: isDeidentified)
  }

  func patient(_ name: String = "A-1") throws -> ReportedPatient {
    let all = try events(lines).filter { $0.patient == nil || $0.patient?.text == name }
    guard let id = PatientID(name) else { throw Trouble() }
    return ReportedPatient(id, GradedCourse(all, zone: shanghai), try question())
  }

  func ward() throws -> ReportedWard {
    let all = try events(lines)
    let names = Set(all.compactMap { $0.patient?.text }).sorted()
    return ReportedWard(
      try names.map(patient), wardEvents: all.filter { $0.patient == nil }, zone: shanghai,
      try question())
  }

  func course() throws -> ReportDocument { CourseSummary.document(try patient()) }

  func sheet(_ form: HandoverSheet.Form = .ipass) throws -> ReportPage {
    guard let page = HandoverSheet.document(try patient(), form).pages.first else {
      throw Trouble()
    }
    return page
  }

  struct Trouble: Error {}
}

/// The lines of events that tests are made of.
enum Line {
  static func vitals(
    _ at: String, _ values: [String: String], patient: String = "A-1", _ more: String = ""
  ) -> String {
    let units = [
      "temperature": "Cel", "systolic": "mm[Hg]", "diastolic": "mm[Hg]", "spo2": "%",
      "heartRate": "/min",
    ]
    let fields = values.sorted { $0.key < $1.key }.map {
      #""\#($0.key)":{"value":\#($0.value),"unit":"\#(units[$0.key] ?? "")"}"#
    }.joined(separator: ",")
    return #"{"patient":"\#(patient)","kind":"vitals","at":"\#(at)",\#(fields)\#(more)}"#
  }

  static func lab(_ at: String, _ results: String, _ more: String = "") -> String {
    #"{"patient":"A-1","kind":"lab","at":"\#(at)","results":[\#(results)]\#(more)}"#
  }

  static func setting(_ name: String, _ value: String, patient: String? = nil) -> String {
    let who = patient.map { #""patient":"\#($0)","# } ?? ""
    return
      #"{\#(who)"kind":"setting","at":"2026-02-01T08:00:00+08:00","name":"\#(name)","value":\#(value),"reason":"agreed"}"#
  }
}

extension ReportDocument {
  /// The section of that title on the first page.
  func section(_ title: String) -> ReportSection? {
    pages.first?.sections.first { $0.title == title }
  }

  var figures: [ReportFigure] {
    (section("Figures")?.blocks ?? []).compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
  }
}

extension ReportPage {
  func fact(_ label: String) -> String? { head.first { $0.label == label }?.text }

  /// The items of a section's list.
  func items(_ title: String) -> [String] {
    (sections.first { $0.title == title }?.blocks ?? []).flatMap { block -> [String] in
      if case .list(let items) = block { items } else { [] }
    }
  }
}
