import Clinical
import EventStore
import Grading
import Replay

/// One patient's events with the ward's own, from a store or a file, opened for reading alone.
struct RecordedCourse {
  let patient: PatientID
  /// With the time at which the store took it; `nil` for events of a file.
  private(set) var events: [(event: Event, storedAt: Instant?)] = []
  let zone: Zone
  /// As messages call the source.
  let place: String
  /// The files that it was read from, which nothing else may be written to.
  let files: [String]

  init(
    _ name: String, events path: String?, sample: SampleSet?, _ store: StoreOptions,
    _ data: DataOptions, _ environment: Environment
  ) throws {
    var found: [(event: Event, storedAt: Instant?)] = []
    if let path = try sample?.path(data, environment) ?? path {
      let file = try WardFile(path: path, environment)
      file.tell(as: path, environment)
      place = path
      files = [path]
      patient = try PatientChoice.one(name, among: Array(file.byPatient.keys), in: path)
      found = (file.wardEvents + (file.byPatient[patient] ?? [])).map { ($0, nil) }
    } else {
      let place = try store.place(environment)
      self.place = place.path
      files = StoreUse.files(path: place.path)
      let log = try OpenedStore.openForReading(place, environment)
      patient = try PatientChoice.one(name, among: try log.patients(), in: place.path)
      for stored in try log.events(of: nil) + log.events(of: patient) {
        found.append((try stored.event(OpenedStore.reader), stored.storedAt))
      }
    }
    events = found
    zone = Zone.ofRecord(found.map(\.event))
  }
}

extension PatientChoice {
  /// The one patient of that name.
  static func one(_ name: String, among patients: [PatientID], in place: String) throws -> PatientID
  {
    let chosen = try of([name], among: patients, in: place)
    guard let patient = chosen.first else {
      throw Failure.usage("there is no patient \"\(name)\" in \(place)")
    }
    return patient
  }
}
