import Clinical
import EventStore
import Grading

/// The ends of patients' courses that the store keeps, so that the grades of now need not decode
/// the past. They can be lost at any time and give the same answers.
struct GradeCheckpoints {
  private let log: any EventLog & Checkpoints
  private let grader: Grader
  private let zone: Zone
  private let settings: [UInt8]

  /// A course shorter than this is folded sooner than a checkpoint of it is written.
  private static let shortest = 256
  /// After so many events behind a checkpoint another is made.
  private static let stale = 256

  /// `nil` where the question is about the past, every change, or a zone that differs by patient:
  /// checkpoints hold the end of all that is known.
  init?(log: any EventLog & Checkpoints, ward: [StoredEvent], grader: Grader) {
    let question = grader.question
    guard let zone = grader.wardZone, question.asKnownAt == nil, question.asStoredAt == nil,
      !question.isTimeline
    else { return nil }
    self.log = log
    self.grader = grader
    self.zone = zone
    // Whatever the ward's events say enters every patient's course, and so does the zone.
    var text = Array(zone.identifier.utf8)
    for event in ward { text += event.id.bytes + event.contentHash }
    settings = ContentDigest.sha256(text[...])
  }

  /// The answer from a checkpoint and what came after it; `nil` where there is none, or where what
  /// came after is dated before its end.
  func answer(for patient: PatientID) throws -> GradeAnswer? {
    guard
      let kept = try log.checkpoint(
        of: patient, engine: GradedTail.engineVersion, settings: settings),
      var tail = GradedTail(bytes: kept.state, zone: zone)
    else { return nil }
    let stored = try log.events(of: patient, after: kept.seq)
    let later = try stored.map { try $0.event(OpenedStore.reader) }
    for event in later.sorted(by: { $0.at.start(in: zone) < $1.at.start(in: zone) })
    where !tail.append(event) { return nil }
    guard let assessment = tail.assessment(at: grader.question.at) else { return nil }
    if later.count >= Self.stale { keep(tail, of: patient, through: stored.last?.seq) }
    return grader.answer(for: patient, assessment, zone)
  }

  /// Keeps the end of a course that was folded whole.
  func keep(_ course: GradedCourse, of patient: PatientID, through seq: Int64?, facts: Int) {
    guard facts >= Self.shortest else { return }
    keep(course.end, of: patient, through: seq)
  }

  // A checkpoint that cannot be kept costs time and nothing else: somebody who may only read, or
  // a busy store, still gets the answer.
  private func keep(_ tail: GradedTail, of patient: PatientID, through seq: Int64?) {
    guard let seq, let bytes = tail.bytes else { return }
    try? log.save(
      Checkpoint(
        patient: patient, seq: seq, engine: GradedTail.engineVersion, settings: settings,
        state: bytes))
  }
}
