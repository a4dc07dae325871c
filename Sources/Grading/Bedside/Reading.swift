import Clinical

/// A temperature as rules see it.
struct TemperatureReading: Sendable, Codable, Hashable {
  /// Tenths of a degree Celsius, rounded by D-02; 380 is 38.0 °C.
  let tenths: Int
  let at: Instant
  /// At this instant the reading no longer counts (1.7, 1.9).
  let expires: Instant
  let id: EventID
  let site: Vitals.Site?
  /// True where only rounding (D-02) makes it 38.0 °C.
  var isRoundedUp = false
  /// True while it waits for its co-signature: it closes no episode.
  var isUnsigned = false

  var isFever: Bool { tenths >= FeverLimit.tenths }
}

/// A systolic pressure with the limit that applied to the patient on the day of the reading.
struct SystolicReading: Sendable, Codable, Hashable {
  /// mm[Hg], unrounded.
  let value: DecimalNumber
  let at: Instant
  let expires: Instant
  let id: EventID
  /// Local day of the reading, as days since 1970-01-01.
  let day: Int64
  var limit: DecimalNumber
  /// True while it waits for its co-signature: it closes no episode.
  var isUnsigned = false
}

/// An oxygen saturation.
struct SaturationReading: Sendable, Codable, Hashable {
  /// Per cent.
  let value: DecimalNumber
  let at: Instant
  let expires: Instant
  let id: EventID
  /// True while it waits for its co-signature: it closes no episode.
  var isUnsigned = false
}

/// A fluid bolus for hypotension.
struct BolusInForce: Sendable, Codable, Hashable {
  let at: Instant
  let id: EventID
  /// Millilitres, when recorded.
  let volume: DecimalNumber?
  /// True once a systolic pressure at or above the limit was measured after it (D-28).
  var recovered: Bool
}

/// A vasoactive drug that runs, or was pushed.
struct RunningAgent: Sendable, Codable, Hashable {
  let agent: VasoactiveAgent
  /// Folded name of an `other` agent; empty for the rest.
  let name: String
  let startedAt: Instant
  var changedAt: Instant
  var indication: Vasopressor.Indication
  var switchFrom: VasoactiveAgent?
  var rate: Quantity?
  var id: EventID

  /// Where two entries speak of the same drug.
  func isSameDrug(as other: RunningAgent) -> Bool { agent == other.agent && name == other.name }
}

/// The oxygen support in force.
struct OxygenInForce: Sendable, Codable, Hashable {
  let device: Oxygen.Device
  /// L/min.
  let flow: DecimalNumber?
  /// Per cent.
  let fio2: DecimalNumber?
  let indication: Oxygen.Indication?
  let at: Instant
  let id: EventID
  /// True while it waits for its co-signature: it closes no episode.
  var isUnsigned = false

  /// Room air, or a cannula that gives nothing.
  var isRoomAir: Bool {
    device == .roomAir || (device == .nasalCannula && flow == .zero)
  }
}

/// An ICE or CAPD that gives a score, or says that the patient could not be roused for one.
struct InstrumentReading: Sendable, Codable, Hashable {
  /// From the points given to the points given plus those still open; one number for a whole score,
  /// `nil` where the patient could not be roused for one.
  let points: ClosedRange<Int>?
  let at: Instant
  let expires: Instant
  let id: EventID
  let day: Int64
  /// True while it waits for its co-signature: it closes no episode.
  var isUnsigned = false

  var isUnarousable: Bool { points == nil }
}

/// A level of consciousness.
struct ConsciousnessReading: Sendable, Codable, Hashable {
  let level: Consciousness.Level
  let cause: Consciousness.Cause?
  let at: Instant
  let expires: Instant
  let id: EventID

  /// Entered as ICANS, or without a cause, which means the same.
  var isOfICANS: Bool { cause == nil || cause == .icans }
}

/// An ICE or CAPD that could not be done, and why.
struct InstrumentNotDone: Sendable, Codable, Hashable {
  let status: InstrumentStatus
  let at: Instant
  let expires: Instant
  let id: EventID
}

/// A seizure that still speaks (D-25).
struct SeizureInForce: Sendable, Codable, Hashable {
  let at: Instant
  let id: EventID
  /// Ids of its later parts.
  var parts: [EventID]
  /// Ids of corrected versions of it and its parts, which a later part may name too.
  var otherNames: [EventID]
  let form: Seizure.Form?
  /// Length as an interval in microseconds; `nil` when nothing bounds it.
  var length: ClosedRange<Int64>?
  var resolved: Bool?
  var returnedToBaseline: Bool?
  /// When it was first seen back at baseline.
  var returnedAt: Instant?
  /// Whether it came after another without return to baseline: `nil` is not known.
  var isRepetition: Bool?

  var isOngoing: Bool { resolved == false }
  /// True where a later part that names `id` continues this seizure.
  func isNamed(_ id: EventID) -> Bool {
    self.id == id || parts.contains(id) || otherNames.contains(id)
  }
  /// When it ended, as far as is known.
  var end: Instant {
    length.map {
      at + TimeSpan(microseconds: $0.upperBound == .max ? $0.lowerBound : $0.upperBound)
    }
      ?? at
  }
}

/// A clinician's statement of the cause of a domain.
struct AttributionInForce: Sendable, Codable, Hashable {
  let domain: Domain
  let cause: Attribution.Cause
  let at: Instant
  let id: EventID
  /// True once it has run out (D-29): only a new entry brings it back.
  var hasLapsed = false
}

/// A clinician's grade beside the computed one.
struct AdjudicationInForce: Sendable, Codable, Hashable {
  let grade: Int
  let at: Instant
  let by: String?
  let reason: String?
  let id: EventID
  /// What the engine gave when it was made; set once that instant has been graded.
  var computed: Int?
  var isJudged: Bool
}

/// A death on record.
struct DeathOnRecord: Sendable, Codable, Hashable {
  let cause: Status.PrincipalCause?
  let at: Instant
  /// From here on nothing changes: `at`, or the end of the day for a death dated by the day.
  let frozenAt: Instant
  let id: EventID
}
