import Clinical
import Grading
import Outcomes

/// A patient of a trial told in days after the infusion, which is 2026-03-01 at 10:00 +08:00.
struct Invented {
  static let zone = Zone(fixedOffset: 8 * 3600)
  static let infusion = Instant(microseconds: 1_772_330_400_000_000)

  let id: PatientID
  private(set) var events: [Event] = []
  private var next: UInt64 = 1

  init(_ name: String = "CD7-001", infused: Bool = true) {
    id = PatientID(name) ?? Self.nobody
    if infused { add(0, .infusion(Infusion(product: "anti-CD7 CAR-T"))) }
  }

  private static let nobody: PatientID = {
    guard let id = PatientID("nobody") else { preconditionFailure("an id of letters is one") }
    return id
  }()

  static func at(_ days: Double) -> Instant {
    Instant(microseconds: infusion.microseconds + Int64((days * 86_400_000_000).rounded()))
  }

  static func date(_ day: Int) -> CalendarDate {
    CalendarDate(dayNumber: zone.dayNumber(of: infusion) + Int64(day))
  }

  /// So many days by the clock after the infusion.
  @discardableResult
  mutating func add(_ days: Double, _ content: Content) -> EventID {
    add(.moment(Self.at(days), utcOffset: 8 * 3600), content)
  }

  /// On a calendar day, without a time.
  @discardableResult
  mutating func on(_ day: Int, _ content: Content) -> EventID {
    add(.day(Self.date(day)), content)
  }

  private mutating func add(_ at: EventTime, _ content: Content) -> EventID {
    let id = EventID(high: UInt64(bitPattern: Int64(self.id.text.hashValueOfText)), low: next)
    next += 1
    events.append(Event(id: id, patient: self.id, at: at, content: content))
    return id
  }

  mutating func response(_ day: Int, _ grade: Response.Grade, mrd: String? = nil) {
    on(day, .response(Response(response: grade, mrd: mrd)))
  }

  mutating func status(_ day: Int, _ state: Status.State) { on(day, .status(Status(state: state))) }

  mutating func adverseEvent(_ days: Double, _ term: String, _ grade: Int?) {
    add(days, .adverseEvent(AdverseEvent(term: term, grade: grade)))
  }

  mutating func temperature(_ days: Double, _ tenths: Int) {
    add(
      days,
      .vitals(
        Vitals(
          temperature: Quantity(DecimalNumber(tenths: tenths), .celsius),
          systolic: Quantity(118, .millimetreOfMercury), spo2: Quantity(98, .percent))))
  }

  @discardableResult
  mutating func lab(
    _ days: Double, _ variable: LabVariable, _ tenths: Int, _ comparator: Comparator? = nil,
    lloq: Int? = nil
  ) -> EventID {
    add(
      days,
      .lab(
        Lab(results: [
          LabResult(
            code: variable.rawValue, value: DecimalNumber(tenths: tenths),
            unit: variable.measure.unit.rawValue, comparator: comparator,
            lowerLimitOfQuantification: lloq.map { DecimalNumber(tenths: $0) })
        ])))
  }

  var subject: TrialSubject { TrialSubject(id, GradedCourse(events, zone: Self.zone)) }
}

extension String {
  // The same on every run, unlike `hashValue`.
  fileprivate var hashValueOfText: Int { utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF } }
}

extension [Invented] {
  /// The cohort to the end of a day.
  func cohort(_ day: Int = 1000, _ settings: OutcomeSettings = OutcomeSettings()) -> Cohort {
    Cohort(
      map(\.subject),
      OutcomeQuestion(
        cutoff: Invented.at(Double(day) + 0.58), zone: Invented.zone, settings: settings))
  }

  func report(_ day: Int = 1000, _ settings: OutcomeSettings = OutcomeSettings()) -> OutcomeReport {
    OutcomeReport(cohort(day, settings))
  }
}

extension OutcomeTable {
  /// The rows as a person may compare them: values at full precision, `--` for what cannot be given.
  var plain: [String] {
    rows.map { row in
      row.map { cell in
        switch cell {
        case .text(let text): text
        case .count(let count): "\(count)"
        case .number(let value, _), .percent(let value): NumberText.fixed(value, places: 2)
        case .flag(let flag): flag ? "yes" : "no"
        case .patients(let patients): patients.map(\.text).joined(separator: " ")
        case .events(let events): "\(events.count)"
        case .missing: "--"
        case .none: ""
        }
      }.joined(separator: "|")
    }
  }
}
