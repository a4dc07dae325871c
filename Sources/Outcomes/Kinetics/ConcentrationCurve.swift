import RealModule

/// A profile made ready for areas, by the conventions that are printed with every number: 0 at time 0
/// without a sample there; below the limit of quantification 0 before the first quantifiable sample
/// and left out between such samples. The first one below it after the last quantifiable stands
/// apart, for areas to a limit beyond.
///
/// They are those of PKNCA (Denney, Duvvuri, Buckeridge, J Pharmacokinet Pharmacodyn 2015;42(S1):S65),
/// `conc.blq` first "keep", middle "drop", last "keep", and `auc.method` "lin up/log down".
struct ConcentrationCurve {
  struct Point: Hashable {
    let time: Double
    let concentration: Double
  }

  /// Up to the last quantifiable sample.
  let points: [Point]
  /// The first sample below the limit after that.
  let end: Point?

  /// - Parameters:
  ///   - samples: in order of time, none before 0.
  ///   - start: the concentration at time 0 where no sample says one.
  ///
  /// `nil` where none is quantifiable.
  init?(_ samples: [Sample], start: Double = 0) {
    guard let last = samples.lastIndex(where: { $0.concentration != nil }) else { return nil }
    var points: [Point] = []
    if samples.first?.time != 0 { points.append(Point(time: 0, concentration: start)) }
    var isFound = false
    for sample in samples[...last] {
      if let value = sample.concentration {
        isFound = true
        points.append(Point(time: sample.time, concentration: value))
      } else if !isFound {
        points.append(Point(time: sample.time, concentration: 0))
      }
    }
    self.points = points
    end =
      last + 1 < samples.count
      ? Point(time: samples[last + 1].time, concentration: 0) : nil
  }

  /// The area from 0 to the last quantifiable sample.
  var area: Double { Self.area(points) }

  /// The area from 0 to `limit`; `nil` where the last sample is earlier and still quantifiable.
  ///
  /// After the last quantifiable sample it goes straight down to 0 at the first one below the limit.
  func area(to limit: Double) -> Double? {
    let all = points + [end].compactMap { $0 }
    guard let last = all.last else { return nil }
    if limit >= last.time {
      return limit == last.time || last.concentration == 0 ? Self.area(all) : nil
    }
    guard let next = all.firstIndex(where: { $0.time > limit }), next > 0 else { return nil }
    return Self.area(Array(all[..<next])) + Self.area(all[next - 1], all[next], upTo: limit)
  }

  private static func area(_ points: [Point]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + area($1.0, $1.1, upTo: $1.1.time) }
  }

  // Linear up, logarithmic on every fall, linear where a value is 0; a part of the way follows the
  // rule of the whole.
  private static func area(_ a: Point, _ b: Point, upTo time: Double) -> Double {
    let share = (time - a.time) / (b.time - a.time)
    let width = time - a.time
    guard b.concentration < a.concentration, b.concentration > 0 else {
      let end =
        time == b.time
        ? b.concentration : a.concentration + share * (b.concentration - a.concentration)
      return (a.concentration + end) / 2 * width
    }
    let end =
      time == b.time
      ? b.concentration
      : Double.exp(
        (1 - share) * Double.log(a.concentration) + share * Double.log(b.concentration))
    guard end < a.concentration else { return 0 }
    return (a.concentration - end) * width / Double.log(a.concentration / end)
  }
}
