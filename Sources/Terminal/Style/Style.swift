/// How a cell is to look: a role, on a ground.
package struct Style: Hashable, Sendable {
  package var role: Role
  package var ground: Ground

  package init(_ role: Role, on ground: Ground = .plain) {
    self.role = role
    self.ground = ground
  }

  package static let plain = Style(.text)
}

/// What lies under the text of a cell.
///
/// A role with a background of its own (a grade, an alert) keeps it on any ground, so that a
/// chosen row does not hide a grade.
package enum Ground: UInt8, Sendable, CaseIterable {
  case plain
  /// The chosen row: the look of role `selection` lies under the text.
  case selection
  /// The chosen day or moment: the look of role `cursor` lies under the text.
  case cursor

  var role: Role? {
    switch self {
    case .plain: nil
    case .selection: .selection
    case .cursor: .cursor
    }
  }
}
