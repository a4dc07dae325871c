package import Clinical

/// What a store may hold.
package enum StoreKind: String, CaseIterable, Sendable {
  /// The record of real patients.
  case ward
  /// Sessions of training, and no patient: it is opened as a ward by nothing.
  case training
  /// A ward of invented patients to practise on; every screen on it says so.
  case practice

  /// SQLite's application id of such a file: `VIGL`, `VIGT` or `VIGP`. It is written once, when the
  /// file is made, and a connection that is opened later may not change it.
  var applicationID: Int32 {
    switch self {
    case .ward: 0x5649_474C
    case .training: 0x5649_4754
    case .practice: 0x5649_4750
    }
  }

  /// As a sentence has it.
  package var text: String {
    switch self {
    case .ward: "a ward's record"
    case .training: "a training store"
    case .practice: "a ward of invented patients"
    }
  }

  /// Whether such an event may stand in a store of this kind: sessions and patients never stand in
  /// one.
  func holds(_ event: Event) -> Bool {
    guard self == .training else { return !event.kind.isOfTraining }
    return event.kind.isWardWide && event.patient == nil
  }

  /// The kinds that have patients, and so can be opened as a ward.
  package static let ofPatients: Set<StoreKind> = [.ward, .practice]

  init?(applicationID: Int32) {
    guard let kind = Self.allCases.first(where: { $0.applicationID == applicationID }) else {
      return nil
    }
    self = kind
  }
}

/// Which store this is.
package struct StoreIdentity: Hashable, Sendable {
  /// The store's UUID, from which its chain begins.
  package var id: EventID
  package var kind: StoreKind
  /// The version of the file's format.
  package var format: Int
  package var createdAt: Instant
  /// The group that shares the store; `nil` for a store of one user.
  package var group: String?

  package init(
    id: EventID, kind: StoreKind, format: Int, createdAt: Instant, group: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.format = format
    self.createdAt = createdAt
    self.group = group
  }
}
