import Clinical
import Console
import Terminal
import Testing

@Suite("Trends show what was measured, and nothing else")
struct TrendTruthTests {
  @Test("Nothing, one value, a gap: none is filled in")
  func gaps() throws {
    let none = MadePatient().trends()
    #expect(none.text(80, 24).contains("nothing that could be plotted is on record"))
    var one = MadePatient()
    one.vitals(.hours(-30), temperature: 372)
    let dots = try #require(FirstPlot(one.trends(), 80, 24))
    #expect((0..<71).count { !dots.steps($0).isEmpty } == 1)
    var gap = MadePatient()
    for hours in [100, 98, 96, 40, 38, 36] { gap.vitals(.hours(-Int64(hours)), temperature: 372) }
    let plot = try #require(FirstPlot(gap.trends(), 200, 50))
    let filled = (0..<190).filter { !plot.steps($0).isEmpty }
    let first = try #require(filled.first)
    let last = try #require(filled.last)
    // Two and a half days without a value stay blank.
    #expect(Set(first...last).subtracting(filled).count >= 10)
  }

  private func censored() -> MadePatient {
    var patient = MadePatient()
    for (day, value, comparator) in [
      (-5, 3, Clinical.Comparator.less), (-4, 40, nil), (-3, 400, nil), (-2, 5000, .greater),
      (-1, 4000, nil),
    ] {
      patient.lab(
        .days(Int64(day)) - .hours(2), "IL6", DecimalNumber(value), unit: "pg/mL",
        comparator: comparator, limits: 3...5000, kit: "K1", laboratory: "L")
    }
    return patient
  }

  @Test("What could not be quantified is a sign at its limit, and no line goes through it")
  func censoring() throws {
    let plot = try #require(FirstPlot(censored().trends(first: "IL6"), 200, 50))
    let text = plot.text
    #expect(text.contains { $0.contains("v") } && text.contains { $0.contains("^") })
    let above = try #require(
      text.compactMap { line in
        line.firstIndex(of: "^").map { line.distance(from: line.startIndex, to: $0) }
      }
      .first)
    // Neither before nor behind it a dot touches the sign.
    #expect(plot.steps(above - 9 - 1).isEmpty && plot.steps(above - 9 + 1).isEmpty)
    #expect(text.contains { $0.contains("LLOQ 3") } && text.contains { $0.contains("ULOQ 5000") })
  }

  @Test("A change of kit or laboratory breaks the line, and the words say so")
  func breaks() throws {
    func filled(_ kit: String) throws -> (Int, String) {
      var patient = MadePatient()
      patient.lab(.days(-3), "IL6", 40, unit: "pg/mL", kit: "K1", laboratory: "L")
      patient.lab(.days(-1), "IL6", 44, unit: "pg/mL", kit: kit, laboratory: "L")
      let console = patient.trends(first: "IL6")
      let plot = try #require(FirstPlot(console, 200, 50))
      return ((0..<190).count { !plot.steps($0).isEmpty }, console.text(200, 50))
    }
    let same = try filled("K1")
    let other = try filled("K2")
    #expect(same.0 > 8 && other.0 == 2)
    #expect(!same.1.contains("kit or laboratory changed"))
    #expect(other.1.contains("kit or laboratory changed D+4"))
  }

  @Test("Baseline, fold and what tocilizumab does to IL-6 stand beside it")
  func interleukin() {
    var patient = MadePatient()
    patient.lab(.days(-6), "IL6", 4, unit: "pg/mL")
    patient.lab(.days(-3), "IL6", 400, unit: "pg/mL")
    patient.lab(.days(-1), "IL6", 4000, unit: "pg/mL")
    let before = patient.trends(first: "IL6").text(200, 50)
    #expect(before.contains("×1000") && before.contains("base 4 D-1"))
    #expect(!before.contains("receptor blockade"))
    patient.drug(.days(-2), "tocilizumab", .anticytokine)
    for (width, height) in [(80, 24), (120, 40), (200, 50)] {
      let after = patient.trends(first: "IL6").text(width, height)
      #expect(after.contains("after tocilizumab D+3"), "\(width)x\(height)\n\(after)")
    }
    #expect(
      patient.trends(first: "IL6").state.plainLines(glyphs: .unicode).contains {
        $0.contains("IL-6") && $0.contains("rises by receptor blockade")
      })
  }

  @Test("A dose of tocilizumab explains an IL-6 for seven days, and no longer")
  func oldDose() {
    for (minutes, isSaid) in [(7 * 1440 - 1, true), (7 * 1440, false), (365 * 1440, false)] {
      var patient = MadePatient()
      patient.drug(.hours(-1) - .minutes(Int64(minutes)), "tocilizumab", .anticytokine)
      patient.lab(.hours(-1), "IL6", 4000, unit: "pg/mL")
      let console = patient.trends(first: "IL6")
      #expect(console.text(120, 40).contains("after tocilizumab") == isSaid, "\(minutes) min")
      #expect(
        console.state.plainLines(glyphs: .unicode).contains {
          $0.contains("rises by receptor blockade")
        } == isSaid, "\(minutes) min")
    }
  }

  @Test("Cmax, Tmax and the last quantifiable value are marked and named")
  func expansion() throws {
    var patient = MadePatient()
    for (day, value, comparator) in [
      (-4, 50, Clinical.Comparator.less), (-3, 2000, nil), (-2, 90_000, nil), (-1, 700, nil),
    ] {
      patient.lab(
        .days(Int64(day)), "CARCOP", DecimalNumber(value), unit: "{copies}/ug",
        comparator: comparator, limits: 50...1_000_000)
    }
    let console = patient.trends(first: "CARCOP")
    let plot = try #require(FirstPlot(console, 200, 50))
    let text = plot.text.joined(separator: "\n")
    #expect(text.contains("Cmax 90000 Tmax D+3") && text.contains("last quantifiable D+4"))
    let field = plot.text.map { String($0.dropFirst(9).prefix(60)) }
    #expect(field.contains { $0.contains("C") } && field.contains { $0.contains("Q") })
  }

  @Test("What was given is marked in every plot: a line for tocilizumab, a letter for each dose")
  func marks() throws {
    var patient = IdentityTests.patient("Ada Quill")
    patient.drug(.days(-3), "tocilizumab", .anticytokine)
    patient.drug(.days(-2), "dexamethasone", .corticosteroid)
    patient.drug(.days(-1), "paracetamol", .antipyretic)
    patient.add(
      .hours(-12), .vasopressor(Vasopressor(agent: .norepinephrine, action: .start)))
    let rows = patient.trends().rows(120, 40)
    let tops = rows.filter {
      $0.contains("T ") && $0.contains("D") && $0.contains("P") && $0.contains("N")
    }
    .filter { $0.first.map { "▸THBSRI".contains($0) } ?? false }
    #expect(tops.count >= 5, "\(rows.joined(separator: "\n"))")
    let given = try #require(rows.first { $0.hasPrefix("Given") })
    #expect("ITDPN".allSatisfy(given.contains))
  }

  @Test("A temperature is a fever by its own site: an offset for the axilla marks no other")
  func sites() throws {
    var patient = MadePatient()
    patient.add(
      .days(-9),
      .setting(Setting(name: "D-18", value: .number(DecimalNumber(4)))))
    for (hours, site) in [(60, Vitals.Site.oral), (30, .axillary)] {
      patient.add(
        .hours(-Int64(hours)),
        .vitals(
          Vitals(temperature: Quantity(DecimalNumber(tenths: 377), .celsius), site: site)))
    }
    // On the patient's first screen as on that of trends.
    for (console, title) in [(patient.opened, "T °C"), (patient.trends(), "▸T °C")] {
      let buffer = console.frame(200, 50).buffer
      let lines = buffer.rows
      let first = try #require(lines.firstIndex { $0.hasPrefix(title) })
      let next = lines.indices.dropFirst(first + 1).first { lines[$0].first != " " }
      var roles: [Terminal.Role] = []
      for x in 9..<120 {
        for y in first..<(next ?? buffer.height) {
          let cell = buffer[x, y]
          let value = cell.glyph.text.unicodeScalars.first?.value ?? 0
          if (0x2801...0x28FF).contains(value) { roles.append(cell.style.role) }
        }
      }
      #expect(roles == [.series1, .seriesOut], "\(title)\n\(buffer.text)")
    }
  }

  @Test("A code that no rule knows is plotted, on its own range, in its own unit")
  func unknown() {
    var patient = MadePatient()
    patient.lab(.days(-2), "X:Anti-HLA", 120, unit: "MFI")
    patient.lab(.days(-1), "X:Anti-HLA", 340, unit: "MFI")
    let text = patient.trends(first: "X:Anti-HLA").text(120, 40)
    #expect(text.contains("Anti-HLA") && text.contains("340 MFI") && text.contains("own range"))
  }

  @Test("Names and codes that command reach no cell as they are")
  func hostile() {
    var patient = MadePatient(name: "\u{1B}[2J\u{202E}Eve")
    patient.lab(.days(-2), "X:\u{1B}]0;owned\u{07}", 120, unit: "\u{9B}31m", kit: "\u{202E}kit")
    patient.add(
      .hours(-3), .medication(Medication(drug: "\u{1B}[1mx", drugClass: .other)))
    var console = patient.trends(first: "X:\u{1B}]0;owned\u{07}")
    for _ in 0..<2 {
      for row in console.rows(200, 50) + console.state.plainLines(glyphs: .unicode) {
        #expect(
          row.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E
          })
      }
      console.press("d")
    }
  }
}
