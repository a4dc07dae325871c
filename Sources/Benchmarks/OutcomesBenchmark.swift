import Clinical
import Grading
import Outcomes
import SampleWard

/// The trial's tables from kept subjects, of the sample trial and of a hundred of it.
struct OutcomesBenchmark {
  private let subjects: [TrialSubject]
  private let question: OutcomeQuestion

  init() {
    let events = SampleWard.trial(seed: SampleWard.trialSeed).events
    let zone = Zone.ofRecord(events)
    let byPatient = Dictionary(grouping: events.filter { $0.patient != nil }) { $0.patient }
    let ward = events.filter { $0.patient == nil }
    subjects = byPatient.compactMap { id, own in
      id.map { TrialSubject($0, GradedCourse(ward + own, zone: zone)) }
    }
    question = OutcomeQuestion(
      cutoff: events.map { $0.at.start(in: zone) }.max() ?? .earliest, zone: zone)
  }

  func run() {
    for copies in [1, 100] {
      let kept = (0..<copies).flatMap { copy in
        subjects.compactMap { subject in
          PatientID("\(copy)-\(subject.id)").map { ($0, subject.bytes) }
        }
      }
      let best =
        (0..<3).map { _ in
          Benchmarks.seconds {
            let read = kept.compactMap { TrialSubject($0, bytes: $1) }
            _ = OutcomeReport(Cohort(read, question)).tables(listings: false)
          }
        }.min() ?? 0
      print("tables of \(kept.count) kept patients: \(Int(best * 1000)) ms")
    }
  }
}
