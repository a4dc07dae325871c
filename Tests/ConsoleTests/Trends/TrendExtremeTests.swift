import Clinical
import Console
import Terminal
import Testing

/// One value among a hundred, in every plot there is: what its cells say of it, read back.
@Suite("A spike of one value is seen in every trend")
struct TrendExtremeTests {
  struct Curve: Sendable, CustomTestStringConvertible {
    let panel: String
    let usual: Double
    let spike: Double
    let low: Double
    let high: Double
    var isLogarithmic = false
    var isUp = true
    let add: @Sendable (inout MadePatient, TimeSpan, DecimalNumber) -> Void
    var testDescription: String { panel }
  }

  private static func vital(
    _ panel: String, _ usual: Double, _ spike: Double, _ low: Double, _ high: Double,
    isUp: Bool = true, _ vitals: @escaping @Sendable (DecimalNumber) -> Vitals
  ) -> Curve {
    Curve(panel: panel, usual: usual, spike: spike, low: low, high: high, isUp: isUp) {
      $0.add($1, .vitals(vitals($2)))
    }
  }

  private static func lab(
    _ code: String, _ unit: String, _ usual: Double, _ spike: Double, _ low: Double,
    _ high: Double, log isLogarithmic: Bool = true, isUp: Bool = true
  ) -> Curve {
    Curve(
      panel: code, usual: usual, spike: spike, low: low, high: high, isLogarithmic: isLogarithmic,
      isUp: isUp
    ) { $0.lab($1, code, $2, unit: unit) }
  }

  static let curves: [Curve] = [
    vital("temperature", 36.8, 40.4, 35, 41) {
      Vitals(temperature: Quantity($0, .celsius))
    },
    vital("heartRate", 80, 166, 40, 180) { Vitals(heartRate: Quantity($0, .perMinute)) },
    vital("pressure", 124, 61, 40, 180, isUp: false) {
      Vitals(systolic: Quantity($0, .millimetreOfMercury))
    },
    vital("saturation", 98, 84, 80, 100, isUp: false) { Vitals(spo2: Quantity($0, .percent)) },
    vital("breathing", 16, 41, 0, 50) { Vitals(respiratoryRate: Quantity($0, .perMinute)) },
    Curve(panel: "score", usual: 10, spike: 3, low: 0, high: 10, isUp: false) {
      $0.add($1, .ice(ICE(total: $2.whole)))
    },
    lab("IL6", "pg/mL", 4, 31_000, 1, 100_000), lab("IL10", "pg/mL", 4, 31_000, 1, 100_000),
    lab("IFNG", "pg/mL", 4, 31_000, 1, 100_000), lab("TNFA", "pg/mL", 4, 31_000, 1, 100_000),
    lab("CRP", "mg/L", 5, 240, 0, 300, log: false),
    lab("FERR", "ug/L", 300, 120_000, 10, 1_000_000),
    lab("FIB", "g/L", 4, 1, 0, 6, log: false, isUp: false),
    lab("LDH", "U/L", 200, 4000, 50, 10_000),
    lab("DDIM", "mg/L{FEU}", 1, 60, 0.1, 100), lab("AST", "U/L", 30, 2400, 5, 5000),
    lab("CREA", "umol/L", 60, 320, 0, 400, log: false),
    lab("PLT", "10*9/L", 200, 4, 1, 1000, isUp: false),
    lab("ANC", "10*9/L", 3, 1, 0.01, 100, isUp: false),
    lab("CARCOP", "{copies}/ug", 200, 900_000, 1, 10_000_000),
    lab("CARABS", "{cells}/uL", 2, 5000, 0.01, 10_000),
    lab("CD7ABS", "{cells}/uL", 5, 4000, 0.01, 10_000),
  ]

  private static let spikeAt = 60

  private func number(_ value: Double) -> DecimalNumber {
    DecimalNumber(tenths: Int((value * 10).rounded()))
  }

  private func console(_ curve: Curve, spiked: Bool, apart: Int = 2) -> SampleConsole {
    var patient = MadePatient()
    for hours in stride(from: 110, through: 2, by: -apart) where hours != Self.spikeAt {
      curve.add(&patient, .hours(-Int64(hours)), number(curve.usual))
    }
    curve.add(
      &patient, .hours(-Int64(Self.spikeAt)), number(spiked ? curve.spike : curve.usual))
    return patient.trends(first: curve.panel)
  }

  /// The cell of the axis in which the spike lies at the usual zoom.
  private func column(_ width: Int) -> Int {
    let zone = SampleConsole.zone
    let zero = zone.startOfDay(number: zone.dayNumber(of: MadePatient.now - .days(5)))
    let days =
      Double((MadePatient.now - .hours(Int64(Self.spikeAt)) - zero).microseconds) / 86_400_000_000
    let pitch = [5, 3, 2, 1].first { $0 * 36 - ($0 > 1 ? 1 : 0) <= width - 9 } ?? 1
    return Int((days + 5) * Double(pitch))
  }

  @Test("The extreme is read back from the cells, to the step of the plot", arguments: curves)
  func extremes(_ curve: Curve) throws {
    for (width, height) in [(80, 24), (120, 40), (200, 50)] {
      for charts in [ChartGlyphs.braille, .block, .ascii] {
        let glyphs: GlyphSet = charts == .ascii ? .ascii : .unicode
        let place = "\(curve.panel) \(width)x\(height) \(charts)"
        func read(_ spiked: Bool) throws -> (fraction: Double, step: Double)? {
          var console = console(curve, spiked: spiked)
          console.state.trends.preference.charts = charts.rawValue
          let plot = try #require(FirstPlot(console, width, height, glyphs), "\(place)")
          let steps = plot.steps(column(width))
          let outer = curve.isUp || charts == .block ? steps.min() : steps.max()
          let count = Double(plot.count(perCell: charts.steps) - 1)
          return outer.map { (1 - Double($0) / count, 1 / count) }
        }
        func fraction(_ value: Double) -> Double {
          guard curve.isLogarithmic else { return (value - curve.low) / (curve.high - curve.low) }
          return (Roots.log10(value) - Roots.log10(curve.low))
            / (Roots.log10(curve.high) - Roots.log10(curve.low))
        }
        let spiked = try #require(try read(true), "\(place)")
        #expect(
          abs(spiked.fraction - fraction(curve.spike)) <= spiked.step / 2 + 1e-9,
          "\(place): \(spiked.fraction) \(fraction(curve.spike))")
        let calm = try read(false)
        #expect(calm?.fraction != spiked.fraction, "\(place)")
      }
    }
  }

  @Test("And where there is no plot the number itself stands there", arguments: curves)
  func numbers(_ curve: Curve) throws {
    var console = console(curve, spiked: true)
    console.state.trends.preference.charts = ChartGlyphs.numbers.rawValue
    let plot = try #require(FirstPlot(console, 200, 50))
    let written = "\(number(curve.spike))"
    #expect(plot.text.joined().contains(written), "\(plot.text)")
  }

  @Test("A spike in ten thousand values is kept, and so are ten thousand equal ones")
  func many() throws {
    for (spike, isThere) in [(404, true), (368, false)] {
      var patient = MadePatient()
      for minute in 0..<10_000 {
        patient.vitals(
          .seconds(-Int64(10_000 - minute) * 30), temperature: minute == 5000 ? spike : 368)
      }
      let console = patient.trends()
      let text = console.text(200, 50)
      #expect(text.contains("max \(isThere ? "40.4" : "36.8")"), "\(text)")
      let plot = try #require(FirstPlot(console, 200, 50))
      let tops = (0..<190).compactMap { plot.steps($0).min() }
      let third = plot.count(perCell: 4) / 3
      // One spike high above, and all that is far from it in one row.
      #expect(tops.contains { $0 <= third } == isThere)
      #expect(Set(tops.suffix(5)).count == 1 && Set(tops.prefix(5)).count == 1)
      #expect(tops.count > 15)
    }
  }
}
