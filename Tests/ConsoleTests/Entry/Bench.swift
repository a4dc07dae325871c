import Clinical
import Grading
import Terminal

import Console

/// A patient of an invented ward, day +6, and a console with that patient in front.
struct Bench {
  static let zone = Zone(fixedOffset: 8 * 3600)
  static let patient = PatientID("CD7-003")
  /// 2026-03-07 14:27:40 local.
  static let now = moment("2026-03-07", 14, 27, 40)

  static func moment(_ date: String, _ hour: Int, _ minute: Int = 0, _ second: Int = 0) -> Instant {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard let day = CalendarDate(year: parts[0], month: parts[1], day: parts[2]),
      let instant = zone.instant(day, secondOfDay: hour * 3600 + minute * 60 + second)
    else { return Instant(microseconds: 0) }
    return instant
  }

  var events: [Event] = []
  var console: ConsoleState
  var effects: [Effect] = []

  init(
    language: String = "en", birth: String = "1997-05-02", role: Clinical.Role = .nurse,
    weight: DecimalNumber? = 58, _ more: [(Instant, Content)] = []
  ) {
    let parts = birth.split(separator: "-").compactMap { Int($0) }
    console = ConsoleState(
      now: Self.now, zone: Self.zone, site: "Lu Daopei Hospital", mode: .live)
    console.entry.user = EntryUser(login: "li", name: "RN Li", role: role)
    // There are no drafts.
    _ = console.update(.drafts([]))
    add(
      Self.moment("2026-02-24", 9),
      .patient(
        PatientDetails(
          name: "Wang Fang", sex: .female,
          birthDate: CalendarDate(year: parts[0], month: parts[1], day: parts[2]),
          diagnosis: "T-ALL", weight: weight.map { Quantity($0, .kilogram) },
          hospitalNumber: "00884471", language: language)))
    add(Self.moment("2026-02-24", 9), .stay(Stay(action: .admission, unit: "7B", bed: "B07")))
    add(Self.moment("2026-03-01", 10, 20), .infusion(Infusion(product: "anti-CD7 CAR-T")))
    for (at, content) in more { add(at, content) }
    open()
  }

  mutating func add(_ at: Instant, _ content: Content, by: String = "zhao") {
    events.append(
      Event(
        id: EventID(high: 1, low: UInt64(events.count + 1)), patient: Self.patient,
        at: .moment(at, utcOffset: 28_800), recordedAt: at, by: by, role: .nurse,
        source: "console", content: content))
  }

  mutating func reopen() { open() }

  private mutating func open() {
    guard let id = Self.patient else { return }
    let record = PatientRecord(id, events: events, zone: Self.zone)
    _ = console.update(.ward([WardPatient(id, record.course)]))
    console.awaited = id
    _ = console.update(.patient(record))
  }

  // MARK: Typing

  /// Presses keys by their names: `v`, `Enter`, `F2`, `C-t`.
  mutating func press(_ names: String...) {
    for name in names {
      guard let key = try? Key(name: name) else { continue }
      effects += console.update(.terminal(.key(key)))
    }
  }

  /// Types text letter by letter.
  mutating func type(_ text: String) {
    for letter in text { effects += console.update(.terminal(.key(.character(letter)))) }
  }

  var form: EntryState? { console.entry.open }

  /// Everything that was handed over to be stored.
  var saved: [EntrySubmission] {
    effects.compactMap { if case .append(let submission) = $0 { submission } else { nil } }
  }

  var contents: [Content] { saved.last?.items.map(\.content) ?? [] }

  var drafts: [EntryDraft] {
    effects.compactMap { if case .saveDraft(let draft) = $0 { draft } else { nil } }
  }

  /// What the form says at the bottom.
  var notice: EntryWord? { form?.notice?.text.word }

  func value(_ field: String) -> FieldValue { form?.reading[field] ?? .empty }

  /// The store takes what was handed over.
  mutating func store() {
    guard let submission = saved.last, let user = console.entry.user else { return }
    let ids = submission.items.indices.map { EventID(high: 2, low: UInt64(events.count + $0 + 1)) }
    let set = submission.items.count > 1 ? EventID(high: 3, low: UInt64(events.count)) : nil
    let new = zip(ids, submission.items).map { id, item in
      Event(
        id: id, patient: Self.patient, at: item.at, recordedAt: console.now, by: user.login,
        role: user.role, source: "console", set: set, corrects: item.corrects,
        reason: item.reason, content: item.content)
    }
    events += new
    effects += console.update(.events(new))
    effects += console.update(
      .appended(
        EntryReceipt(
          form: submission.form, patient: submission.patient, kind: submission.kind, ids: ids,
          storedAt: console.now, login: user.login)))
  }

  /// The screen as text.
  func screen(_ width: Int = 100, _ height: Int = 34, ascii: Bool = false) -> String {
    let frame = console.frame(
      size: Size(width: width, height: height),
      capabilities: Capabilities(glyphs: ascii ? .ascii : .unicode))
    return frame.buffer.text
  }

  /// The screen as plain lines.
  var plain: [String] { console.plainLines(glyphs: .unicode) }
}
