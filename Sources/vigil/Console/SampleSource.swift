import Clinical
import Console
import Grading
import Outcomes

/// The sample ward as a source: invented events that become known as its own clock goes on.
struct SampleSource: WardSource {
  private(set) var site = ""
  private(set) var zone = Zone.utc
  private(set) var settings = ChoiceSettings()
  private(set) var coverAfter = ConsoleSettings.standardCoverAfter
  /// Everybody may everything in a demonstration.
  let people: UserBook? = nil
  private var ward: [Event]
  private var byPatient: [PatientID: [Event]]
  // Those that are not yet known, the next one last.
  private var coming: [Event]

  /// - Parameter now: the moment at which the demonstration begins.
  init(_ file: WardFile, at now: Instant) {
    ward = file.wardEvents
    byPatient = file.byPatient
    coming = []
    readWard(at: now)
    let zone = zone
    let later = file.byPatient.values.joined().filter { $0.recorded(in: zone) > now }
    coming = later.sorted {
      ($0.recorded(in: zone), $0.id) > ($1.recorded(in: zone), $1.id)
    }
  }

  private mutating func readWard(at now: Instant) {
    zone = Zone.ofRecord(ward)
    settings = ChoiceSettings(ofWard: ward, at: now, zone: zone)
    coverAfter = ConsoleSettings.coverAfter(of: ward, at: now, zone: zone)
    site = ward.siteName
  }

  private func known(_ patient: PatientID, at now: Instant) -> [Event] {
    (byPatient[patient] ?? []).filter { $0.recorded(in: zone) <= now }
  }

  func patient(_ id: PatientID, at now: Instant) -> WardPatient {
    WardPatient(id, GradedCourse(ward + known(id, at: now), zone: zone))
  }

  private func all(at now: Instant) -> [WardPatient] {
    byPatient.keys.sorted().compactMap { id in
      known(id, at: now).isEmpty ? nil : patient(id, at: now)
    }
  }

  func inHouse(at now: Instant) -> [WardPatient] {
    all(at: now).filter { $0.summary.isInHouse(at: now, zone: zone) }
  }

  func outOfHouse(at now: Instant) -> [WardPatient] {
    all(at: now).filter { !$0.summary.isInHouse(at: now, zone: zone) }
  }

  func events(of patient: PatientID, at now: Instant) -> [Event] {
    ward + known(patient, at: now)
  }

  func record(of patient: PatientID, at now: Instant) -> PatientRecord {
    PatientRecord(patient, events: ward + known(patient, at: now), zone: zone)
  }

  func trial(at now: Instant) -> OutcomeReport {
    let subjects = byPatient.keys.sorted().map { id in
      TrialSubject(id, GradedCourse(ward + known(id, at: now), zone: zone))
    }
    return OutcomeReport(
      Cohort(
        subjects,
        OutcomeQuestion(
          cutoff: now, zone: zone, settings: OutcomeSettings(ofWard: ward, at: now, zone: zone))))
  }

  mutating func news(at now: Instant) -> [Event] {
    var events: [Event] = []
    while let next = coming.last, next.recorded(in: zone) <= now {
      events.append(next)
      coming.removeLast()
    }
    return events
  }

  mutating func add(_ events: [Event], at now: Instant) {
    for event in events {
      if let patient = event.patient {
        byPatient[patient, default: []].append(event)
      } else {
        ward.append(event)
      }
    }
    if events.contains(where: { $0.patient == nil }) { readWard(at: now) }
  }
}
