/// A look for every role.
package struct Theme: Hashable, Sendable {
  /// The name by which a person chooses it; also the name of its file.
  package let name: String
  /// One sentence for the list of themes.
  package let summary: String
  private var looks: [RoleLook]

  /// A theme from the looks of all roles, in the order of `Role.allCases`; `nil` unless there is
  /// one for each.
  package init?(name: String, summary: String, looks: [Role: RoleLook]) {
    self.name = name
    self.summary = summary
    self.looks = Role.allCases.compactMap { looks[$0] }
    guard self.looks.count == Role.allCases.count else { return nil }
  }

  /// A theme in which every role looks as `look` says.
  init(name: String, summary: String, look: (Role) -> RoleLook) {
    self.name = name
    self.summary = summary
    looks = Role.allCases.map(look)
  }

  package subscript(role: Role) -> RoleLook { looks[role.index] }
}
