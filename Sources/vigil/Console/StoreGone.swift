import EventStore

/// The file that was opened, by the place that it has on the disk: a store that is moved away or
/// replaced goes on answering to whoever has it open, and would pass for a calm ward.
struct StoreIdentityOnDisk: Sendable {
  let path: String
  private let numbers: [Int]

  init?(_ path: String) {
    guard let now = Self.numbers(path) else { return nil }
    self.path = path
    numbers = now
  }

  var isThere: Bool { Self.numbers(path) == numbers }

  // Device and file; size and time change with every entry.
  private static func numbers(_ path: String) -> [Int]? {
    StoreUse.signature(path: path).map { Array($0.prefix(2)) }
  }
}

/// The store that a console runs on is no longer where it was.
struct StoreGone: Error, CustomStringConvertible {
  let path: String

  var description: String {
    "the store \(path) is gone, or another stands in its place: nothing shown here is new; leave and"
      + " open the console again"
  }
}
