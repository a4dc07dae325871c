import Clinical
import Console
import Grading
import Outcomes
import SampleWard
import Terminal

/// The console on the Trial screen with the endpoints of the sample trial.
enum TrialConsole {
  static let events = SampleWard.trial(seed: SampleWard.trialSeed).events
  static let zone = Zone.ofRecord(events)
  /// The end of the sample.
  static let cutoff = events.map { $0.at.start(in: zone) }.max() ?? .earliest

  static let report: OutcomeReport = {
    let ids = Set(events.compactMap(\.patient)).sorted()
    let subjects = ids.map { id in
      TrialSubject(
        id, GradedCourse(events.filter { $0.patient == nil || $0.patient == id }, zone: zone))
    }
    return OutcomeReport(Cohort(subjects, OutcomeQuestion(cutoff: cutoff, zone: zone)))
  }()

  /// With the endpoints read.
  static var read: SampleConsole {
    var console = SampleConsole.watched
    console.press("c")
    console.take(.trial(TrialReading(report)))
    return console
  }

  /// At a figure, reached by keys.
  static func at(_ part: TrialState.Part) -> SampleConsole {
    var console = read
    while console.state.trial.part != part { console.press("Tab") }
    return console
  }
}
