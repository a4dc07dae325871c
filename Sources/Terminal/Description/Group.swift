/// Facts that belong together, under one title.
package struct Group: Sendable {
  package var id: String
  package var title: FittedText
  /// At the right end of the title: how old, who, which key.
  package var note: FittedText
  package var content: Content
  package var frame: Frame
  package var focused: Bool
  /// Who stays when there is not room for all: the higher.
  package var priority: Int
  /// The least rows of content with which it makes sense; a guess by content where `nil`.
  package var leastRows: Int?
  /// Its share of rows that are left over.
  package var growth: Int
  /// The width that it wants beside others, without the frame.
  package var width: Part
  /// What plain mode reads instead of the content, where that is a picture.
  package var plain: [StyledText]?

  package enum Frame: Sendable {
    case box
    /// A heading in a rule.
    case rule
    case none

    /// Rows that the frame takes at its fullest.
    var rows: Int {
      switch self {
      case .box: 2
      case .rule: 1
      case .none: 0
      }
    }
  }

  /// What a group shows.
  package enum Content: Sendable {
    case facts([Fact], wraps: Bool = false)
    /// Facts in one line, the least important ones left out where it is short.
    case line([Fact])
    case table(Table)
    /// Paragraphs, wrapped; scrolled down by so many lines.
    case text([StyledText], scrolled: Int = 0)
    case days(DayStrip)
    case plots(PlotStack)
    /// Days above plots on the same level axis.
    case course(DayStrip, PlotStack)
    /// Time at any zoom above plots on the same level axis.
    case trends(AxisStrip, PlotStack)
    case form(Form)
    case picker(Picker, prompt: String, nothing: FittedText)
  }

  package init(
    id: String, title: FittedText, note: FittedText = FittedText([]), content: Content,
    frame: Frame = .box, focused: Bool = false, priority: Int = 0, leastRows: Int? = nil,
    growth: Int = 0, width: Part = .filling(minimum: 20), plain: [StyledText]? = nil
  ) {
    self.id = id
    self.title = title
    self.note = note
    self.content = content
    self.frame = frame
    self.focused = focused
    self.priority = priority
    self.leastRows = leastRows
    self.growth = growth
    self.width = width
    self.plain = plain
  }
}

/// A name, a value and what is to be said about it: age, source, criterion.
package struct Fact: Hashable, Sendable {
  package var label: FittedText
  package var value: FittedText
  package var note: FittedText
  /// Who stays when there is not room for all: the higher.
  package var priority: Int

  package init(
    _ label: FittedText, _ value: FittedText, note: FittedText = FittedText([]), priority: Int = 0
  ) {
    self.label = label
    self.value = value
    self.note = note
    self.priority = priority
  }
}
