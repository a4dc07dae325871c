import Clinical
import EventText

/// Which patients were asked for, among those there are.
enum PatientChoice {
  /// The patients to answer for, in order of id: those named, or all.
  ///
  /// - Throws: wrong usage for a name that nobody has, with the nearest that somebody has.
  static func of(_ names: [String], among patients: [PatientID], in place: String) throws
    -> [PatientID]
  {
    let sorted = patients.sorted()
    guard !names.isEmpty else { return sorted }
    let known = Set(sorted)
    var chosen: Set<PatientID> = []
    for name in names {
      guard let patient = PatientID(name), known.contains(patient) else {
        let nearest = NearestName.of(name, in: sorted.map(\.text))
        throw Failure.usage(
          "there is no patient \"\(name)\" in \(place)"
            + (nearest.map { "; the nearest is \($0)" } ?? ""))
      }
      chosen.insert(patient)
    }
    return chosen.sorted()
  }
}
