import Clinical
import Console
import Grading
import Terminal

/// A patient made for one test, infused at midnight before five days, on a ward of one.
struct MadePatient {
  static let id = PatientID("CD7-900")
  /// Noon of day +5.
  static let now = SampleConsole.moment
  let name: String?
  let number: String?
  private(set) var events: [Event] = []
  private var next: UInt64 = 1

  init(name: String? = "Ada Quill", number: String? = "00990042", infused: Bool = true) {
    self.name = name
    self.number = number
    add(.days(-9), .patient(PatientDetails(name: name, hospitalNumber: number)))
    add(.days(-9), .stay(Stay(action: .admission, unit: "7B", bed: "B21")))
    if infused { add(.days(-5), .infusion(Infusion(product: "anti-CD7 CAR-T"))) }
  }

  /// Something so long after the moment that is looked at.
  mutating func add(_ after: TimeSpan, _ content: Content) {
    events.append(
      Event(
        id: EventID(high: 9, low: next), patient: Self.id,
        at: .moment(Self.now + after, utcOffset: 8 * 3600), content: content))
    next += 1
  }

  mutating func vitals(
    _ after: TimeSpan, temperature: Int? = nil, systolic: Int? = nil, saturation: Int? = nil
  ) {
    add(
      after,
      .vitals(
        Vitals(
          temperature: temperature.map { Quantity(DecimalNumber(tenths: $0), .celsius) },
          systolic: systolic.map { Quantity(DecimalNumber($0), .millimetreOfMercury) },
          spo2: saturation.map { Quantity(DecimalNumber($0), .percent) })))
  }

  mutating func cytokine(_ after: TimeSpan, _ code: String, _ value: Int) {
    add(
      after,
      .lab(Lab(results: [LabResult(code: code, value: DecimalNumber(value), unit: "pg/mL")])))
  }

  /// The console with this patient alone on the ward.
  var onWard: SampleConsole {
    var console = SampleConsole()
    console.state.ward = WardState()
    if let id = Self.id {
      console.take(.ward([WardPatient(id, GradedCourse(events, zone: SampleConsole.zone))]))
    }
    return console
  }

  /// The console with this patient opened.
  var opened: SampleConsole {
    var console = onWard
    if let id = Self.id {
      console.state.awaited = id
      console.take(.patient(PatientRecord(id, events: events, zone: SampleConsole.zone)))
    }
    return console
  }
}
