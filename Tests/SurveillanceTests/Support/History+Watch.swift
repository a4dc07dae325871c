import Clinical
import Grading
import TestSupport

@testable import Surveillance

extension History {
  /// Results of one specimen, written as code and value: `lab(5, "ANC", "<0.1")`.
  @discardableResult
  mutating func lab(
    _ hours: Double, _ results: (String, String)..., upper: Double? = nil, recorded: Double? = nil
  ) -> EventID {
    add(
      hours,
      .lab(
        Lab(
          results: results.map { code, written in
            let mark = written.prefix { "<>=".contains($0) }
            return LabResult(
              code: code,
              value: DecimalNumber.of(Double(written.dropFirst(mark.count)) ?? 0),
              unit: LabVariable(rawValue: code)?.measure.unit.rawValue ?? "{copies}/mL",
              comparator: mark.isEmpty ? nil : Comparator(rawValue: String(mark)),
              upper: upper.map(DecimalNumber.of))
          })), recorded: recorded)
  }

  /// A dose of a drug in mg.
  @discardableResult
  mutating func dose(_ hours: Double, _ name: String, _ milligrams: Double) -> EventID {
    let known = DrugTable.drug(named: name)
    return add(
      hours,
      .medication(
        Medication(
          drug: known?.generic ?? name, drugClass: known?.drugClass ?? .other,
          dose: Quantity(DecimalNumber.of(milligrams), .milligram))))
  }

  /// Somebody acknowledges an alert by its rule.
  @discardableResult
  mutating func acknowledge(
    _ hours: Double, _ rule: String, until: Double? = nil, by: String = "lihua",
    recorded: Double? = nil
  ) -> EventID {
    add(
      hours,
      .acknowledgement(Acknowledgement(rule: rule, note: "seen", until: until.map(History.at))),
      recorded: recorded, by: by)
  }

  @discardableResult
  mutating func stay(_ hours: Double, _ action: Stay.Action) -> EventID {
    add(hours, .stay(Stay(action: action, unit: "7B", bed: "B07")))
  }

  @discardableResult
  mutating func notDone(
    _ hours: Double, _ what: NotDone.What, _ because: NotDone.Reason
  ) -> EventID {
    add(hours, .notDone(NotDone(what: what, because: because)))
  }

  /// A setting of the patient's own.
  @discardableResult
  mutating func own(_ hours: Double, _ name: String, _ value: SettingValue) -> EventID {
    add(hours, .setting(Setting(name: name, value: value)), reason: "agreed on the round")
  }

  /// Rounds with nothing wrong, every so many hours.
  mutating func calm(_ from: Double, _ to: Double, every step: Double = 4) {
    for hours in stride(from: from, through: to, by: step) { normal(hours) }
  }

  var watched: WatchedCourse {
    WatchedCourse(Self.patient ?? Self.nobody, GradedCourse(events, zone: Self.zone))
  }

  private static var nobody: PatientID { fatalError("the patient of the tests has an id") }

  func surveillance(_ hours: Double) -> PatientSurveillance {
    watched.surveillance(at: Self.at(hours))
  }

  /// The newest alert of a rule at a time, ended or not.
  func newest(_ rule: String, _ hours: Double) -> Alert? {
    surveillance(hours).alerts.filter { $0.rule.id == rule }.max { $0.raised < $1.raised }
  }

  /// The alert of a rule that is true at a time; `nil` where it is not.
  func active(_ rule: String, _ hours: Double) -> Alert? {
    newest(rule, hours).flatMap { $0.status == .ended ? nil : $0 }
  }

  /// The priority of a rule at a time: 1, 2, 3, or `nil` where it is not true.
  func priority(_ rule: String, _ hours: Double) -> Int? {
    active(rule, hours)?.priority.rawValue
  }

  /// The instant one microsecond before or after a time.
  static let moment = 1.0 / 3_600_000_000

  func due(_ what: ObservedThing, _ hours: Double) -> DueObservation? {
    surveillance(hours).due.first { $0.what == what }
  }
}

extension History {
  var graded: GradedCourse { GradedCourse(events, zone: Self.zone) }
}
