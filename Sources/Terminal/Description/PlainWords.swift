/// The words that plain mode adds of its own, from the catalogue of the language.
package struct PlainWords: Hashable, Sendable {
  /// For a day or value that nobody assessed.
  package var notAssessed: String
  /// Before the chosen row or day.
  package var chosen: String
  /// Before the list of keys.
  package var keys: String
  /// Before the name of a day: `Day`.
  package var day: String
  /// Before what was typed into a field.
  package var entered: String

  package init(
    notAssessed: String, chosen: String, keys: String, day: String, entered: String
  ) {
    self.notAssessed = notAssessed
    self.chosen = chosen
    self.keys = keys
    self.day = day
    self.entered = entered
  }
}
