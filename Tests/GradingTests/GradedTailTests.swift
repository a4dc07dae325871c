import Clinical
import Grading
import Foundation
import TestSupport
import Testing

@Suite("A ward opens from kept ends of courses")
struct GradedTailTests {
  private func history() -> History {
    var h = History()
    for hour in stride(from: 2.0, through: 90, by: 4) {
      h.vitals(hour, t: hour > 20 && hour < 40 ? 38.6 : 37, sys: hour == 30 ? 84 : 112, spo2: 96)
      if hour == 26 { h.oxygen(hour, .nasalCannula, flow: 3) }
      if hour == 42 { h.oxygen(hour, .roomAir) }
      h.ice(hour, hour > 50 && hour < 70 ? 7 : 10)
    }
    h.add(60, .seizure(Seizure(duration: Quantity(90, .second), resolved: true)))
    h.drug(31, "tocilizumab")
    h.attribute(62, .cognition, .other)
    return h
  }

  @Test("A tail read back says the same as the whole course, at its end and later")
  func sameAnswer() throws {
    let course = history().graded
    let bytes = try #require(course.end.bytes)
    let tail = try #require(GradedTail(bytes: bytes, zone: History.zone))
    for hours in [90.0, 95, 103, 120, 400] {
      #expect(tail.assessment(at: History.at(hours)) == course.assessment(at: History.at(hours)))
    }
    #expect(tail.assessment(at: History.at(50)) == nil)
  }

  @Test("Events later than the end are taken in; earlier ones and corrections ask for the course")
  func append() throws {
    var h = history()
    var tail = h.graded.end
    let late = h.vitals(93, t: 38.9, sys: 85, spo2: 88)
    #expect(tail.append(try #require(h.events.last)))
    #expect(tail.assessment(at: History.at(95)) == h.assessment(95))
    h.normal(10)
    #expect(!tail.append(try #require(h.events.last)))
    h.add(94, .vitals(Vitals(systolic: Quantity(99, .millimetreOfMercury))), corrects: late)
    #expect(!tail.append(try #require(h.events.last)))
  }

  @Test("Bytes of another engine or spoilt ones are no tail")
  func spoilt() throws {
    var bytes = try #require(history().graded.end.bytes)
    #expect(GradedTail(bytes: [], zone: History.zone) == nil)
    #expect(GradedTail(bytes: Array(bytes.dropLast()), zone: History.zone) == nil)
    let text = try #require(String(bytes: bytes, encoding: .utf8))
    bytes = Array(
      text.replacing(
        "\"version\":\"\(GradedTail.engineVersion)\"", with: "\"version\":\"another\""
      ).utf8)
    #expect(GradedTail(bytes: bytes, zone: History.zone) == nil)
  }
}
