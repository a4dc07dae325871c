package import Clinical
import Terminal

/// A line of a debrief, before anybody knows how wide it is: the page on the screen and the printed
/// one are made of the same lines.
package struct DebriefLine: Sendable, Hashable {
  package enum Shape: Sendable, Hashable {
    /// The head of a part, with an empty line before it.
    case title
    /// Text from an indent on.
    case whole(indent: Int)
    /// A label in a column of its own and a text beside it.
    case entry(label: String, width: Int)
  }

  /// What the line speaks of.
  package enum Subject: Sendable, Hashable {
    case question(String)
    case moment(Instant)
    case rule(String)
  }

  package enum Weight: Sendable, Hashable { case plain, right, wrong, trap }

  package let shape: Shape
  package let text: String
  package var subject: Subject?
  package var weight = Weight.plain
}
