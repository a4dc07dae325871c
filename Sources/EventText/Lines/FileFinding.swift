/// Something about a file that a person should know, though nothing was refused for it.
package struct FileFinding: Hashable, Sendable, CustomStringConvertible {
  /// Line of the file, from 1.
  package var line: Int
  package var field: String?
  package var text: String

  package init(line: Int, field: String? = nil, text: String) {
    self.line = line
    self.field = field
    self.text = text
  }

  /// One line for a person: `line 7: this is the same event as line 3`.
  package var description: String {
    "line \(line)" + (field.map { ", \($0)" } ?? "") + ": " + text
  }
}
