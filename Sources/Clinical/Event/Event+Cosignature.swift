extension Event {
  /// True for what a trainee wrote: until a nurse or a physician co-signs it, by a correction of
  /// their own, it counts for raising a grade and not for lowering one.
  ///
  /// The role of a `user` event is that of the person of whom it tells.
  package var awaitsCosignature: Bool { role == .trainee && kind != .user }

  /// True for a discharge, a leave or a death that awaits its co-signature: nobody is taken off the
  /// ward by it, and nothing ceases to be due.
  package var isUnsignedDeparture: Bool { awaitsCosignature && isDeparture }

  /// True for what ends or interrupts the watch over a patient.
  package var isDeparture: Bool {
    switch content {
    case .stay(let stay): stay.action == .discharge || stay.action == .leave
    case .status(let status): status.state == .death
    default: false
    }
  }
}
