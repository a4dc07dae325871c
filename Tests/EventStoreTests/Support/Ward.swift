import Clinical
import EventStore
import EventText
import Testing

/// The words of these tests: events of the ward, a clock that is set by hand, and the two makers
/// of a record.
enum Ward {
  static let reader = EventReader(digest: ContentDigest.sha256)
  /// 2026-03-06T04:10:00Z.
  static let morning = Instant(microseconds: 1_772_770_200_000_000)
  static let storeID = EventID(high: 0x0190_1234_5678_7ABC, low: 0x8DEF_0123_4567_89AB)

  static func clock(_ instant: Instant = morning) -> StoreClock { { instant } }

  static func id(_ n: Int) -> EventID {
    EventID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | UInt64(n))
  }

  static func patient(_ text: String) throws -> PatientID {
    try #require(PatientID(text))
  }

  /// An event as a file sends it.
  static func sent(_ line: String) throws -> SentEvent {
    try reader.read(Array(line.utf8)[...])
  }

  /// A temperature of CD7-003, by the minute after four in the morning.
  static func vitals(
    _ temperature: String = "38.4", minute: Int = 10, patient: String = "CD7-003",
    extra: String = ""
  ) throws -> SentEvent {
    let time = "2026-03-06T04:\(minute < 10 ? "0" : "")\(minute):00Z"
    return try sent(
      """
      {"patient":"\(patient)","kind":"vitals","at":"\(time)",\
      "temperature":{"value":\(temperature),"unit":"Cel"}\(extra)}
      """)
  }

  static func correction(
    of id: EventID, _ temperature: String, as own: EventID, patient: String = "CD7-003"
  ) throws -> SentEvent {
    try vitals(
      temperature, patient: patient,
      extra: #","id":"\#(own)","corrects":"\#(id)","reason":"typed wrongly""#)
  }

  static func retraction(
    of id: EventID, as own: EventID, patient: String = "CD7-003", reason: String = "wrong patient"
  ) throws -> SentEvent {
    try sent(
      """
      {"patient":"\(patient)","kind":"retraction","at":"2026-03-06T04:30:00Z","id":"\(own)",\
      "retracts":"\(id)","reason":"\(reason)"}
      """)
  }

  static let file = Authorship.imported(file: "ward.jsonl")
  static let nurse = Authorship.live(login: "wangli", role: .nurse, source: "console")
  static let doctor = Authorship.live(login: "chen", role: .physician, source: "console")

  static func opening(
    _ login: String = "wangli", patience: TimeSpan = .seconds(10), probe: StoreProbe? = nil
  ) -> SQLiteEventLog.Opening {
    SQLiteEventLog.Opening(login: login, host: "ward-1", patience: patience, probe: probe)
  }

  static func found(
    _ folder: Folder, kind: StoreKind = .ward, patience: TimeSpan = .seconds(10),
    probe: StoreProbe? = nil
  ) throws -> SQLiteEventLog {
    try SQLiteEventLog.create(
      path: folder.store, as: .init(id: storeID, kind: kind, createdAt: morning),
      opening: opening(patience: patience, probe: probe), reader: reader)
  }

  static func open(
    _ folder: Folder, login: String = "chen", patience: TimeSpan = .seconds(10),
    probe: StoreProbe? = nil
  ) throws -> SQLiteEventLog {
    try SQLiteEventLog(
      path: folder.store, opening: opening(login, patience: patience, probe: probe),
      reader: reader)
  }
}

/// Both makers of a record, for tests that each must pass alike.
enum Maker: String, CaseIterable, CustomTestStringConvertible {
  case memory, sqlite

  var testDescription: String { rawValue }

  struct Record {
    let log: any EventLog & PersonalNotes & Checkpoints & StationPINs & Preferences & HoldingList
    // Keeps the file until the test is over.
    let folder: Folder?
  }

  func make(_ kind: StoreKind = .ward) throws -> Record {
    switch self {
    case .memory:
      return Record(
        log: MemoryEventLog(
          id: Ward.storeID, kind: kind, createdAt: Ward.morning, reader: Ward.reader),
        folder: nil)
    case .sqlite:
      let folder = try Folder()
      return Record(log: try Ward.found(folder, kind: kind), folder: folder)
    }
  }
}

extension EventLog {
  /// Appends one event, as from a file unless said otherwise.
  func take(_ event: SentEvent, by author: Authorship = Ward.file, at now: Instant = Ward.morning)
    throws -> AppendOutcome
  {
    let outcomes = try append([event], by: author, together: false, clock: Ward.clock(now))
    return try #require(outcomes.first)
  }

  func bodies() throws -> [String] {
    try events(after: 0, limit: 1000).map { String(decoding: $0.body, as: UTF8.self) }
  }
}
