/// One concentration of a profile.
package struct Sample: Sendable, Hashable {
  /// Days from the first infusion.
  package var time: Double
  /// `nil` is below the limit of quantification.
  package var concentration: Double?

  package init(_ time: Double, _ concentration: Double?) {
    self.time = time
    self.concentration = concentration
  }
}
