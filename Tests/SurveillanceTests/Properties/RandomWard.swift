import Clinical
import TestSupport

@testable import Surveillance

/// A random course of a patient: rounds, drugs, scores, results, acknowledgements, corrections, late
/// entries, stays and settings, as a ward would never write them.
struct RandomWard {
  private var dice: Dice
  private(set) var history: History

  init(seed: UInt64, events: Int) {
    dice = Dice(seed: seed)
    var first = Dice(seed: seed &+ 77)
    history = History(age: first.pick([28, 9, 4, nil]))
    for _ in 0..<events { add() }
  }

  private mutating func add() {
    let hours = Double(dice.below(24 * 4 * 20)) / 4 - 20
    let recorded = hours + Double(dice.below(40)) / 10
    switch dice.below(20) {
    case 0...6: vitals(hours, recorded)
    case 7, 8: history.ice(hours, 3 + dice.below(8))
    case 9: history.ice(hours, dice.pick([.refused, .asleep, .sedated, .unarousable]))
    case 10:
      history.oxygen(hours, dice.pick([.roomAir, .nasalCannula, .simpleFaceMask]), flow: 3)
    case 11:
      history.pressor(
        hours, dice.pick([.norepinephrine, .epinephrine, .vasopressin]),
        dice.pick([.start, .stop, .bolus]))
    case 12:
      history.dose(
        hours, dice.pick(["tocilizumab", "dexamethasone"]), Double(4 + dice.below(9)))
    case 13: history.drug(hours, dice.pick(["paracetamol", "midazolam"]))
    case 14: history.level(hours, dice.pick([.awake, .voice, .unarousable]))
    case 15: labs(hours)
    case 16, 17:
      let rule = AlertRule.all[dice.below(AlertRule.all.count)].id
      history.acknowledge(
        hours, rule, until: dice.below(2) == 0 ? nil : hours + Double(dice.below(30)),
        recorded: recorded)
    case 18: correct(hours, recorded)
    default: rest(hours)
    }
  }

  private mutating func vitals(_ hours: Double, _ recorded: Double) {
    history.vitals(
      hours, t: dice.below(4) == 0 ? nil : 36.5 + Double(dice.below(30)) / 10,
      sys: 76 + dice.below(60), spo2: 86 + dice.below(14), hr: 50 + dice.below(80),
      rr: 8 + dice.below(24), recorded: recorded,
      source: dice.below(4) == 0 ? "hl7:monitor" : nil)
  }

  private mutating func labs(_ hours: Double) {
    history.lab(
      hours, ("ANC", dice.pick(["0.1", "0.4", "<0.5", "1.2"])),
      ("FERR", dice.pick(["900", "12000", ">2000", "200000"])),
      ("FIB", dice.pick(["0.8", "1.4", "3"])), ("PLT", dice.pick(["12", "40", "80"])),
      ("IL6", dice.pick(["20", "400", ">5000"])), ("K", dice.pick(["4", "6.2"])),
      ("URATE", dice.pick(["300", "500"])))
  }

  private mutating func correct(_ hours: Double, _ recorded: Double) {
    let all = history.events.filter { $0.kind == .vitals }
    guard !all.isEmpty else { return }
    let target = all[dice.below(all.count)]
    history.vitals(
      hours, t: 38.5, sys: 76 + dice.below(50), spo2: 95, recorded: recorded + 1,
      corrects: target.id)
  }

  private mutating func rest(_ hours: Double) {
    switch dice.below(8) {
    case 0:
      history.add(
        hours, .seizure(Seizure(type: .focal, resolved: dice.pick([true, false, nil]))))
    case 1: history.add(hours, .motor(Motor(finding: dice.pick([.none, .deepFocalWeakness]))))
    case 2: history.stay(hours, dice.pick([.admission, .leave, .return, .discharge]))
    case 3: history.setting(hours, "A04.systolic", .number(DecimalNumber(80 + dice.below(30))))
    case 4: history.own(hours, "plan.vitals.pause", .number(DecimalNumber(1 + dice.below(12))))
    case 5: history.notDone(hours, .vitals, dice.pick([.refused, .asleep]))
    case 6: history.add(hours, .finding(Finding(name: "haemophagocytosis", present: true)))
    default: history.attribute(hours, .consciousness, .other)
    }
  }

  var events: [Event] { history.events }

  mutating func shuffled() -> [Event] {
    var left = events
    var mixed: [Event] = []
    while !left.isEmpty { mixed.append(left.remove(at: dice.below(left.count))) }
    return mixed
  }

  /// A time of the course, to the microsecond.
  mutating func time() -> Instant {
    History.infusion
      + TimeSpan(microseconds: Int64(dice.below(500 * 3600)) * 1_000_000 + Int64(dice.below(2)))
  }
}
