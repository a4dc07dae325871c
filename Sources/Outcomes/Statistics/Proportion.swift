/// A number of subjects among all, with its exact interval.
///
/// Clopper and Pearson, Biometrika 1934;26:404: the limits are quantiles of beta distributions, as
/// R's `binom.test` gives them; 0 at none and 1 at all.
package struct Proportion: Sendable, Hashable {
  package let x: Int
  package let n: Int
  /// x / n.
  package let proportion: Double
  package let lower: Double
  package let upper: Double
  /// Of the two-sided interval, 0.95 by convention.
  package let confidence: Double

  package static let method = "Clopper-Pearson"

  /// `nil` where it makes no sense: nobody, fewer than none or more than all, or a confidence that is
  /// not between 0 and 1.
  package init?(_ x: Int, of n: Int, confidence: Double = 0.95) {
    guard n > 0, (0...n).contains(x), confidence > 0, confidence < 1 else { return nil }
    self.x = x
    self.n = n
    self.confidence = confidence
    proportion = Double(x) / Double(n)
    let tail = (1 - confidence) / 2
    lower = x == 0 ? 0 : BetaDistribution(a: Double(x), b: Double(n - x + 1)).quantile(tail)
    // The upper limit of x is one minus the lower limit of what is left.
    upper = x == n ? 1 : 1 - BetaDistribution(a: Double(n - x), b: Double(x + 1)).quantile(tail)
  }
}
