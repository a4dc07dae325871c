import Clinical
import Grading

/// What the rules of alerts remember of a course up to an instant, beside what grading does: series
/// of scores and results, drugs given, and the last step of everything that may rise or fall.
struct Chart: Sendable {
  var summary = PatientSummary()
  var stay = StayTrack()

  var fever: FeverRun?
  /// The highest early fever, until it has gone (A02).
  var earlyHighFever: Observed<Int>?
  /// The newest temperature that was taken over.
  var seenTemperature: Instant?
  var saturation = SaturationTrack()
  var heartRate: Observed<DecimalNumber>?
  var breaths: Observed<DecimalNumber>?
  var oxygen = StepTrack()
  var pressors = StepTrack()

  var crs = GradeTrack()
  var icans = GradeTrack()
  var severe = CloseWatch()

  var ice = ScoreTrack()
  var capd = ScoreTrack()
  var writing: WritingChange?
  /// Whether the newest sentence asked for was written.
  var wrote: Bool?
  var focal = FocalTrack()
  var consciousness: ConsciousnessEntry?
  var sedatedFall: SedatedFall?

  var drugs = DrugTrack()
  var labs = LabSeries()
  var findings: [String: FindingEntry] = [:]

  /// When something due was last refused, by what it was.
  var refused: [NotDone.What: Instant] = [:]

  /// When each event that may stand behind an alert was written down.
  var known: [EventID: Instant] = [:]

  /// Coming and going, beside what `PatientSummary` says of it.
  struct StayTrack: Sendable {
    /// The newest admission or return from leave.
    var arrivedAt: Instant?
    /// The newest discharge: what was observed before it does not count after a readmission.
    var leftAt: Instant?
    /// From here on nothing is watched; a death dated by the day counts from the day's end.
    var deathAt: Instant?
  }

  /// Fevers less than 24 h apart.
  struct FeverRun: Sendable {
    let first: Instant
    let firstID: EventID
    var last: Instant
    var lastID: EventID
    /// From 1.
    let number: Int
    /// True once a temperature below 38.0 °C was measured.
    var isInterrupted = false
    var highest: Int
  }

  /// What a level of consciousness was entered as.
  struct ConsciousnessEntry: Sendable {
    let level: Consciousness.Level
    let cause: Consciousness.Cause?
    let at: Instant
    let id: EventID
  }

  /// A fall of consciousness soon after a sedative.
  struct SedatedFall: Sendable {
    let entry: ConsciousnessEntry
    let sedative: DoseRecord
  }

  /// A loss of handwriting.
  struct WritingChange: Sendable {
    let at: Instant
    let id: EventID
    let isMarked: Bool
  }

  /// A sign of the kind that is entered as present or gone.
  struct FindingEntry: Sendable {
    let isPresent: Bool
    let at: Instant
    let id: EventID
  }
}
