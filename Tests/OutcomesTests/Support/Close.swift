import Testing

/// Expects two numbers to agree in every digit that a published answer prints, fifteen of them.
func expectSame(
  _ value: Double?, _ published: Double?, _ what: @autoclosure () -> String = "",
  location: SourceLocation = #_sourceLocation
) {
  guard let value, let published else {
    #expect(
      value == nil && published == nil,
      "\(what()): \(value.map { "\($0)" } ?? "none"), not \(published.map { "\($0)" } ?? "none")",
      sourceLocation: location)
    return
  }
  let difference = abs(value - published)
  #expect(
    difference <= abs(published) * 5e-15 || difference <= 5e-16,
    "\(what()): \(value), not \(published)", sourceLocation: location)
}
