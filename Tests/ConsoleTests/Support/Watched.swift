import Clinical
import Console
import Grading
import Surveillance

extension SampleConsole {
  /// What is watched of everybody of the sample ward at its moment: worked out once.
  static let looks: [PatientSurveillance] = {
    let known = Self.known(at: moment)
    let ward = known.filter { $0.patient == nil }
    let byPatient = Dictionary(grouping: known.filter { $0.patient != nil }) { $0.patient }
    return byPatient.compactMap { id, events in
      id.map {
        WatchedCourse($0, GradedCourse(ward + events, zone: zone)).surveillance(at: moment)
      }
    }.sorted { $0.patient < $1.patient }
  }()

  /// The console with the alerts of the sample ward.
  static var watched: SampleConsole {
    var console = SampleConsole()
    console.take(.watched(looks, isWhole: true))
    return console
  }
}

extension MadePatient {
  /// What is watched of this patient.
  func look(after span: TimeSpan = .zero) -> PatientSurveillance? {
    Self.id.map {
      WatchedCourse($0, GradedCourse(events, zone: SampleConsole.zone))
        .surveillance(at: Self.now + span)
    }
  }

  /// The console with this patient alone on the ward, watched, and a person of that role.
  func watchedOnWard(_ role: Clinical.Role = .nurse) -> SampleConsole {
    var console = onWard
    if let look = look() { console.take(.watched([look], isWhole: true)) }
    console.state.entry.user = EntryUser(login: "li", name: "Li", role: role)
    return console
  }

  /// Warm, breathing well, the pressure as asked, half an hour ago.
  static func withPressure(_ systolic: Int) -> MadePatient {
    var patient = MadePatient()
    patient.vitals(.minutes(-200), temperature: 368, systolic: 118, saturation: 98)
    patient.vitals(.minutes(-2), temperature: 368, systolic: systolic, saturation: 98)
    return patient
  }
}
