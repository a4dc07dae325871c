import Outcomes

/// Prints what one of the functions on data came to.
struct DataPrinter {
  var format: FormatOption.TableFormat
  var environment: Environment

  /// - Parameters:
  ///   - tables: for a person, a spreadsheet or a document.
  ///   - json: the documents of contract 5, one a line.
  func write(_ tables: [OutcomeTable], json: [OutcomeJSON]) throws {
    let page = TablePage(tables: tables)
    switch format {
    case .json: for document in json { try environment.output.write(jsonLine: document.bytes) }
    // That tables are no html is said before.
    case .text, .html: try write(page.text())
    case .csv: try write(page.csv())
    case .markdown: try write(page.markdown())
    }
  }

  private func write(_ lines: [String]) throws {
    for line in lines { try environment.output.write(line + "\n") }
  }
}
