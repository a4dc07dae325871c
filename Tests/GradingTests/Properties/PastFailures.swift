import Clinical

/// What once broke a property is tried first, for good.
enum PastFailures {
  /// Seeds of the generator as it is now.
  static let seeds: [UInt64] = []

  /// Shrunk histories, kept as they were so that a changed generator does not lose them.
  static var histories: [(String, [Event])] { [] }
}
