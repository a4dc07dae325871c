/// The parameters of one profile without a model of compartments (PKNCA's conventions; see
/// `ConcentrationCurve` and `TerminalSlope`). Times in days from the first infusion.
package struct Kinetics: Sendable, Hashable {
  /// Samples at or after time 0.
  package let n: Int
  package private(set) var cmax: Double?
  /// The first of equal maxima.
  package private(set) var tmax: Double?
  /// The last quantifiable one.
  package private(set) var clast: Double?
  package private(set) var tlast: Double?
  /// Area to the last quantifiable sample.
  package private(set) var aucLast: Double?
  package private(set) var auc0to28: Double?
  package private(set) var auc0to90: Double?
  /// Per day.
  package private(set) var lambdaZ: Double?
  package private(set) var halfLife: Double?
  /// How long the cells were found.
  package private(set) var persistence: Persistence?
  /// Why something cannot be given.
  package private(set) var reasons: [MissingReason] = []

  /// Time to the last quantifiable sample; censored where the last sample is one.
  package struct Persistence: Sendable, Hashable {
    package let days: Double
    package let isCensored: Bool
  }

  /// - Parameters:
  ///   - samples: of one subject, no two at the same time, in whatever order; those before time 0 are
  ///     no part of the profile.
  ///   - start: the concentration at time 0 where no sample says one; 0 for what is infused.
  package init(_ samples: [Sample], start: Double = 0) {
    let sorted = samples.filter { $0.time >= 0 }.sorted { $0.time < $1.time }
    n = sorted.count
    guard let curve = ConcentrationCurve(sorted, start: start) else {
      let why = sorted.isEmpty ? "no sample" : "no sample is above the limit of quantification"
      reasons = Self.keys.map { MissingReason($0, why) }
      return
    }
    let found = sorted.compactMap { sample in
      sample.concentration.map { (time: sample.time, concentration: $0) }
    }
    var peak = found[0]
    for sample in found where sample.concentration > peak.concentration { peak = sample }
    cmax = peak.concentration
    tmax = peak.time
    if let last = found.last {
      clast = last.concentration
      tlast = last.time
      persistence = Persistence(days: last.time, isCensored: last.time == sorted.last?.time)
    }
    aucLast = curve.area
    auc0to28 = area(curve, to: 28, "auc0to28")
    auc0to90 = area(curve, to: 90, "auc0to90")
    do throws(TerminalSlope.Missing) {
      let slope = try TerminalSlope(found.filter { $0.time > peak.time })
      lambdaZ = slope.rate
      halfLife = slope.halfLife
    } catch {
      let why =
        switch error {
        case .tooFewPoints(let count):
          "\(count) quantifiable samples after Tmax, at least \(TerminalSlope.fewest) are needed"
        case .notFalling: "the samples after Tmax do not fall"
        }
      reasons += ["lambdaZ", "halfLife"].map { MissingReason($0, why) }
    }
  }

  private mutating func area(_ curve: ConcentrationCurve, to limit: Double, _ key: String)
    -> Double?
  {
    if let area = curve.area(to: limit) { return area }
    reasons.append(
      MissingReason(key, "the last sample is before day \(Int(limit)) and still quantifiable"))
    return nil
  }

  private static let keys = [
    "cmax", "tmax", "clast", "tlast", "aucLast", "auc0to28", "auc0to90", "lambdaZ", "halfLife",
    "persistence",
  ]
}

/// Why something cannot be given, by its key in the printed document.
package struct MissingReason: Sendable, Hashable {
  package let key: String
  package let text: String

  package init(_ key: String, _ text: String) {
    self.key = key
    self.text = text
  }
}
