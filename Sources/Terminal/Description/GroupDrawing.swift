/// Draws groups and keeps what is told about them.
struct GroupDrawing {
  var canvas: Canvas
  var tables: [String: Table.Outcome] = [:]
  var dropped: [String] = []

  init(canvas: Canvas) { self.canvas = canvas }

  mutating func draw(_ arrangement: Arrangement, in area: Rect) {
    switch arrangement {
    case .group(let group):
      draw(group, in: area)
    case .rows(let parts):
      let heights = parts.map { height($0, width: area.width) }
      draw(parts, in: Layout.rows(heights, in: area))
    case .columns(let parts):
      // Where there is no room for frames, a blank keeps one text from running into the next.
      let gap = area.height < TitledBox.leastFramed.height ? 1 : 0
      draw(parts, in: Layout.columns(parts.map(width), in: area, gap: gap))
    }
  }

  private mutating func draw(_ parts: [Arrangement], in places: [Rect?]) {
    for (part, place) in zip(parts, places) {
      if let place {
        draw(part, in: place)
      } else {
        dropped += part.groups.map(\.id)
      }
    }
  }

  mutating func draw(_ overlay: Overlay, in area: Rect) {
    let group = overlay.group
    let width = min(area.width, max(TitledBox.leastFramed.width, overlay.idealWidth))
    let part = height(.group(group), width: width)
    let place = area.centred(Size(width: width, height: max(part.ideal, part.minimum)))
    // What lies under a dialog can no longer be clicked.
    canvas.clearTargets()
    canvas.cursor = nil
    draw(group, in: place)
  }

  private mutating func draw(_ group: Group, in area: Rect) {
    var place = area
    switch group.frame {
    case .box:
      place = TitledBox(
        title: group.title, note: group.note, focused: group.focused
      ).draw(on: &canvas, in: area)
    case .rule where area.height >= 2:
      let (head, rest) = area.split(top: 1)
      HeadingRule(title: group.title, note: group.note).draw(on: &canvas, in: head)
      place = rest
    case .rule, .none: break
    }
    draw(group.content, of: group.id, in: place)
  }

  private mutating func draw(_ content: Group.Content, of id: String, in area: Rect) {
    switch content {
    case .facts(let facts, let wraps): FactList(facts, wraps: wraps).draw(on: &canvas, in: area)
    case .line(let facts): FactList(facts).drawLine(on: &canvas, in: area)
    case .table(let table): tables[id] = table.draw(on: &canvas, in: area)
    case .text(let paragraphs, let scrolled):
      Paragraphs(paragraphs, scrolled: scrolled).draw(on: &canvas, in: area)
    case .days(let strip): strip.draw(on: &canvas, in: area, idPrefix: id)
    case .plots(let stack): stack.draw(on: &canvas, in: area)
    case .course(let strip, let stack): draw(strip, above: stack, in: area)
    case .trends(let strip, let stack):
      let (top, rest) = area.split(top: strip.idealHeight)
      strip.draw(on: &canvas, in: top)
      stack.draw(on: &canvas, in: rest)
    case .form(let form): form.draw(on: &canvas, in: area)
    case .picker(let picker, let prompt, let nothing):
      picker.draw(on: &canvas, in: area, prompt: prompt, nothing: nothing)
    }
  }

  // When the strip begins later than it could, the plots begin there as well.
  private mutating func draw(_ strip: DayStrip, above stack: PlotStack, in area: Rect) {
    let (top, rest) = area.split(top: strip.idealHeight)
    let first = strip.draw(on: &canvas, in: top)
    var stack = stack
    stack.gutter = strip.gutter
    if let scale = ColumnScale(
      start: stack.scale.start + Double(first - strip.firstDay) * Double(strip.pitch)
        * stack.scale.perCell, perCell: stack.scale.perCell)
    {
      stack.scale = scale
    }
    stack.draw(on: &canvas, in: rest)
  }
}
