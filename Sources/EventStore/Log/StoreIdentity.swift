package import Clinical

/// What a store may hold.
package enum StoreKind: String, CaseIterable, Sendable {
  /// The record of real patients.
  case ward
  /// Scenarios and exercises; every screen on it says so.
  case training

  /// SQLite's application id of such a file: `VIGL` or `VIGT`.
  var applicationID: Int32 {
    switch self {
    case .ward: 0x5649_474C
    case .training: 0x5649_4754
    }
  }

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
