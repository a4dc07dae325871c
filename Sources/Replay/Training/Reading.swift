import Clinical
import Grading

/// A reading or a treatment as one names it at the bedside; the raw value is its id in answers.
enum Reading: String, CaseIterable {
  case temperature, pressure, saturation, heartRate
  case oxygen, vasopressor
  case ice, capd, consciousness, seizure, motor, intracranial

  /// The domain in which it can decide; `nil` where no rule of either scale asks for it.
  var domain: Domain? {
    switch self {
    case .temperature: .fever
    case .pressure, .vasopressor: .hypotension
    case .saturation, .oxygen: .hypoxia
    case .heartRate: nil
    case .ice, .capd: .cognition
    case .consciousness: .consciousness
    case .seizure: .seizure
    case .motor: .motor
    case .intracranial: .intracranial
    }
  }

  /// What an event reads, in plain words and without a judgement.
  static func of(_ content: Content) -> [(reading: Reading, text: String)] {
    switch content {
    case .vitals(let vitals): return of(vitals)
    case .oxygen(let oxygen):
      let amounts = [oxygen.flow, oxygen.fio2].compactMap { $0.map(text) }
      return [(.oxygen, ([oxygen.device.label] + amounts).joined(separator: " "))]
    case .vasopressor(let entry):
      let rate = entry.rate.map { " " + text($0) } ?? ""
      return [
        (.vasopressor, "\(entry.name ?? entry.agent.label) \(entry.action.rawValue)\(rate)")
      ]
    case .ice(let ice):
      guard let points = ice.points else { return [] }
      let range = points.low == points.high ? "\(points.low)" : "\(points.low) to \(points.high)"
      return [(.ice, "ICE \(range) of 10")]
    case .capd(let entry): return entry.points.map { [(.capd, "CAPD \($0)")] } ?? []
    case .consciousness(let entry): return [(.consciousness, entry.level.label)]
    case .seizure(let entry):
      return [(.seizure, "seizure" + (entry.duration.map { " of " + text($0) } ?? ""))]
    case .motor(let entry): return [(.motor, "motor: \(entry.finding.rawValue)")]
    case .intracranial(let entry):
      let signs = entry.findings.map(\.label).joined(separator: ", ")
      return [(.intracranial, "signs of raised pressure: \(signs)")]
    default: return []
    }
  }

  private static func of(_ vitals: Vitals) -> [(reading: Reading, text: String)] {
    var found: [(reading: Reading, text: String)] = []
    if let value = vitals.temperature { found.append((.temperature, text(value))) }
    if let systolic = vitals.systolic {
      let both = [systolic, vitals.diastolic].compactMap { $0.map { "\($0.value)" } }
      found.append(
        (.pressure, "pressure \(both.joined(separator: "/")) \(systolic.unit.label)"))
    }
    if let value = vitals.spo2 { found.append((.saturation, "SpO2 \(text(value))")) }
    if let value = vitals.heartRate { found.append((.heartRate, "heart rate \(text(value))")) }
    return found
  }

  private static func text(_ quantity: Quantity) -> String {
    let sign = quantity.comparator.map(\.rawValue) ?? ""
    return "\(sign)\(quantity.value) \(quantity.unit.label)"
  }
}
