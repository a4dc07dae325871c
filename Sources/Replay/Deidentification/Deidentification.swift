package import Clinical
import Grading

/// Makes a recorded course into one of nobody.
///
/// Names, numbers, beds, logins and ids go; every date is moved by the same number of days, so that
/// ages, days and intervals stay what they were; free text stays only where a person has read it
/// and said so. Judgements that give the answers away (grades of clinicians, acknowledgements) go
/// too, for a learner is to make them.
package struct Deidentification {
  /// Decides over a free text: what to write in its place, or `nil` to leave it out.
  package typealias Review = (FreeText) throws -> String?

  private let patient: PatientID
  /// Days that are added to every date.
  private let shift: Int64
  /// The one offset in which all times are written; without a site it is what days are counted in.
  private let offset: Int32
  let review: Review
  private var ids: [EventID: EventID] = [:]

  /// - Parameters:
  ///   - patient: the id in the scenario.
  ///   - shift: days that are added to every date.
  ///   - offset: seconds east of Greenwich.
  package init(as patient: PatientID, shift: Int64, offset: Int32, review: @escaping Review) {
    self.patient = patient
    self.shift = shift
    self.offset = offset
    self.review = review
  }

  /// The events of nobody, in the order in which they came to be known.
  package mutating func events(_ events: [Event], in zone: Zone) throws -> [Event] {
    let ordered = events.sorted {
      ($0.recorded(in: zone), $0.ownKey(in: zone)) < ($1.recorded(in: zone), $1.ownKey(in: zone))
    }
    return try ordered.compactMap { try event($0) }
  }

  private mutating func event(_ event: Event) throws -> Event? {
    guard isKept(event), let content = try content(of: event) else { return nil }
    var own = event
    own.content = content
    own.id = name(event.id)
    own.patient = event.patient == nil ? nil : patient
    own.at = moved(event.at)
    own.recordedAt = event.recordedAt.map(moved)
    own.by = nil
    // A device stream grades otherwise than what was typed (D-14); who sent it is nobody's business.
    own.source = event.isTyped ? nil : "hl7:device"
    own.set = event.set.map { name($0) }
    own.corrects = event.corrects.map { name($0) }
    own.reason = try reason(event)
    return own
  }

  // One that needs a reason keeps a word in its place.
  private func reason(_ event: Event) throws -> String? {
    guard let reason = event.reason else { return nil }
    let kept = try review(FreeText(kind: event.kind, field: "reason", text: reason))
    let needs = event.corrects != nil || event.kind == .retraction || event.kind == .setting
    return kept ?? (needs ? "as recorded" : nil)
  }

  private func isKept(_ event: Event) -> Bool {
    switch event.content {
    case .site, .user, .adjudication, .acknowledgement: false
    case .setting(let setting): Self.isOfRules(setting)
    default: true
    }
  }

  // Settings of grading, alerts and the plan; one that holds texts may hold names.
  private static func isOfRules(_ setting: Setting) -> Bool {
    let name = setting.name
    if name.hasPrefix("D-") { return true }
    let isRule = name.hasPrefix("A") && name.dropFirst().first?.isNumber == true
    guard isRule || name.hasPrefix("plan.") || name.hasPrefix("limits.") else { return false }
    switch setting.value {
    case .null, .flag, .number: return true
    case .text, .list, .fields: return false
    }
  }

  /// The same name for the same event, and none that tells when it was made.
  mutating func name(_ id: EventID) -> EventID {
    if let known = ids[id] { return known }
    let new = EventID(
      high: 0x0000_0000_0000_8000, low: 0x8000_0000_0000_0000 | UInt64(ids.count + 1))
    ids[id] = new
    return new
  }

  func moved(_ instant: Instant) -> Instant { instant + .days(shift) }

  func moved(_ date: CalendarDate) -> CalendarDate {
    CalendarDate(dayNumber: date.dayNumber + shift)
  }

  func moved(_ time: EventTime) -> EventTime {
    switch time {
    case .day(let date): .day(moved(date))
    case .moment(let instant, _): .moment(moved(instant), utcOffset: offset)
    }
  }
}
