/// Why one line or one field of it was not taken, and what would be right.
package struct Refusal: Error, Hashable, Sendable {
  /// Line of the file, from 1; `nil` for what did not come from one.
  package var line: Int?
  /// Path of the field, e.g. `temperature.unit`; `nil` for the line as a whole.
  package var field: String?
  /// What was wrong.
  package var problem: String
  /// What would be right.
  package var remedy: String?
  /// The nearest name that Vigil knows, for a name that it does not.
  package var nearest: String?

  package init(
    line: Int? = nil, field: String? = nil, problem: String, remedy: String? = nil,
    nearest: String? = nil
  ) {
    self.line = line
    self.field = field
    self.problem = problem
    self.remedy = remedy
    self.nearest = nearest
  }
}
