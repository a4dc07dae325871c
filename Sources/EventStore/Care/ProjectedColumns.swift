import Clinical

/// The columns of an event's row that repeat what its body says, so that it can be found.
struct ProjectedColumns {
  /// Read after `EventRow.columns`.
  static let list = #"at, atIsDay, recordedAt, "by", role, source, "set", corrects, retracts"#

  private let at: Int64
  private let isDay: Bool
  private let recordedAt: Int64
  private let by: String?
  private let role: String?
  private let source: String?
  private let set: [UInt8]?
  private let corrects: [UInt8]?
  private let retracts: [UInt8]?

  init(_ row: PreparedStatement) {
    func blob(_ column: Int32) -> [UInt8]? { row.isNull(column) ? nil : row.bytes(column) }
    at = row.int(9)
    isDay = row.int(10) != 0
    recordedAt = row.int(11)
    by = row.text(12)
    role = row.text(13)
    source = row.text(14)
    set = blob(15)
    corrects = blob(16)
    retracts = blob(17)
  }

  /// The first column that says something else than the event, or `nil`.
  func difference(from event: Event, _ stored: StoredEvent) -> String? {
    let place = EventRow.place(of: event.at)
    let same: [(String, Bool)] = [
      ("id", stored.id == event.id),
      ("patient", stored.patient == event.patient),
      ("kind", stored.kind == event.kind.rawValue),
      ("at", at == place.at && isDay == place.isDay),
      ("recordedAt", recordedAt == event.recordedAt?.microseconds),
      ("by", by == event.by),
      ("role", role == event.role?.rawValue),
      ("source", source == event.source),
      ("set", set == event.set?.bytes),
      ("corrects", corrects == event.corrects?.bytes),
      ("retracts", retracts == event.retracts?.bytes),
    ]
    return same.first { !$0.1 }?.0
  }
}
