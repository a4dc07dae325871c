extension GroupDrawing {
  /// The rows that an arrangement wants at a width.
  func height(_ arrangement: Arrangement, width: Int) -> Part {
    switch arrangement {
    case .group(let group): return height(group, width: width)
    case .rows(let parts):
      let all = parts.map { height($0, width: width) }
      // Parts of low priority can go, so one row of the most important is the least.
      return Part(
        minimum: all.max { $0.priority < $1.priority }?.minimum ?? 0,
        ideal: all.reduce(0) { $0 + $1.ideal }, priority: all.map(\.priority).max() ?? 0,
        growth: all.reduce(0) { $0 + $1.growth })
    case .columns(let parts):
      let widths = Layout.divide(width, among: parts.map(self.width))
      let all = zip(parts, widths).compactMap { part, place in
        place.map { height(part, width: $0.length) }
      }
      return Part(
        minimum: all.map(\.minimum).max() ?? 0, ideal: all.map(\.ideal).max() ?? 0,
        priority: all.map(\.priority).max() ?? 0, growth: all.map(\.growth).max() ?? 0)
    }
  }

  /// The columns that an arrangement wants.
  func width(_ arrangement: Arrangement) -> Part {
    switch arrangement {
    case .group(let group):
      let frame = group.frame == .box ? 4 : 0
      return Part(
        minimum: group.width.minimum + frame, ideal: group.width.ideal + frame,
        priority: group.priority, growth: group.width.growth)
    case .rows(let parts):
      let all = parts.map(width)
      return Part(
        minimum: all.map(\.minimum).max() ?? 0, ideal: all.map(\.ideal).max() ?? 0,
        priority: all.map(\.priority).max() ?? 0, growth: all.map(\.growth).max() ?? 0)
    case .columns(let parts):
      let all = parts.map(width)
      return Part(
        minimum: all.max { $0.priority < $1.priority }?.minimum ?? 0,
        ideal: all.reduce(0) { $0 + $1.ideal }, priority: all.map(\.priority).max() ?? 0,
        growth: all.reduce(0) { $0 + $1.growth })
    }
  }

  private func height(_ group: Group, width: Int) -> Part {
    let inner = max(1, width - (group.frame == .box ? 4 : 0))
    let ideal = rows(of: group.content, width: inner)
    let least = group.leastRows ?? min(ideal, 3)
    // A box that is short of rows is drawn as a heading with a rule.
    return Part(
      minimum: least + (group.frame == .none ? 0 : 1), ideal: ideal + group.frame.rows,
      priority: group.priority, growth: group.growth)
  }

  private func rows(of content: Group.Content, width: Int) -> Int {
    switch content {
    case .facts(let facts, let wraps):
      FactList(facts, wraps: wraps).idealHeight(width: width, in: canvas.glyphs)
    case .line: 1
    case .table(let table): table.idealHeight
    case .text(let paragraphs, _):
      Paragraphs(paragraphs, scrolled: 0).lines(width: width, in: canvas.glyphs).count
    case .days(let strip): strip.idealHeight
    case .plots(let stack): rows(of: stack)
    case .course(let strip, let stack): strip.idealHeight + rows(of: stack)
    case .trends(let strip, let stack): strip.idealHeight + rows(of: stack)
    case .form(let form): form.rows.count
    case .picker(let picker, _, _): picker.items.count + 1
    }
  }

  private func rows(of stack: PlotStack) -> Int {
    canvas.capabilities.charts == .numbers
      ? stack.panels.reduce(0) { $0 + max(1, $1.series.count) + 1 }
      : stack.panels.count * stack.idealRows
  }
}
