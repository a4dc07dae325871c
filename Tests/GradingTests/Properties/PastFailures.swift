import Clinical
import TestSupport

/// What once broke a property is tried first, for good.
enum PastFailures {
  /// Seeds of the generator as it is now.
  static let seeds: [UInt64] = []

  /// Shrunk histories, kept as they were so that a changed generator does not lose them.
  static var histories: [(String, [Event])] {
    [
      ("a correction written down before what it corrects", correctedBeforehand),
      ("a seizure continued under the name of a corrected version", continuedAfterCorrection),
      ("a mask before room air with a low saturation", lowSaturationTakenOffOxygen),
    ]
  }

  private static var correctedBeforehand: [Event] {
    var h = History()
    h.vitals(224, t: 36.5, sys: 84, spo2: 86)
    let typed = h.add(
      315, .vitals(Vitals(heartRate: Quantity(101, .perMinute))), recorded: 315.1)
    h.add(
      313, .vitals(Vitals(spo2: Quantity(89, .percent))), recorded: 315, corrects: typed,
      reason: "typed wrong")
    return h.events
  }

  private static var continuedAfterCorrection: [Event] {
    var h = History()
    let start = h.seizure(20, resolved: false)
    h.add(
      20, .seizure(Seizure(type: .focal, resolved: false)), recorded: 21, corrects: start,
      reason: "focal")
    h.seizure(20.05, resolved: true, returned: true, continues: start)
    return h.events
  }

  private static var lowSaturationTakenOffOxygen: [Event] {
    var h = History()
    h.vitals(254, t: 38, sys: 96, spo2: 86)
    h.oxygen(241, .roomAir)
    h.vitals(262, t: 37.9, spo2: 86)
    h.oxygen(262.65, .roomAir)
    return h.events
  }
}
