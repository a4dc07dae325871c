extension StyledText {
  /// The text in lines of at most `width` cells, broken at spaces, and inside a word only where
  /// the word alone is longer than a line. Line breaks in the text are kept.
  ///
  /// An indented paragraph is indented on all of its lines. Scripts written without spaces break
  /// between any two wide glyphs.
  package func wrapped(to width: Int, in glyphs: GlyphSet) -> [StyledText] {
    guard width > 0 else { return [] }
    return paragraphs().flatMap { $0.filled(to: width, in: glyphs) }
  }

  /// Splits at line breaks; a tab becomes a space.
  private func paragraphs() -> [StyledText] {
    var lines = [StyledText()]
    for span in spans {
      var first = true
      for piece in span.text.split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      {
        if !first { lines.append(StyledText()) }
        first = false
        let text = String(piece.map { $0 == "\t" ? " " : $0 })
        if !text.isEmpty { lines[lines.count - 1].spans.append(Span(text, span.role)) }
      }
    }
    return lines
  }

  private func filled(to width: Int, in glyphs: GlyphSet) -> [StyledText] {
    // Spaces at the start of a paragraph stand before each of its lines.
    let indent = min(width / 3, plain.prefix { $0 == " " }.count)
    var lines: [StyledText] = []
    var line = StyledText()
    var used = 0
    var start: Int { lines.isEmpty ? 0 : indent }
    func close() {
      lines.append(line)
      line = StyledText(spans: indent > 0 ? [Span(String(repeating: " ", count: indent))] : [])
      used = indent
    }
    for (text, role) in pieces(in: glyphs) {
      let cells = glyphs.width(text)
      if text == " " {
        // A space at a break is not carried over; one at the start of a paragraph is.
        if used + 1 > width {
          close()
        } else if used > start || lines.isEmpty {
          line.append(text, role)
          used += 1
        }
        continue
      }
      if used + cells > width, used > start {
        line.dropTrailingSpaces()
        close()
      }
      if used + cells <= width {
        line.append(text, role)
        used += cells
        continue
      }
      for character in text {
        let w = glyphs.width(String(character))
        if used + w > width, used > start { close() }
        line.append(String(character), role)
        used += w
      }
    }
    line.dropTrailingSpaces()
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Words, single spaces, and wide glyphs one by one.
  private func pieces(in glyphs: GlyphSet) -> [(text: String, role: Role)] {
    var pieces: [(text: String, role: Role)] = []
    for span in spans {
      var word = ""
      func end() {
        if !word.isEmpty { pieces.append((word, span.role)) }
        word = ""
      }
      for character in span.text {
        if character == " " {
          end()
          pieces.append((" ", span.role))
        } else if !character.isASCII, glyphs == .unicode, glyphs.width(String(character)) == 2 {
          end()
          pieces.append((String(character), span.role))
        } else {
          word.append(character)
        }
      }
      end()
    }
    return pieces
  }

  private mutating func append(_ text: String, _ role: Role) {
    if let last = spans.last, last.role == role {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text, role))
    }
  }

  private mutating func dropTrailingSpaces() {
    while let last = spans.last {
      var text = last.text
      while text.last == " " { text.removeLast() }
      if text.isEmpty {
        spans.removeLast()
        continue
      }
      spans[spans.count - 1].text = text
      return
    }
  }
}
