/// Numbers as a person reads them, the same on every machine.
package enum NumberText {
  /// Rounded half away from zero to `places` decimals.
  package static func fixed(_ value: Double, places: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 9e15 else { return "\(value.rounded())" }
    let whole = Int64(scaled)
    let digits = String(whole.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let sign = whole < 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// With so many digits, and every digit before the point.
  package static func significant(_ value: Double, digits: Int) -> String {
    guard value.isFinite, value != 0 else { return fixed(value, places: 0) }
    var power = 0
    var rest = abs(value)
    while rest >= 10, power < 400 {
      rest /= 10
      power += 1
    }
    while rest < 1, power > -400 {
      rest *= 10
      power -= 1
    }
    return fixed(value, places: min(12, max(0, digits - 1 - power)))
  }

  package static func text(_ value: Double, _ digits: Cell.Digits) -> String {
    switch digits {
    case .places(let places): fixed(value, places: places)
    case .significant(let count): significant(value, digits: count)
    }
  }
}
