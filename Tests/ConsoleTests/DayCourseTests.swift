import Clinical
import Console
import Grading
import Terminal
import Testing

@Suite("Scores on the strip of days")
struct DayCourseTests {
  private func course(_ scores: [(TimeSpan, Content)]) throws -> (DayCourse, MadePatient) {
    var patient = MadePatient()
    for (after, content) in scores { patient.add(after, content) }
    let id = try #require(MadePatient.id)
    let record = PatientRecord(id, events: patient.events, zone: SampleConsole.zone)
    return (DayCourse(record, now: MadePatient.now), patient)
  }

  private func score(_ course: DayCourse, _ day: Int) -> DayCourse.Score? {
    course.days.first { $0.days == day...day }?.score
  }

  @Test("an item that was not asked is no lost point")
  func open() throws {
    let (course, patient) = try course([
      (.hours(-3), .ice(ICE(items: [.command: 0], status: .done)))
    ])
    #expect(score(course, 5) == .open)
    let console = patient.opened
    let rows = console.rows(80, 24)
    let lane = (rows.first { $0.hasPrefix("ICE") } ?? "").dropFirst(9)
    #expect(lane.contains("?") && !lane.contains("0"))
    #expect(console.text(80, 24).contains("? items not asked"))
    let plain = console.state.plainLines(glyphs: .unicode).joined(separator: "\n")
    #expect(plain.contains("with items not asked"))
  }

  @Test("the worst of those done whole stands there, as long as none with open items is worse")
  func whole() throws {
    let whole = Content.ice(ICE(total: 8, status: .done))
    let better = Content.ice(ICE(items: [.command: 1, .attention: 0], status: .done))
    let worse = Content.ice(
      ICE(orientation: 0, naming: 0, commands: 1, writing: 0, status: .done))
    #expect(try score(course([(.hours(-3), whole), (.hours(-2), better)]).0, 5) == .whole(8))
    #expect(try score(course([(.hours(-3), whole), (.hours(-2), worse)]).0, 5) == .open)
    #expect(try score(course([]).0, 5) == nil)
    #expect(
      try score(course([(.hours(-3), .ice(ICE(total: 0, status: .done)))]).0, 5) == .whole(0))
  }
}
