package import Clinical

/// A text in a recorded course that a person typed, and that may name somebody.
package struct FreeText: Sendable, Hashable {
  package let kind: EventKind
  /// `medication.route` and the like.
  package let field: String
  package let text: String
}
