/// Why a configuration, key or theme file cannot be used, in the words that a person reads.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line of the file, counted from 1, where it is known.
  package let line: Int?
  /// What is wrong and what to write instead.
  package let problem: String

  package init(line: Int? = nil, problem: String) {
    self.line = line
    self.problem = problem
  }

  package var description: String {
    line.map { "line \($0): \(problem)" } ?? problem
  }
}
