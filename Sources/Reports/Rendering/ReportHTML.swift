import Terminal

/// A report as one HTML file: no script, nothing from elsewhere, light, for A4.
package enum ReportHTML {
  package static func text(_ document: ReportDocument) -> String {
    var html = """
      <!DOCTYPE html>
      <html lang="\(HTMLText.escaped(document.language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escaped(document.title))</title>
      <style>
      \(ReportStyle.css)
      </style>
      </head>
      <body>

      """
    var figures = 0
    for page in document.pages { html += text(of: page, &figures) }
    return html + "</body>\n</html>\n"
  }

  // Who it is stands on every sheet of paper that a page takes: the head of a table is printed anew
  // on each.
  private static func text(of page: ReportPage, _ figures: inout Int) -> String {
    var html =
      "<table class=\"\(page.isOneSheet ? "page sheet" : "page")\" role=\"presentation\">\n"
    html += "<thead><tr><td><p class=\"running\">\(HTMLText.escaped(running(page)))</p></td></tr>"
    html += "</thead>\n<tbody><tr><td>\n"
    html += "<h1>\(HTMLText.escaped(page.title))</h1>\n"
    html += "<dl class=\"head\">\n\(page.head.map(fact).joined())</dl>\n"
    for section in page.sections {
      html += "<section>\n<h2>\(HTMLText.escaped(section.title))</h2>\n"
      for block in section.blocks { html += text(of: block, &figures) }
      html += "</section>\n"
    }
    return html + "</td></tr></tbody>\n</table>\n"
  }

  private static func running(_ page: ReportPage) -> String {
    page.subject.isEmpty ? page.title : page.subject
  }

  private static func text(of block: ReportBlock, _ figures: inout Int) -> String {
    switch block {
    case .paragraph(let text): return "<p>\(HTMLText.escaped(text))</p>\n"
    case .note(let text), .legend(let text):
      return "<p class=\"note\">\(HTMLText.escaped(text))</p>\n"
    case .facts(let facts): return "<dl>\n\(facts.map(fact).joined())</dl>\n"
    case .list(let items):
      return "<ul>\n" + items.map { "<li>\(HTMLText.escaped($0))</li>\n" }.joined() + "</ul>\n"
    case .table(let table): return text(of: table)
    case .figure(let figure):
      figures += 1
      return SVGDrawing(figure, number: figures).html
    case .blanks(let labels):
      return labels.map { "<p class=\"blank\"><span>\(HTMLText.escaped($0))</span></p>\n" }
        .joined()
    }
  }

  private static func fact(_ fact: ReportFact) -> String {
    "<dt>\(HTMLText.escaped(fact.label))</dt><dd>\(HTMLText.escaped(fact.text))</dd>\n"
  }

  private static func text(of table: ReportTable) -> String {
    var html = "<table class=\"data\">\n<thead><tr>"
    html += table.columns.map { "<th scope=\"col\"\(look($0))>\(HTMLText.escaped($0))</th>" }
      .joined()
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      html +=
        "<tr>" + row.map { "<td\(look($0))>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>\n"
    }
    html += "</tbody>\n</table>\n"
    if !table.notes.isEmpty {
      html += "<ul class=\"note\">\n"
      html += table.notes.map { "<li>\(HTMLText.escaped($0))</li>\n" }.joined()
      html += "</ul>\n"
    }
    return html
  }

  // A short cell is one line; a long one breaks anywhere rather than widen the page.
  private static func look(_ cell: String) -> String {
    PlainColumns.width(PlainColumns.shown(cell)) <= shortest ? " class=\"short\"" : ""
  }

  private static let shortest = 15
}
