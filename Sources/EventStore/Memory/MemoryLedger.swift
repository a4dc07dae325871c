import Clinical

/// The rows of a record in memory with the look-ups that the rules need.
struct MemoryLedger: Ledger {
  private(set) var events: [StoredEvent] = []
  /// Indices into `events`.
  private(set) var byID: [EventID: Int] = [:]
  private(set) var byPatient: [PatientID?: [Int]] = [:]
  private(set) var namers: [EventID: [Int]] = [:]
  private(set) var head: ChainHead
  var lastStoredAt: Instant? { events.last?.storedAt }

  var drafts: [DraftKey: Draft] = [:]
  var looked: [LookedKey: LastLooked] = [:]
  var checkpoints: [CheckpointKey: Checkpoint] = [:]
  var pins: [String: KeptPIN] = [:]
  var wrongTries: [String: WrongTries] = [:]
  /// By person and name.
  var preferences: [DraftKey: Preference] = [:]
  var held: [[UInt8]: HeldMessage] = [:]

  struct DraftKey: Hashable {
    var login: String
    var form: String
  }

  struct LookedKey: Hashable {
    var login: String
    var patient: PatientID
  }

  init(genesis: ChainHash) { head = ChainHead(seq: 0, hash: genesis) }

  /// Empty, to go on from the end of another record.
  init(at head: ChainHead) { self.head = head }

  func stored(_ id: EventID) -> StoredEvent? { byID[id].map { events[$0] } }

  func naming(_ id: EventID) -> [StoredEvent] { (namers[id] ?? []).map { events[$0] } }

  func hasEvent(of patient: PatientID?, after seq: Int64) -> Bool {
    (byPatient[patient]?.last).map { events[$0].seq > seq } ?? false
  }

  mutating func insert(_ stored: StoredEvent, _ event: Event) {
    let place = events.count
    events.append(stored)
    byID[stored.id] = place
    byPatient[stored.patient, default: []].append(place)
    if let corrects = event.corrects { namers[corrects, default: []].append(place) }
    if let retracts = event.retracts { namers[retracts, default: []].append(place) }
    head = ChainHead(seq: stored.seq, hash: stored.hash)
  }
}
