package import Clinical
package import Replay
package import Surveillance

/// What a replay adds to the console: a clock of its own, the line of time, what decides what is
/// known. Everything else is the ward's own screens.
package struct ReplayState: Sendable {
  /// What is replayed, for the title: a patient's id, or a scenario's title.
  package let title: String
  /// Who is replayed; the patient opens by itself.
  package let patient: PatientID
  package let readings: [ReplayReading]
  /// What the learner is told, of a scenario.
  package let prompts: [ScenarioHead.Prompt]
  package internal(set) var reading: ReplayReading
  package internal(set) var clock: ReplayClock
  package internal(set) var marks: ReplayMarks
  /// The session in which one sits; `nil` where nothing of the replay is kept.
  package var session: SessionState?
  /// A highest alert came up on the ward that was left; said until somebody goes back.
  package var hasWardRung = false
  /// The record of the ward that was left cannot be read.
  package var hasWardStopped = false
  /// The session of a learner; `nil` where it is only looked at.
  package internal(set) var training: TrainingState?
  /// What a step goes to.
  package internal(set) var step = ReplayMark.Kind.event

  /// - Parameter readings: those that the source has; the first is in force.
  package init(
    title: String, patient: PatientID, readings: [ReplayReading],
    prompts: [ScenarioHead.Prompt] = [], clock: ReplayClock, marks: ReplayMarks,
    training: TrainingState? = nil
  ) {
    self.title = title
    self.patient = patient
    self.readings = readings
    self.prompts = prompts
    reading = readings.first ?? .recordedAt
    self.clock = clock
    self.marks = marks
    self.training = training
  }
}

extension ReplayState {
  /// True while a session goes: nothing of what is to come is shown.
  var isFutureHidden: Bool { training.map { $0.debrief == nil } ?? false }
}

/// Everything that a moment of a replay puts on the screens: a function of the moment and of what is
/// replayed, whichever way the replay came there.
package struct ReplayedMoment: Sendable {
  package let at: Instant
  package let patients: [WardPatient]
  package let record: PatientRecord
  package let looks: [PatientSurveillance]
  /// The ward's settings in force at that moment.
  package let settings: ChoiceSettings
  /// The marks, where another reading, or an event that came into the copy, has changed them.
  package let marks: ReplayMarks?

  package init(
    at: Instant, patients: [WardPatient], record: PatientRecord, looks: [PatientSurveillance],
    settings: ChoiceSettings, marks: ReplayMarks? = nil
  ) {
    self.at = at
    self.patients = patients
    self.record = record
    self.looks = looks
    self.settings = settings
    self.marks = marks
  }
}
