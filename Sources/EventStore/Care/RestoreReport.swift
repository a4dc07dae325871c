/// What putting a backup in place came to.
package struct RestoreReport: Hashable, Sendable {
  /// What the store holds now.
  package var restored: ChainHead
  /// What the file in its place held before; `nil` when there was none or it could not be read.
  package var before: ChainHead?
  /// Where that file was put; nothing is ever deleted.
  package var keptAt: String?
}
