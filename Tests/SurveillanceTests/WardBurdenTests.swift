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

  @Test("print") func show() {
    let zone = Zone.ofRecord(Self.events)
    let end = Self.events.map { $0.at.start(in: zone) }.max() ?? .earliest
    var burden = Burden()
    let clock = ContinuousClock()
    let began = clock.now
    let courses = Self.courses
    print("fold", clock.now - began, courses.count)
    let t1 = clock.now
    for course in courses { _ = course.surveillance(at: end) }
    print("ask all", clock.now - t1)
    for course in courses {
      let record = course.surveillance(at: end)
      let facts = GradedCourse(Self.events.filter { $0.patient == nil || $0.patient == course.patient }, zone: zone).facts
      burden.add(record, inHouse: PatientSurveillance.inHouse(facts, through: end, zone: zone))
      for alert in record.alerts.sorted(by: { $0.raised < $1.raised }) where ["A37","A16","A17","A21","A36","A18","A28"].contains(alert.rule.id) {
        print(alert.id, alert.changes.map { $0.change.rawValue }.filter { $0 != "escalated" }.joined(separator: ","), alert.ended?.utcWords ?? "-", alert.steps.map(\.text))
      }
    }
    print(burden.patients, burden.patientDays)
    for p in AlertPriority.allCases { print(p, burden.byPriority[p] ?? .init(), burden.perDay(p) ?? 0) }
    for (r, c) in burden.byRule.sorted(by: { $0.key < $1.key }) { print(r, c.raised, c.again) }
  }
}
