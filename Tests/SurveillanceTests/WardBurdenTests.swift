import Clinical
import EventText
import Foundation
import Grading
import Testing

@testable import Surveillance

@Suite("the sample ward asks no more of its people than it may")
struct WardBurdenTests {
  static let events: [Event] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "sample-data/ward.jsonl")
    guard let data = try? Data(contentsOf: path) else { return [] }
    let reader = EventReader(digest: { _ in Array(repeating: 0, count: 32) })
    return EventFile(Array(data)[...], reader: reader).events.map(\.event)
  }()

  static let courses: [WatchedCourse] = {
    let zone = Zone.ofRecord(events)
    let ward = events.filter { $0.patient == nil }
    let byPatient = Dictionary(
      grouping: events.filter { $0.patient != nil }, by: { $0.patient?.text ?? "" })
    return byPatient.sorted { $0.key < $1.key }.compactMap { name, own in
      PatientID(name).map { WatchedCourse($0, GradedCourse(ward + own, zone: zone)) }
    }
  }()

  static let zone = Zone.ofRecord(events)
  static let end = events.map { $0.at.start(in: zone) }.max() ?? .earliest

  @Test("at most one highest alert for each day that a patient is in house")
  func burden() {
    var burden = Burden()
    for course in Self.courses {
      let own = Self.events.filter { $0.patient == nil || $0.patient == course.patient }
      let facts = GradedCourse(own, zone: Self.zone).facts
      burden.add(
        course.surveillance(at: Self.end),
        inHouse: PatientSurveillance.inHouse(facts, through: Self.end, zone: Self.zone))
    }
    #expect(burden.patients == 20)
    #expect(burden.patientDays > 500)
    #expect(burden.perDay(.highest) ?? 9 <= 1)
    // The rare signs of ICANS are in the record and must be told.
    for rule in ["A10", "A11", "A11b", "A12", "A13", "A14"] {
      #expect(burden.byRule[rule]?.raised ?? 0 > 0, "\(rule)")
    }
  }

  @Test("the whole course at once, and grown event by event, say the same")
  func grown() throws {
    let course = try #require(Self.courses.first { $0.patient.text == "CD7-003" })
    let own = Self.events.filter { $0.patient == nil || $0.patient == course.patient }
    var graded = GradedCourse(zone: Self.zone)
    var grown = WatchedCourse(course.patient, zone: Self.zone)
    for event in own.reversed() {
      graded.insert(event)
      grown.update(graded)
    }
    let (a, b) = (course.surveillance(at: Self.end), grown.surveillance(at: Self.end))
    #expect(a.alerts.map(\.id) == b.alerts.map(\.id))
    #expect(a.alerts.map(\.text) == b.alerts.map(\.text))
    #expect(a.due == b.due)
  }
}
