/// The CAR-T cells of one patient: a log-linear rise to a peak, a fast fall, then a slow one.
struct Expansion {
  /// Where the sampled peak lies.
  var peak: Moment
  /// Thousandths of a decade: 4795 is about 62,000 copies/µg of genomic DNA.
  var decades: Int
  /// Thousandths of a decade lost each day in the week after the peak, and later.
  var fastFall = 110
  var slowFall = 12
  /// When the conditioning for a transplant took them away.
  var gone: Moment?

  /// Below this the laboratory reports only the limit.
  static let limit = 100

  /// Copies of the transgene per µg of genomic DNA; under `limit` long before and after the peak.
  func copies(at moment: Moment) -> Int {
    if let gone, moment >= gone { return 0 }
    let since = moment - peak
    let lost: Int
    if since < 0 {
      // Three decades in the week before, faster the further back.
      let before = -since
      lost = before * 260 / 1440 + before * before / 1440 * 18 / 1440
    } else {
      lost = min(since, 10_080) * fastFall / 1440 + max(0, since - 10_080) * slowFall / 1440
    }
    let left = decades - lost
    return left <= 0 ? 0 : power(decades: left)
  }

  /// The share of the peak that is there, 0 to 1000.
  func share(at moment: Moment) -> Int {
    let top = max(1, power(decades: decades))
    return min(1000, copies(at: moment) * 1000 / top)
  }

  private func power(decades: Int) -> Int {
    FixedPoint.raised(1_000_000, doublings: FixedPoint.doublings(decades: decades)) / 1_000_000
  }
}
