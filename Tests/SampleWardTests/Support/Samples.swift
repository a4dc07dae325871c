import Clinical
import EventText
import SampleWard

/// Each sample is made once for all tests.
enum Samples {
  static let ward = SampleWard.ward(seed: SampleWard.wardSeed)
  static let trial = SampleWard.trial(seed: SampleWard.trialSeed)
  static let shanghai = Zone(fixedOffset: 28_800)

  static func lines(_ events: [Event]) -> [UInt8] {
    events.flatMap { EventWriter.line(for: $0) + [UInt8(ascii: "\n")] }
  }

  static func patients(_ events: [Event]) -> [PatientID] {
    Set(events.compactMap(\.patient)).sorted()
  }
}

/// What the `site` event says of the demo.
func demoMoment(_ events: [Event]) -> Instant? {
  for event in events {
    if case .site(let site) = event.content { return site.demoMoment }
  }
  return nil
}

extension [Event] {
  func of(_ patient: PatientID) -> [Event] { filter { $0.patient == patient } }

  /// The ward's own events and this patient's, as far as they were written down by `moment`.
  func known(of patient: PatientID, at moment: Instant) -> [Event] {
    filter {
      ($0.patient == nil || $0.patient == patient)
        && $0.recorded(in: Samples.shanghai) <= moment
    }
  }

  /// Distinct patients with an event that satisfies `isMeant`.
  func patients(where isMeant: (Event) -> Bool) -> Set<String> {
    Set(filter(isMeant).compactMap { $0.patient?.text })
  }

  /// In house at `moment` by the stays and deaths on record.
  func isInHouse(at moment: Instant) -> Bool {
    var isIn = false
    for event in self where event.at.start(in: Samples.shanghai) <= moment {
      switch event.content {
      case .stay(let stay):
        if stay.action == .admission { isIn = true }
        if stay.action == .discharge { isIn = false }
      case .status(let status) where status.state == .death: isIn = false
      default: break
      }
    }
    return isIn
  }

  var birthDate: CalendarDate? {
    for event in self {
      if case .patient(let details) = event.content { return details.birthDate }
    }
    return nil
  }

  var infusedAt: Instant? {
    first { $0.kind == .infusion }?.at.start(in: Samples.shanghai)
  }
}

extension Event {
  /// Minutes from the observation until it was written down; `nil` for a day without a time.
  var delayMinutes: Int64? {
    guard case .moment(let instant, _) = at, let recordedAt else { return nil }
    return (recordedAt - instant).wholeMinutes
  }
}
