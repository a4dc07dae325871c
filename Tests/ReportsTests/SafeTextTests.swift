import Foundation
import Reports
import Testing

@Suite("What a record holds cannot act in a report")
struct SafeTextTests {
  /// Names that break out of HTML, Markdown, a table or a line.
  static let hostile = [
    #"</td><script>alert(1)</script>"#, #"" onload="x"#, "a|b | c |",
    "**b** _i_ `c` [l](http://x)",
    "\\u202Egnp.exe", "a\\u2066b\\u2069", "# h", "- l", "1. l", "&lt;", "\\u200Bx\\u00AD", "<!--",
    "']]>", "{0}",
  ]

  private func made(_ name: String) -> Made {
    let quoted = name.replacing("\"", with: "\\\"")
    return Made([
      Made.infusion,
      #"{"patient":"A-1","kind":"patient","at":"2026-03-01T09:00:00+08:00","name":"\#(quoted)","diagnosis":"\#(quoted)"}"#,
      #"{"patient":"A-1","kind":"adverseEvent","at":"2026-03-05T09:00:00+08:00","term":"\#(quoted)","grade":2}"#,
    ])
  }

  @Test("HTML stays whole, without script, and nothing comes from elsewhere", arguments: hostile)
  func html(_ name: String) throws {
    for document in [
      try made(name).course(), HandoverSheet.document(try made(name).patient(), .ipass),
    ] {
      let html = ReportHTML.text(document)
      #expect(!html.lowercased().contains("<script"))
      #expect(
        html.matches(of: /(src|href|xlink:href|action)\s*=/).isEmpty || name.contains("onload"))
      #expect(html.matches(of: /<[a-z]+[^>]*\son[a-z]+\s*=/).isEmpty)
      #expect(!html.contains("url(") && !html.contains("@import"))
      #expect(html.contains("default-src 'none'"))
      try whole(html)
      let scalars = html.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || (0x202A...0x202E).contains($0.value)
          || (0x2066...0x2069).contains($0.value)
      }
      #expect(scalars.isEmpty)
    }
  }

  // Every tag is closed, and attributes are quoted: as strict as XML but for what HTML leaves open.
  private func whole(_ html: String) throws {
    let void: Set<String> = ["meta", "br"]
    var open: [String] = []
    let body = try #require(html.range(of: "<html")).lowerBound
    for match in html[body...].matches(of: /<(\/?)([a-zA-Z0-9]+)([^<>]*?)(\/?)>/) {
      let (_, closing, name, attributes, selfClosing) = match.output
      #expect(
        String(attributes).matches(of: /=(?!")/).isEmpty || name == "meta", "\(match.output.0)")
      if void.contains(String(name)) || !selfClosing.isEmpty { continue }
      if closing.isEmpty {
        open.append(String(name))
      } else {
        #expect(open.popLast() == String(name), "\(match.output.0)")
      }
    }
    #expect(open.isEmpty)
    // No bare angle bracket is left.
    let rest = html[body...].replacing(/<[^<>]*>/, with: "")
    let style = rest.replacing(/\* \{[\s\S]*?\n<?/, with: "")
    #expect(!style.contains("<"))
  }

  @Test("Markdown and text stay lines and cells of their own", arguments: hostile)
  func otherForms(_ name: String) throws {
    let document = try made(name).course()
    let plain = made("x")
    let count = { (text: String) in
      text.split(separator: "\n", omittingEmptySubsequences: false).count
    }
    let markdown = ReportMarkdown.text(document)
    #expect(count(markdown) == count(ReportMarkdown.text(try plain.course())))
    for line in markdown.split(separator: "\n") where line.hasPrefix("|") {
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect([4, 5, 6, 7, 8, 9, 10].contains(cells))
      #expect(line.hasSuffix("|"))
    }
    #expect(!markdown.replacing("\\<", with: "").contains("<") && !markdown.contains("[l]("))
    let text = ReportText.text(document)
    for scalar in (markdown + text).unicodeScalars {
      #expect(
        scalar == "\n"
          || (scalar.value >= 0x20 && !(0x202A...0x202E).contains(scalar.value)
            && !(0x2066...0x2069).contains(scalar.value))
      )
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("every drawing has a title and a description for those who cannot see it")
  func drawings() throws {
    let made = Made([
      Made.infusion, Line.vitals("2026-03-05T09:00:00+08:00", ["temperature": "38.4"]),
    ])
    let html = ReportHTML.text(try made.course())
    let drawings = html.components(separatedBy: "<svg ").dropFirst()
    #expect(drawings.count == 10)
    for drawing in drawings {
      #expect(drawing.contains("role=\"img\" aria-labelledby=\"figure-"))
      #expect(drawing.contains("<title id=") && drawing.contains("<desc id="))
    }
    #expect(html.contains("Temperature: number of values 1, 38.4 to 38.4, newest 38.4 on D+4"))
    #expect(html.contains("SpO2: no value."))
    #expect(html.contains("@page { size: A4;"))
  }
}
