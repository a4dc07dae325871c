import RealModule

/// What a handful of numbers says: how many, their middle and their ends, and where they are all
/// above zero the geometric mean.
package struct Spread: Sendable, Hashable {
  package let n: Int
  package let median: Double
  package let minimum: Double
  package let maximum: Double
  /// `nil` where a value is not above zero.
  package let geometricMean: Double?
  /// √(exp(s²) − 1) in per cent, with s the standard deviation of the logarithms (Julious and Debarnot,
  /// J Biopharm Stat 2000;10:55); `nil` for fewer than two values or one that is not above zero.
  package let geometricVariation: Double?

  /// `nil` of nothing.
  package init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let low = sorted.first, let high = sorted.last else { return nil }
    n = sorted.count
    minimum = low
    maximum = high
    let middle = n / 2
    median = n % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    guard low > 0 else {
      geometricMean = nil
      geometricVariation = nil
      return
    }
    let logs = sorted.map { Double.log($0) }
    let mean = logs.reduce(0, +) / Double(n)
    geometricMean = Double.exp(mean)
    guard n > 1 else {
      geometricVariation = nil
      return
    }
    let squares = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    geometricVariation = 100 * Double.sqrt(Double.expMinusOne(squares / Double(n - 1)))
  }
}
