/// Times as text: RFC 3339 read as contract 1.1 takes it, and written in the two ways that Vigil
/// writes it.
package enum Timestamp {
  /// Why a text is not a time, and what to write.
  package struct Problem: Error, Hashable, Sendable {
    package let problem: String
    package let remedy: String
  }

  /// Years that an event may carry.
  package static let years = 1900...2199
}
