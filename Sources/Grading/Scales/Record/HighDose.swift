import Clinical

/// Whether vasopressors run at a high dose, as Lee 2014 and Penn count it: for at least 3 h
/// (clinical-rules 3.1; the doses from memory).
///
/// Norepinephrine alone >= 20 ug/min, dopamine alone >= 10 ug/kg/min, phenylephrine alone >= 200
/// ug/min, epinephrine alone >= 10 ug/min; with vasopressin a norepinephrine equivalent >= 10
/// ug/min; several without vasopressin >= 20 ug/min.
enum HighDose: Equatable {
  case no
  case yes
  /// It cannot be told, and why.
  case unknown(String)

  /// How long the dose must have run.
  static let duration = TimeSpan.hours(3)

  /// What the last 3 h before `t` say.
  static func of(_ history: PressorHistory, weight: DecimalNumber?, at t: Instant) -> HighDose {
    var unknown: HighDose?
    for running in history.states(during: duration, before: t) {
      switch of(running, weight: weight) {
      case .no: return .no
      case .yes: break
      case .unknown(let why): unknown = unknown ?? .unknown(why)
      }
    }
    return unknown ?? .yes
  }

  /// What the drugs that run together at one moment say.
  static func of(_ running: [PressorHistory.Running], weight: DecimalNumber?) -> HighDose {
    let hasVasopressin = running.contains { $0.agent.family == .vasopressin }
    let others = running.filter { $0.agent.family != .vasopressin }
    guard !others.isEmpty else { return .no }
    var equivalent: DecimalNumber = 0
    var unknown: String?
    for drug in others {
      switch dose(drug, weight: weight) {
      case .success(let dose):
        if !hasVasopressin, others.count == 1 { return dose.value >= dose.alone ? .yes : .no }
        equivalent = equivalent + dose.equivalent
      case .failure(let why): unknown = unknown ?? why.text
      }
    }
    if equivalent >= (hasVasopressin ? 10 : 20) { return .yes }
    return unknown.map { .unknown($0) } ?? .no
  }

  private struct Unknown: Error { let text: String }

  private struct Dose {
    /// In the unit in which the drug alone is judged.
    let value: DecimalNumber
    let alone: DecimalNumber
    /// ug/min of norepinephrine that do as much.
    let equivalent: DecimalNumber
  }

  private static func dose(
    _ drug: PressorHistory.Running, weight: DecimalNumber?
  ) -> Swift.Result<Dose, Unknown> {
    let name = drug.agent == .other && !drug.name.isEmpty ? drug.name : drug.agent.label
    guard [.norepinephrine, .dopamine, .phenylephrine, .epinephrine].contains(drug.agent) else {
      return .failure(Unknown(text: "no high dose is defined for \(name)"))
    }
    guard let rate = drug.rate else {
      return .failure(Unknown(text: "the rate of \(name) was not recorded"))
    }
    guard rate.comparator == nil else {
      return .failure(Unknown(text: "only a limit of the rate of \(name) is known"))
    }
    guard let (amount, isPerKilogram) = microgramsPerMinute(rate) else {
      return .failure(Unknown(text: "the rate of \(name) is in \(rate.unit.rawValue)"))
    }
    if isPerKilogram != (drug.agent == .dopamine), weight == nil {
      return .failure(Unknown(text: "the rate of \(name) needs the weight"))
    }
    let kilograms = weight ?? 1
    let perMinute = isPerKilogram ? amount.times(kilograms, places: 6) : amount
    let perKilogram =
      isPerKilogram ? amount : amount.divided(by: kilograms, places: 6) ?? amount
    switch drug.agent {
    case .dopamine:
      return .success(
        Dose(
          value: perKilogram, alone: 10,
          equivalent: perKilogram.scaled(by: 1, over: 2, places: 6)))
    case .phenylephrine:
      return .success(
        Dose(value: perMinute, alone: 200, equivalent: perMinute.scaled(by: 1, over: 10, places: 6))
      )
    case .epinephrine: return .success(Dose(value: perMinute, alone: 10, equivalent: perMinute))
    default: return .success(Dose(value: perMinute, alone: 20, equivalent: perMinute))
    }
  }

  // ug/min, or ug/kg/min; `nil` for a unit that is no rate of mass.
  private static func microgramsPerMinute(_ rate: Quantity) -> (DecimalNumber, Bool)? {
    func amount(_ numerator: Int64, _ denominator: Int64) -> DecimalNumber {
      rate.value.scaled(by: numerator, over: denominator, places: 6)
    }
    switch rate.unit {
    case .microgramPerMinute: return (rate.value, false)
    case .microgramPerHour: return (amount(1, 60), false)
    case .milligramPerMinute: return (amount(1000, 1), false)
    case .milligramPerHour: return (amount(1000, 60), false)
    case .microgramPerKilogramMinute: return (rate.value, true)
    case .microgramPerKilogramHour: return (amount(1, 60), true)
    case .milligramPerKilogramHour: return (amount(1000, 60), true)
    default: return nil
    }
  }
}
