import Clinical

/// What an ICE or CAPD finds from a moment on, until the next.
struct NeuroState {
  /// Orientation, naming, commands, writing, attention; `nil` is the patient's own score.
  var ice: [Int]?
  /// Points of CAPD above the child's own.
  var capd = 0
  /// Anything but `done` where no score can be taken.
  var status = InstrumentStatus.done
  /// The hand looks different although the sentence is right.
  var isHandwritingChanged = false

  static let well = NeuroState()

  static func ice(
    _ orientation: Int, _ naming: Int, _ commands: Int, _ writing: Int, _ attention: Int,
    handwriting: Bool = false
  ) -> NeuroState {
    NeuroState(
      ice: [orientation, naming, commands, writing, attention], isHandwritingChanged: handwriting)
  }
  static func capd(above baseline: Int) -> NeuroState { NeuroState(capd: baseline) }
  static func unable(_ status: InstrumentStatus) -> NeuroState { NeuroState(status: status) }

  /// True while the plan asks for more than the routine: a point is lost.
  var isBelowBaseline: Bool {
    status == .done ? ice != nil || capd > 0 : status == .unarousable
  }
}
