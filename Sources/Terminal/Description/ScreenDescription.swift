/// What a screen says, before anybody knows whether it is drawn in cells or read out as lines.
///
/// `CellRenderer` makes cells of it, `PlainRenderer` plain lines. A fact that is here is in both.
package struct ScreenDescription: Sendable {
  package var title: TitleLine
  /// Who this is about: kept above all groups and dialogs, so that no value is without it.
  package var identity: [FittedText]
  package var tabs: Tabs?
  package var body: Arrangement
  /// What just happened or went wrong; empty for nothing.
  package var message: FittedText
  package var hints: [KeyHint]
  /// A dialog, the palette or the help above the body.
  package var overlay: Overlay?
  /// What counts most, first things first, each at several lengths: all that a window shows which
  /// is too small for groups.
  package var essence: [FittedText]

  package init(
    title: TitleLine, identity: [FittedText] = [], tabs: Tabs? = nil, body: Arrangement,
    message: FittedText = FittedText([]), hints: [KeyHint] = [], overlay: Overlay? = nil,
    essence: [FittedText] = []
  ) {
    self.title = title
    self.identity = identity
    self.tabs = tabs
    self.body = body
    self.message = message
    self.hints = hints
    self.overlay = overlay
    self.essence = essence
  }
}

/// Groups above and beside one another.
package indirect enum Arrangement: Sendable {
  case group(Group)
  /// One above the other; those of low priority go when there is no room.
  case rows([Arrangement])
  /// Side by side; the same.
  case columns([Arrangement])

  /// The groups in reading order.
  package var groups: [Group] {
    switch self {
    case .group(let group): [group]
    case .rows(let parts), .columns(let parts): parts.flatMap(\.groups)
    }
  }
}

/// Something over the body of the screen, in the middle of it.
package struct Overlay: Sendable {
  package var group: Group
  /// The cells across that it would like to have.
  package var idealWidth: Int

  package init(_ group: Group, idealWidth: Int = 60) {
    self.group = group
    self.idealWidth = idealWidth
  }
}
