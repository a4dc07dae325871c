/// Rows under heads of columns; with one column and no head, a list.
package struct Table: Sendable {
  package var columns: [TableColumn]
  package var rows: [TableRow]
  /// The chosen row, if one can be chosen.
  package var selected: Int?
  /// The row that stood on top when the table was last drawn; it moves only as far as needed.
  package var top: Int
  /// The columns of the chosen row that lie on the ground of what is chosen, those that say what
  /// it is; its values beside them keep their own look. `nil` for the whole row.
  package var marked: Range<Int>?

  package init(
    columns: [TableColumn], rows: [TableRow], selected: Int? = nil, top: Int = 0,
    marked: Range<Int>? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
    self.top = top
    self.marked = marked
  }

  /// A list of texts, one a row.
  package static func list(
    _ rows: [TableRow], selected: Int? = nil, top: Int = 0
  ) -> Table {
    Table(
      columns: [TableColumn(title: FittedText([]), truncation: .ellipsis, growth: 1)], rows: rows,
      selected: selected, top: top)
  }
}

/// A column of a table.
package struct TableColumn: Hashable, Sendable {
  package var title: FittedText
  package var alignment: Alignment
  /// A column of numbers is `whole`: shown in full or not at all.
  package var truncation: Truncation
  /// The least width of a column that may be cut.
  package var minimum: Int
  /// Who stays when there is not room for all: the higher.
  package var priority: Int
  package var growth: Int

  package init(
    title: FittedText, alignment: Alignment = .left, truncation: Truncation = .whole,
    minimum: Int = 6, priority: Int = 0, growth: Int = 0
  ) {
    self.title = title
    self.alignment = alignment
    self.truncation = truncation
    self.minimum = minimum
    self.priority = priority
    self.growth = growth
  }
}

/// A row of a table.
package struct TableRow: Hashable, Sendable {
  /// What the row stands for; a click on it gives this.
  package var id: String
  /// One a column, in order; missing ones are blank.
  package var cells: [FittedText]
  /// False for a row that cannot be chosen: a rule, a heading, an empty bed.
  package var isChoosable: Bool

  package init(id: String, _ cells: [FittedText], isChoosable: Bool = true) {
    self.id = id
    self.cells = cells
    self.isChoosable = isChoosable
  }
}
