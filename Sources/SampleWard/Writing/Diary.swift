import Clinical

/// Turns what happened to one patient into events: absolute times, who wrote it and when, ids.
///
/// A tenth of the entries is written down late, by 10 to 90 minutes; the others within minutes.
/// Ids are of version 7, from the time of writing and the seeded draws.
struct Diary {
  private let patient: PatientID?
  private let midnight: Instant
  private let dayZero: CalendarDate
  private let bedside: Int
  private let lateShare: Int
  private var random: SeededRandom
  private(set) var events: [Event] = []

  /// Seconds east of Greenwich in Shanghai since 1991.
  static let utcOffset: Int32 = 28_800
  static let zone = Zone(fixedOffset: utcOffset)

  /// `lateShare` is how many in a thousand of the usual entries are late.
  init(
    patient: PatientID?, dayZero: CalendarDate, bedside: Int, lateShare: Int = 100,
    random: SeededRandom
  ) {
    self.lateShare = lateShare
    self.patient = patient
    self.dayZero = dayZero
    self.bedside = bedside
    self.random = random
    midnight = Self.zone.startOfDay(dayZero)
  }

  func instant(_ moment: Moment) -> Instant { midnight + .minutes(Int64(moment.minutes)) }

  /// Writes one event and tells its id.
  ///
  /// - Parameter delay: minutes until it was written down; `nil` for the usual.
  @discardableResult
  mutating func write(
    _ content: Content, at moment: Moment, by author: Author, delay: Int? = nil,
    dated: Bool = false, corrects: EventID? = nil, reason: String? = nil
  ) -> EventID {
    let delay = delay ?? usualDelay()
    let recorded = instant(moment + delay)
    let id = EventID(now: recorded, random: (random.next(), random.next()))
    let date = CalendarDate(dayNumber: dayZero.dayNumber + Int64(moment.day))
    let writer = Staff.writer(author, at: moment + delay, bedside: bedside)
    events.append(
      Event(
        id: id, patient: patient,
        at: dated ? .day(date) : .moment(instant(moment), utcOffset: Self.utcOffset),
        recordedAt: recorded, by: writer?.login, role: content.ownRole ?? writer?.role,
        corrects: corrects, reason: reason ?? content.ownReason, content: content))
    return id
  }

  private mutating func usualDelay() -> Int {
    random.chance(permille: lateShare) ? random.within(10...90) : random.within(0...6)
  }
}

// In the flat object of the text form a user's role and the reason for something not done stand
// under the names that the envelope has too; an event says the same in both.
extension Content {
  fileprivate var ownRole: Role? {
    if case .user(let user) = self { user.role } else { nil }
  }

  fileprivate var ownReason: String? {
    if case .notDone(let entry) = self { entry.because.rawValue } else { nil }
  }
}
