import Clinical
import EventText
import Grading
import Replay

/// Makes the lines of a scenario of a recorded course.
final class ScenarioMaker {
  private let course: RecordedCourse
  private let events: [Event]
  private let name: String
  private let title: String
  private let infusion: Instant
  private let starts: Instant
  private let ends: Instant
  private let shift: Int64
  /// How many free texts were left out.
  private(set) var droppedTexts = 0

  init(
    _ course: RecordedCourse, name: String, title: String, starts: Instant?, ends: Instant?,
    shift: Int64?, asObserved: Bool
  ) throws {
    let zone = course.zone
    events = course.events.map {
      var event = $0.event
      if asObserved { event.recordedAt = nil }
      return event
    }
    let infusions = Course(events, zone: zone).facts.filter {
      $0.event.kind == .infusion
    }
    guard let first = infusions.first else {
      throw Failure.couldNot(
        "\(course.patient) has no infusion in \(course.place): there is nothing to grade")
    }
    infusion = first.key.at
    self.course = course
    self.name = name
    self.title = title
    self.starts = starts ?? infusion
    let last = events.filter { $0.patient != nil }.map { $0.recorded(in: zone) }.max()
    self.ends = ends ?? last ?? infusion
    guard self.starts >= infusion, self.ends > self.starts else {
      throw Failure.usage(
        "the session begins at or after the infusion (\(Timestamp.local(infusion, in: zone))) and"
          + " ends after it began")
    }
    // 2001-01-01.
    self.shift = shift ?? 11_323 - zone.dayNumber(of: infusion)
  }

  /// The lines of the file; the head is held to everything that is asked of one that was written.
  ///
  /// - Parameter review: what stands in place of a free text, or `nil`.
  func lines(_ review: @escaping (FreeText) throws -> String?) throws -> [[UInt8]] {
    let offset = course.zone.offset(at: infusion)
    guard let nobody = PatientID("SC-001") else { return [] }
    var maker = Deidentification(as: nobody, shift: shift, offset: offset) { text in
      let kept = try review(text)
      if kept == nil { self.droppedTexts += 1 }
      return kept
    }
    let within = events.filter { $0.recorded(in: course.zone) <= ends }
    let events = try maker.events(within, in: course.zone)
    let zone = Zone(fixedOffset: offset)
    let replayed = ReplayedCourse(
      nobody, events.map { KnownEvent($0, .recordedAt, storedAt: nil, zone: zone) }, zone: zone)
    let head = ScenarioHead(
      name: name, title: title, level: .intermediate, audience: [.nurse, .physician],
      objectives: ["Grade CRS and ICANS through a recorded course."],
      author: "Made of a recorded course by Vigil; no clinician has reviewed this scenario.",
      starts: starts + .days(shift), ends: ends + .days(shift),
      teaching: ["Teaching points are still to be written."],
      expected: replayed.computedGrades(from: starts + .days(shift), through: ends + .days(shift)))
    let lines =
      [ScenarioWriter.object(for: head, in: zone).bytes] + events.map(EventWriter.line(for:))
    let text = lines.reduce(into: [UInt8]()) { $0 += $1 + [UInt8(ascii: "\n")] }
    let reading = ScenarioReader(reader: OpenedStore.reader).read(text[...])
    if let fault = reading.faults.first {
      throw Failure.usage("the scenario would not be sound: \(fault)")
    }
    return lines
  }
}
