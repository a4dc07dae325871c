import Clinical
import Grading

/// The third tier of checking: what lies outside the patient's limits is marked, never asked.
struct VitalsRemarks {
  let reading: FormReading

  init(_ reading: FormReading) { self.reading = reading }

  func remark(_ id: String) -> FieldRemark? {
    switch id {
    case "temperature":
      guard let value = reading[id].number else { return nil }
      let site = reading.option("site", as: Vitals.Site.self)
      if reading.context.bedside.feverLimit.isFever(value, site: site) {
        return FieldRemark(EntryText(.fever), .out)
      }
      return limits(value, "temperature")
    case "heart": return reading[id].number.flatMap { limits($0, "heartRate") }
    case "breaths": return reading[id].number.flatMap { limits($0, "respiratoryRate") }
    case "spo2":
      guard let value = reading[id].number else { return nil }
      return limits(value, "spo2", low: reading.context.bedside.saturationLimit)
    case "pressure": return pressure
    case "flow": return OxygenFields.remark(reading)
    default: return nil
    }
  }

  private var pressure: FieldRemark? {
    guard case .pressure(let systolic, let diastolic) = reading["pressure"] else { return nil }
    let limit = reading.context.bedside.systolicLimit
    let mean = diastolic.map { Vitals.meanArterial(systolic: systolic, diastolic: $0) }
    let isLow = systolic < limit
    switch (isLow, mean) {
    case (true, let mean?):
      return FieldRemark(EntryText(.lowPressureMean, "\(limit)", "\(mean)"), .out)
    case (true, nil): return FieldRemark(EntryText(.lowPressure, "\(limit)"), .out)
    case (false, let mean?):
      return limits(systolic, "systolic") ?? FieldRemark(EntryText(.computedMean, "\(mean)"))
    case (false, nil): return limits(systolic, "systolic")
    }
  }

  // The patient's own limits, from settings `limits.spo2.low` and the like.
  private func limits(
    _ value: DecimalNumber, _ name: String, low: DecimalNumber? = nil, high: DecimalNumber? = nil
  ) -> FieldRemark? {
    let facts = reading.context.facts
    func number(_ end: String) -> DecimalNumber? {
      if case .number(let number)? = facts.setting("limits.\(name).\(end)") { number } else { nil }
    }
    if let least = number("low") ?? low, value < least {
      return FieldRemark(EntryText(.belowLimit, "\(least)"), .out)
    }
    if let most = number("high") ?? high, value > most {
      return FieldRemark(EntryText(.aboveLimit, "\(most)"), .out)
    }
    return nil
  }
}
