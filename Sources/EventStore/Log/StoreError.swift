/// Why the store could not do what was asked, in words for the person who asked.
package struct StoreError: Error, Hashable, Sendable {
  /// What kind of trouble it is, for callers that act on it.
  package enum Code: String, Hashable, Sendable {
    /// There is no store at that path.
    case missing
    /// There is a store already.
    case exists
    /// The file is no store of Vigil, or of the other kind (ward, training).
    case notAStore, otherKind
    /// Written by a later Vigil.
    case newerFormat
    /// Open to more people than it may be, or reached through a link, or on a network.
    case wideMode, link, networkFileSystem
    /// The record does not agree with its own chain.
    case damaged
    /// Another process held the store for too long; nothing was saved.
    case busy
    /// Other processes have the store open, or it is being restored.
    case inUse
    /// Durable writing is not in force.
    case notDurable
    /// Nothing was saved.
    case notSaved
    /// It is not known whether it was saved.
    case unknownOutcome
    /// This process has stopped writing after an earlier failure; nothing was saved.
    case stopped
    /// An operation on a file failed.
    case file
    /// A statement failed.
    case statement
  }

  package var code: Code
  /// What was wrong.
  package var problem: String
  /// The file in question.
  package var file: String?
  /// The statement or system call that failed.
  package var operation: String?
  /// What to do.
  package var remedy: String?
  /// True when the file or the disk cannot be trusted with another write from this process.
  package var endsWriting = false

  package init(
    _ code: Code, _ problem: String, file: String? = nil, operation: String? = nil,
    remedy: String? = nil, endsWriting: Bool = false
  ) {
    self.code = code
    self.problem = problem
    self.file = file
    self.operation = operation
    self.remedy = remedy
    self.endsWriting = endsWriting
  }
}

extension StoreError: CustomStringConvertible {
  /// One line: file, what was wrong, in which operation, what to do.
  package var description: String {
    var text = file.map { "\($0): " } ?? ""
    text += problem
    if let operation { text += " (\(operation))" }
    if let remedy { text += ". \(remedy)" }
    return text
  }
}
