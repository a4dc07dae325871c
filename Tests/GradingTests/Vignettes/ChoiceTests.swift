import Clinical
import Grading
import TestSupport
import Testing

/// One documented choice: a history in which it decides, and what is said under the default and
/// under another value of it.
struct ChoiceCase: CustomTestStringConvertible, Sendable {
  var id: String
  var other: SettingValue
  /// Hours after the infusion at which it is asked.
  var at: Double
  var usual: Int?
  var changed: Int?
  /// True where the evidence names the choice under the default.
  var isNamed = false
  var says: @Sendable (Assessment) -> Int? = { $0.crs.grade }
  var age: Int? = 28
  var tell: @Sendable (inout History) -> Void

  var testDescription: String { id }

  static func flag(_ name: String) -> @Sendable (Assessment) -> Int? {
    { $0.crs.flags.contains(name) || $0.icans.flags.contains(name) ? 1 : 0 }
  }
  static let icans: @Sendable (Assessment) -> Int? = { $0.icans.grade }

  /// An episode that closed at 34 h.
  @Sendable static func closed(_ h: inout History) {
    h.vitals(10, t: 38.5, sys: 118, spo2: 97)
    for hour in stride(from: 14.0, through: 34, by: 4) { h.normal(hour) }
  }
}

extension ChoiceCase {
  static let crs: [ChoiceCase] = [
    ChoiceCase(
      id: "D-01", other: 12, at: 30, usual: 1, changed: 0, isNamed: true,
      says: { $0.crs.evidence.contains { $0.rule == "CRS-FEVER" } ? 1 : 0 }
    ) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.normal(30)
    },
    ChoiceCase(id: "D-02", other: "none", at: 10, usual: 1, changed: 0) {
      $0.vitals(10, t: 37.95, sys: 118, spo2: 97)
    },
    ChoiceCase(id: "D-03", other: "strict", at: 40, usual: 2, changed: 0) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.oxygen(12, .nasalCannula, flow: 2)
      $0.normal(40)
    },
    ChoiceCase(id: "D-04", other: "counted", at: 10, usual: 0, changed: 2, isNamed: true) {
      $0.oxygen(10, .nasalCannula, flow: 2)
      $0.normal(10)
    },
    ChoiceCase(id: "D-05", other: 12, at: 40, usual: 1, changed: 0, isNamed: true) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.normal(33)
      $0.vitals(40, t: 36.9)
    },
    ChoiceCase(id: "D-06", other: "off", at: 10, usual: 1, changed: 2) {
      $0.vitals(-20, sys: 84)
      $0.vitals(10, t: 38.5, sys: 80, spo2: 97)
    },
    ChoiceCase(id: "D-07", other: "completedMonths", at: 10, usual: 1, changed: 2, age: 7) {
      $0.vitals(10, t: 38.5, sys: 84, spo2: 97)
    },
    ChoiceCase(id: "D-08", other: 2, at: 10, usual: 3, changed: 2, isNamed: true) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.pressor(10, .vasopressin)
    },
    ChoiceCase(id: "D-09", other: "counted", at: 10, usual: 3, changed: 4) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.pressor(10, .norepinephrine)
      $0.pressor(10, .terlipressin)
    },
    ChoiceCase(id: "D-10", other: "counted", at: 10, usual: 2, changed: 3, isNamed: true) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.pressor(10, .milrinone)
    },
    ChoiceCase(id: "D-11", other: "counted", at: 10, usual: 2, changed: 3, isNamed: true) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.pressor(10, .midodrine)
    },
    ChoiceCase(id: "D-12", other: 0, at: 10.9, usual: 3, changed: 1, isNamed: true) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.pressor(10, .phenylephrine, .bolus)
    },
    ChoiceCase(id: "D-13", other: "always", at: 10.5, usual: 3, changed: 4) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.pressor(10, .norepinephrine)
      $0.pressor(10.5, .epinephrine, from: .norepinephrine)
    },
    ChoiceCase(id: "D-14", other: 85, at: 10, usual: 2, changed: 1, isNamed: true) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 89)
    },
    ChoiceCase(id: "D-15", other: "alwaysThree", at: 10, usual: 2, changed: 3, isNamed: true) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.oxygen(10, .highFlowNasalCannula, flow: 6)
    },
    ChoiceCase(id: "D-16", other: "increment", at: 10, usual: 3, changed: 2) {
      $0.oxygen(-20, .nasalCannula, flow: 3, for: .chronic)
      $0.oxygen(10, .nasalCannula, flow: 8)
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
    },
    ChoiceCase(id: "D-17", other: 4, at: 17.9, usual: 1, changed: nil) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
    },
    ChoiceCase(
      id: "D-17.state", other: 4, at: 17.9, usual: 0, changed: 1, says: flag("oxygenUnconfirmed")
    ) {
      $0.oxygen(10, .nasalCannula, flow: 2)
    },
    ChoiceCase(id: "D-18", other: 5, at: 10, usual: 0, changed: 1) {
      $0.add(
        10,
        .vitals(
          Vitals(temperature: Quantity(DecimalNumber.of(37.5), .celsius), site: .axillary)))
      $0.vitals(10, sys: 118, spo2: 97)
    },
    ChoiceCase(id: "D-19", other: 60, at: 10.9, usual: 3, changed: 1) {
      $0.vitals(10, t: 38.5, sys: 118, spo2: 97)
      $0.pressor(10, .norepinephrine)
    },
    ChoiceCase(id: "D-28", other: 8, at: 14, usual: 1, changed: 2) {
      $0.bolus(10)
      $0.vitals(10.5, t: 38.5, sys: 118, spo2: 97)
    },
    ChoiceCase(id: "D-29", other: 12, at: 22, usual: 1, changed: 3) {
      $0.vitals(9, t: 38.5, sys: 118, spo2: 97)
      $0.pressor(9, .norepinephrine)
      $0.attribute(10, .hypotension, .other)
      $0.vitals(21, t: 38.5, sys: 118, spo2: 97)
    },
    ChoiceCase(
      id: "D-30", other: 6, at: 16, usual: 3, changed: nil, says: { $0.crs.adjudicated?.grade }
    ) {
      $0.vitals(9, t: 38.5, sys: 118, spo2: 97)
      $0.add(10, .adjudication(Adjudication(scale: "CRS", grade: 3)), by: "lee", reason: "worse")
    },
    ChoiceCase(id: "D-31", other: 1, at: 10, usual: 1, changed: 2) {
      $0.vitals(-100, sys: 84)
      $0.vitals(-96, sys: 84)
      $0.vitals(-20, sys: 110)
      $0.vitals(10, t: 38.5, sys: 80, spo2: 97)
    },
    ChoiceCase(
      id: "D-32", other: 80, at: 10, usual: 2, changed: 1, isNamed: true, age: nil
    ) {
      $0.vitals(10, t: 38.5, sys: 85, spo2: 97)
    },
    ChoiceCase(id: "D-33", other: 0, at: 50, usual: 2, changed: 0, isNamed: true) {
      closed(&$0)
      $0.drug(42.5, "paracetamol")
      $0.oxygen(50, .nasalCannula, flow: 2)
      $0.normal(50)
    },
    ChoiceCase(id: "D-33.shortActing", other: 24, at: 80, usual: 2, changed: 0) {
      closed(&$0)
      $0.drug(40, "anakinra")
      $0.oxygen(80, .nasalCannula, flow: 2)
      $0.normal(80)
    },
    ChoiceCase(id: "D-33.tocilizumab", other: 240, at: 340, usual: 2, changed: 0) {
      closed(&$0)
      $0.drug(11, "siltuximab")
      $0.oxygen(340, .nasalCannula, flow: 2)
      $0.normal(340)
    },
  ]

  static let neuro: [ChoiceCase] = [
    ChoiceCase(id: "D-17.neuro", other: 6, at: 22.9, usual: 1, changed: nil, says: icans) {
      $0.ice(10, 8)
    },
    ChoiceCase(
      id: "D-17.finding", other: 12, at: 33.9, usual: 0, changed: 1,
      says: flag("findingUnconfirmed")
    ) {
      $0.add(10, .motor(Motor(finding: .deepFocalWeakness)))
    },
    ChoiceCase(id: "D-20", other: 1, at: 10, usual: 0, changed: 1, says: icans) {
      $0.ice(10, 10)
      $0.level(10, .awake)
    },
    ChoiceCase(id: "D-21", other: 8, at: 10, usual: nil, changed: 1, says: icans, age: 11) {
      $0.ice(10, 8)
    },
    ChoiceCase(id: "D-22", other: "literal", at: 10, usual: 0, changed: 1, says: icans, age: 7) {
      $0.capd(-20, 3)
      $0.capd(10, 3)
    },
    ChoiceCase(
      id: "D-23", other: "zero", at: 10, usual: 3, changed: 0, isNamed: true, says: icans, age: 7
    ) {
      $0.capd(-20, 10)
      $0.capd(10, 10)
    },
    ChoiceCase(id: "D-24", other: "ten", at: 10, usual: 0, changed: 1, says: icans) {
      $0.ice(-20, 8)
      $0.ice(10, 8)
    },
    ChoiceCase(id: "D-25", other: 48, at: 35, usual: 0, changed: 3, says: icans) {
      $0.seizure(10, seconds: 60, resolved: true, returned: true)
      $0.ice(35, 10)
    },
    ChoiceCase(
      id: "D-26", other: 12, at: 23, usual: 0, changed: 1,
      says: { $0.icans.episode?.ended == nil ? 0 : 1 }
    ) {
      $0.ice(10, 6)
      $0.ice(18, 10)
      $0.ice(22.5, 10)
    },
    ChoiceCase(
      id: "plan.vitals.15-21", other: 12, at: 400 + 20, usual: nil, changed: 0,
    ) {
      $0.normal(400)
    },
    ChoiceCase(id: "plan.ice.15-21", other: 20, at: 400 + 30, usual: nil, changed: 0, says: icans) {
      $0.ice(400, 10)
    },
  ]

  static let all = crs + neuro
}

extension SettingValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  public init(integerLiteral value: Int) { self = .number(DecimalNumber(value)) }
  public init(stringLiteral value: String) { self = .text(value) }
}

@Suite("Every documented choice, its default and another value")
struct ChoiceTests {
  private func said(
    _ choice: ChoiceCase, _ settings: [(hours: Double, value: SettingValue, isOwn: Bool)]
  ) -> Int? {
    var h = History(age: choice.age)
    for setting in settings {
      h.add(
        setting.hours, .setting(Setting(name: choice.id, value: setting.value)),
        reason: "site", wardWide: !setting.isOwn)
    }
    choice.tell(&h)
    return choice.says(h.assessment(choice.at))
  }

  @Test(
    "The default, the other value for the ward or one patient, and back", arguments: ChoiceCase.all)
  func choice(_ choice: ChoiceCase) {
    #expect(said(choice, []) == choice.usual)
    #expect(said(choice, [(-200, choice.other, false)]) == choice.changed, "of the ward")
    #expect(said(choice, [(-200, choice.other, true)]) == choice.changed, "of the patient")
    #expect(
      said(choice, [(-200, choice.other, false), (-199, .null, false)]) == choice.usual,
      "null is the default again")
    #expect(
      said(choice, [(-200, .null, false), (-199, choice.other, true)]) == choice.changed,
      "the patient's own stands above the ward's")
    #expect(
      said(choice, [(-200, choice.other, true), (-199, .null, true)]) == choice.usual,
      "the patient's own taken back")
    #expect(said(choice, [(choice.at + 0.1, choice.other, false)]) == choice.usual, "not yet")
    #expect(
      ChoiceSettings.problem(with: Setting(name: choice.id, value: choice.other)) == nil)
  }

  @Test(
    "The evidence names the choice that decided", arguments: ChoiceCase.all.filter(\.isNamed))
  func named(_ choice: ChoiceCase) {
    var h = History(age: choice.age)
    choice.tell(&h)
    let a = h.assessment(choice.at)
    #expect((a.crs.evidence + a.icans.evidence).contains { $0.choice == choice.id })
  }

  @Test("No choice is left without a case but the plan as a whole")
  func complete() {
    let told = Set(ChoiceCase.all.map(\.id))
    for choice in DocumentedChoice.all where choice.id != "D-27" {
      #expect(told.contains(choice.id), "\(choice.id)")
    }
  }

  @Test("A setting holds from its own time on, and what was said before stays said")
  func holdsFrom() {
    var h = History()
    h.oxygen(10, .nasalCannula, flow: 2)
    h.normal(10)
    h.setting(12, "D-04", "counted")
    #expect(h.crs(11.99).grade == 0 && h.crs(12).grade == 2)
  }
}
