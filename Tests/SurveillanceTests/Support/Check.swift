import Clinical
import TestSupport
import Testing

/// Says that a rule stands at a priority at a time, or `nil` that it is not true then.
func check(
  _ rule: String, is expected: Int?, at hours: Double, _ what: String, age: Int? = 28,
  infused: Bool = true, sourceLocation: SourceLocation = #_sourceLocation,
  _ build: (inout History) -> Void
) {
  var history = History(age: age, infused: infused)
  build(&history)
  #expect(
    history.priority(rule, hours) == expected, "\(rule): \(what)", sourceLocation: sourceLocation)
}
