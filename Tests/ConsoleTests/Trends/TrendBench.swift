import Clinical
import Console
import Terminal

extension MadePatient {
  /// Results of one specimen, so long after the moment that is looked at.
  mutating func lab(
    _ after: TimeSpan, _ code: String, _ value: DecimalNumber, unit: String,
    comparator: Clinical.Comparator? = nil, upper: DecimalNumber? = nil,
    limits: ClosedRange<Int>? = nil, kit: String? = nil, laboratory: String? = nil
  ) {
    add(
      after,
      .lab(
        Lab(
          results: [
            LabResult(
              code: code, value: value, unit: unit, comparator: comparator, upper: upper,
              lowerLimitOfQuantification: limits.map { DecimalNumber($0.lowerBound) },
              upperLimitOfQuantification: limits.map { DecimalNumber($0.upperBound) })
          ], laboratory: laboratory, kit: kit)))
  }

  mutating func drug(_ after: TimeSpan, _ drug: String, _ drugClass: DrugClass) {
    add(after, .medication(Medication(drug: drug, drugClass: drugClass)))
  }

  /// The patient's trends on the screen, this plot first.
  func trends(first panel: String = "temperature") -> SampleConsole {
    var console = opened
    console.state.trends.preference.order = [panel]
    console.press("g")
    return console
  }
}

/// The first plot on the screen of trends, read back from its cells as a person would.
struct FirstPlot {
  let buffer: CellBuffer
  /// Of the plot itself: from its title to the row before the next one.
  let rows: Range<Int>

  init?(_ console: SampleConsole, _ width: Int, _ height: Int, _ glyphs: GlyphSet = .unicode) {
    let buffer = console.frame(width, height, glyphs: glyphs).buffer
    self.buffer = buffer
    let lines = buffer.rows
    let sign: Character = glyphs == .unicode ? "▸" : ">"
    guard let first = lines.firstIndex(where: { $0.first == sign }) else { return nil }
    let next = lines.indices.dropFirst(first + 1).first {
      guard let start = lines[$0].first else { return false }
      return start != " "
    }
    // Where the note has no room beside the plot it stands above it, in the line of the title.
    let hasHeadline = (9..<20).contains { x in
      [.value, .valueOut].contains(buffer[x, first].style.role)
        && buffer[x, first].glyph != .space
    }
    rows = (hasHeadline ? first + 1 : first)..<(next ?? lines.count)
  }

  /// The plot's rows and the line above it.
  var text: [String] { (max(0, rows.lowerBound - 1)..<rows.upperBound).map { buffer.rows[$0] } }

  private static let series: [Terminal.Role] = [
    .series1, .series2, .series3, .series4, .seriesOut,
  ]

  /// The steps, 0 at the top, in which a column of the plot has dots.
  func steps(_ column: Int) -> [Int] {
    var steps: [Int] = []
    for (index, y) in rows.enumerated() {
      let cell = buffer[9 + column, y]
      let value = cell.glyph.text.unicodeScalars.first?.value ?? 0x20
      // Letters and digits of notes hold dots too.
      guard Self.series.contains(cell.style.role) else { continue }
      switch value {
      case 0x2801...0x28FF:
        // Upper to lower: bits 1 and 8, 2 and 16, 4 and 32, 64 and 128.
        for (place, bits) in [0x09, 0x12, 0x24, 0xC0].enumerated()
        where (Int(value) - 0x2800) & bits != 0 { steps.append(index * 4 + place) }
      case 0x27: steps.append(index * 2)
      case 0x2E: steps.append(index * 2 + 1)
      case 0x3A: steps += [index * 2, index * 2 + 1]
      case 0x2581...0x2588:
        // A bar: its top, in eighths from above.
        steps.append(index * 8 + 7 - Int(value - 0x2581))
      default: break
      }
    }
    return steps
  }

  func count(perCell: Int) -> Int { rows.count * perCell }
}
