/// Makes cells of the description of a screen, at any size from 1x1 up.
package enum CellRenderer {
  /// A drawn screen.
  package struct Frame: Sendable {
    package let buffer: CellBuffer
    /// Where the cursor of a text field stands; `nil` while nothing is typed.
    package let cursor: Point?
    /// Where the focus is, for a screen reader that follows the hidden cursor.
    package let focus: Point?
    package let targets: [Canvas.Target]
    /// What of each table was shown, by group, for the next time it is drawn.
    package let tables: [String: Table.Outcome]
    /// Groups for which there was no room.
    package let droppedGroups: [String]

    /// What stands at a place, if anything that can be chosen does.
    package func target(at point: Point) -> String? {
      targets.last { $0.area.contains(point) }?.id
    }
  }

  /// Below this width or height there are no groups, only the essence.
  package static let leastSize = Size(width: 30, height: 5)

  package static func render(
    _ screen: ScreenDescription, size: Size, capabilities: Capabilities
  ) -> Frame {
    var drawing = GroupDrawing(canvas: Canvas(size, capabilities))
    if size.width < leastSize.width || size.height < leastSize.height, !screen.essence.isEmpty {
      drawEssence(screen.essence, on: &drawing.canvas)
    } else {
      drawWhole(screen, with: &drawing)
    }
    return Frame(
      buffer: drawing.canvas.buffer, cursor: drawing.canvas.cursor, focus: drawing.canvas.focus,
      targets: drawing.canvas.targets, tables: drawing.tables, droppedGroups: drawing.dropped)
  }

  private static func drawEssence(_ essence: [FittedText], on canvas: inout Canvas) {
    for (index, text) in essence.prefix(canvas.area.height).enumerated() {
      canvas.line(text, in: canvas.area.row(index))
    }
  }

  private static func drawWhole(_ screen: ScreenDescription, with drawing: inout GroupDrawing) {
    let area = drawing.canvas.area
    let parts: [Part] =
      [.fixed(1, priority: 70)] + screen.identity.map { _ in .fixed(1, priority: 90) } + [
        .fixed(screen.tabs == nil ? 0 : 1, priority: 30),
        .filling(minimum: 1, priority: 100),
        .fixed(screen.message.isEmpty ? 0 : 1, priority: 80),
        .fixed(screen.hints.isEmpty ? 0 : 1, priority: 20),
      ]
    let places = Layout.rows(parts, in: area)
    if let place = places[0] { screen.title.draw(on: &drawing.canvas, in: place) }
    for (index, identity) in screen.identity.enumerated() {
      guard let place = places[1 + index] else { continue }
      drawing.canvas.line(identity, in: place.inset(left: place.width > 20 ? 1 : 0))
    }
    let rest = places.suffix(4)
    if let tabs = screen.tabs, let place = rest[rest.startIndex] {
      tabs.draw(on: &drawing.canvas, in: place)
    }
    if let place = rest[rest.startIndex + 1] {
      drawing.draw(screen.body, in: place)
      if let overlay = screen.overlay { drawing.draw(overlay, in: place) }
    }
    if let place = rest[rest.startIndex + 2], !screen.message.isEmpty {
      drawing.canvas.line(screen.message, in: place.inset(left: place.width > 20 ? 1 : 0))
    }
    if let place = rest[rest.startIndex + 3], !screen.hints.isEmpty {
      KeyHints(screen.hints).draw(on: &drawing.canvas, in: place)
    }
  }
}
