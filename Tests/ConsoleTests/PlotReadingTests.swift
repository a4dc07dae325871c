import Clinical
import Console
import Terminal
import Testing

/// One reading among a hundred: what the cells of its plot say of it, read back as a person would.
@Suite("A spike of one reading is seen in its plot")
struct PlotReadingTests {
  struct Curve: Sendable, CustomTestStringConvertible {
    let title: String
    let asciiTitle: String
    let usual: Int
    let spike: Int
    let low: Double
    let high: Double
    let isLogarithmic: Bool
    /// The value that is plotted, of what is charted in whole numbers.
    let scale: Double
    let isUp: Bool
    var testDescription: String { title }
    let add: @Sendable (inout MadePatient, TimeSpan, Int) -> Void
  }

  private static func vital(
    _ title: String, _ ascii: String, usual: Int, spike: Int, _ low: Double, _ high: Double,
    scale: Double = 1, isUp: Bool,
    _ add: @escaping @Sendable (inout MadePatient, TimeSpan, Int) -> Void
  ) -> Curve {
    Curve(
      title: title, asciiTitle: ascii, usual: usual, spike: spike, low: low, high: high,
      isLogarithmic: false, scale: scale, isUp: isUp, add: add)
  }

  static let curves: [Curve] =
    [
      vital("T °C", "T C", usual: 368, spike: 404, 35, 41, scale: 0.1, isUp: true) {
        $0.vitals($1, temperature: $2)
      },
      vital("BP mmHg", "BP mmHg", usual: 124, spike: 61, 40, 180, isUp: false) {
        $0.vitals($1, systolic: $2)
      },
      vital("SpO2", "SpO2", usual: 98, spike: 84, 80, 100, isUp: false) {
        $0.vitals($1, saturation: $2)
      },
    ]
    + [("IL-6", "IL-6"), ("IL-10", "IL-10"), ("IFN-γ", "IFN"), ("TNF-α", "TNF")].map {
      name, ascii in
      let code = ["IL-6": "IL6", "IL-10": "IL10", "IFN-γ": "IFNG", "TNF-α": "TNFA"][name] ?? ""
      return Curve(
        title: name, asciiTitle: ascii, usual: 4, spike: 31_000, low: 1, high: 100_000,
        isLogarithmic: true, scale: 1, isUp: true
      ) { $0.cytokine($1, code, $2) }
    }

  /// Hours before the moment that is looked at.
  private static let spikeAt = 60

  private func console(_ curve: Curve, spiked: Bool) -> SampleConsole {
    var patient = MadePatient()
    for hours in stride(from: 110, through: 2, by: -2) where hours != Self.spikeAt {
      curve.add(&patient, .hours(-Int64(hours)), curve.usual)
    }
    curve.add(&patient, .hours(-Int64(Self.spikeAt)), spiked ? curve.spike : curve.usual)
    return patient.opened
  }

  /// The rows of the panel with that title: from its line to the next one with a title.
  private func panel(_ title: String, in buffer: CellBuffer) -> Range<Int>? {
    let heads = buffer.rows.map { String($0.prefix(9)) }
    guard let first = heads.firstIndex(where: { $0.hasPrefix(title) }) else { return nil }
    let titles = Self.curves.flatMap { [$0.title, $0.asciiTitle] } + ["HR"]
    let after = heads.indices.dropFirst(first + 1).first { index in
      titles.contains { heads[index].hasPrefix($0) }
        || heads[index].contains { "─-╭+".contains($0) }
        || heads[index].first.map { $0.isLetter } ?? false
    }
    return first..<(after ?? buffer.height)
  }

  /// The outermost dot of a column of cells as a value.
  private func reading(
    _ curve: Curve, _ buffer: CellBuffer, _ rows: Range<Int>, column: Int
  ) -> (value: Double, step: Double)? {
    var steps: [Int] = []
    var perCell = 4
    for (index, y) in rows.enumerated() {
      let sign = buffer[column, y].glyph.text.unicodeScalars.first?.value ?? 0x20
      switch sign {
      case 0x2801...0x28FF:
        // Upper to lower: bits 1 and 8, 2 and 16, 4 and 32, 64 and 128.
        for (place, bits) in [0x09, 0x12, 0x24, 0xC0].enumerated()
        where (Int(sign) - 0x2800) & bits != 0 { steps.append(index * 4 + place) }
      case 0x27, 0x2E,
        0x3A where buffer[column, y].style.role != .now:
        perCell = 2
        if sign != 0x2E { steps.append(index * 2) }
        if sign != 0x27 { steps.append(index * 2 + 1) }
      default: break
      }
    }
    guard let outer = curve.isUp ? steps.min() : steps.max() else { return nil }
    let count = Double(rows.count * perCell - 1)
    let fraction = 1 - Double(outer) / count
    func log(_ value: Double) -> Double { Roots.log10(value) }
    guard curve.isLogarithmic else {
      return (curve.low + fraction * (curve.high - curve.low), (curve.high - curve.low) / count)
    }
    return (fraction * 5, 5 / count)
  }

  @Test("The extreme is read back from the cells, to the step of the plot", arguments: curves)
  func extremes(_ curve: Curve) throws {
    for (width, height) in [(80, 24), (80, 30), (120, 40), (200, 50)] {
      for glyphs in [GlyphSet.unicode, .ascii] {
        let place = "\(curve.title) \(width)x\(height) \(glyphs)"
        let buffer = console(curve, spiked: true).frame(width, height, glyphs: glyphs).buffer
        let title = glyphs == .ascii ? curve.asciiTitle : curve.title
        let rows = try #require(panel(title, in: buffer), "\(place)\n\(buffer.text)")
        let pitch = [5, 3, 2, 1].first { $0 * 36 - ($0 > 1 ? 1 : 0) <= width - 9 } ?? 1
        let moment = SampleConsole.moment - .hours(Int64(Self.spikeAt))
        let zone = SampleConsole.zone
        let midnight = zone.startOfDay(number: zone.dayNumber(of: MadePatient.now - .days(5)))
        let day = Double((moment - midnight).microseconds) / 86_400_000_000
        let column = 9 + Int((day + 5) * Double(pitch))
        let read = try #require(
          reading(curve, buffer, rows, column: column), "\(place)\n\(buffer.text)")
        let truth = Double(curve.spike) * curve.scale
        let wanted = curve.isLogarithmic ? Roots.log10(truth) : truth
        #expect(abs(read.value - wanted) <= read.step / 2 + 1e-9, "\(place): \(read) \(wanted)")
        // And the number itself stands beside the plot.
        let written = curve.scale == 0.1 ? "40.4" : "\(curve.spike)"
        #expect(rows.contains { buffer.rows[$0].contains(written) }, "\(place)\n\(buffer.text)")
        // Without the spike the same column reads otherwise.
        let calm = console(curve, spiked: false).frame(width, height, glyphs: glyphs).buffer
        let calmRead = panel(title, in: calm).flatMap { reading(curve, calm, $0, column: column) }
        #expect(calmRead?.value != read.value, "\(place)")
      }
    }
  }
}
