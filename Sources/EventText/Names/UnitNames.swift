internal import Clinical

/// Units by the bytes of their spelling.
enum UnitNames {
  /// The unit that a spelling means, as `Unit(spelling:)` has it.
  static func unit(_ bytes: ArraySlice<UInt8>) -> Unit? {
    table.index(of: bytes).map { units[$0] }
  }

  private static let spellings = Unit.allSpellings
  private static let table = ByteNames(spellings)
  private static let units = spellings.compactMap { Unit(spelling: $0) }
}
