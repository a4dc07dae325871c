/// What a report says, before it is text, Markdown or HTML: pages of titled sections of plain texts.
///
/// The texts are as the record has them; each renderer makes them safe for where they go.
package struct ReportDocument: Sendable, Hashable {
  package var title: String
  /// BCP 47.
  package var language: String
  package var pages: [ReportPage]

  package init(title: String, language: String, pages: [ReportPage]) {
    self.title = title
    self.language = language
    self.pages = pages
  }
}

/// What begins on paper of its own.
package struct ReportPage: Sendable, Hashable {
  package var title: String
  /// What stands under the title on the first line: who it is.
  package var subject: String
  /// Up to when, of which record, by which settings, and what it is not.
  package var head: [ReportFact]
  package var sections: [ReportSection]
  /// True for a sheet that must not run over one page.
  package var isOneSheet: Bool

  package init(
    title: String, subject: String, head: [ReportFact], sections: [ReportSection],
    isOneSheet: Bool = false
  ) {
    self.title = title
    self.subject = subject
    self.head = head
    self.sections = sections
    self.isOneSheet = isOneSheet
  }
}

/// A titled part of a page.
package struct ReportSection: Sendable, Hashable {
  package var title: String
  package var blocks: [ReportBlock]

  package init(_ title: String, _ blocks: [ReportBlock]) {
    self.title = title
    self.blocks = blocks
  }
}

/// One piece of a section.
package enum ReportBlock: Sendable, Hashable {
  case paragraph(String)
  /// Small print: where it is from, what it does not say.
  case note(String)
  case facts([ReportFact])
  case list([String])
  case table(ReportTable)
  /// Drawn where a page can hold a drawing; the tables say the same in words.
  case figure(ReportFigure)
  /// How figures are read: where they are drawn.
  case legend(String)
  /// Lines to be filled in by hand, each with its label.
  case blanks([String])
}

/// A label and what stands beside it.
package struct ReportFact: Sendable, Hashable {
  package var label: String
  package var text: String

  package init(_ label: String, _ text: String) {
    self.label = label
    self.text = text
  }
}

/// Rows under headings. What cannot be given is `--`, with the reason among the notes.
package struct ReportTable: Sendable, Hashable {
  package var columns: [String]
  package var rows: [[String]]
  package var notes: [String]

  package init(_ columns: [String], _ rows: [[String]], notes: [String] = []) {
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}
