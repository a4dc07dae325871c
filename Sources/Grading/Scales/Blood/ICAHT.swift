import Clinical

extension OtherScale {
  private static let throughDay = ScaleColumn(
    "throughDay", .number(.count("throughDay", 0...3650)),
    "the last day of the course so far; the last day with a count where left out", optional: true)

  private static func neutrophils(_ text: String) -> ScaleColumn {
    ScaleColumn(
      "neutrophils", .days(LabVariable.neutrophils.measure), text, aliases: ["anc"])
  }

  /// Early ICAHT (EHA/EBMT): consecutive days 0-30 with an ANC at or below 500 and 100 per uL.
  static let icahtEarly = OtherScale(
    "ICAHT-early", "early haematotoxicity (ICAHT), day 0-30",
    source: "EHA/EBMT; automatedicahtgrading (Liang)", fromMemory: true,
    remark: "recoveries shorter than 3 days are bridged",
    firstDay: 0, columns: [neutrophils("lowest ANC of each day 0-30"), throughDay],
    gather: { record in
      var inputs = ScaleInputs()
      record.lowest("neutrophils", .neutrophils, days: 0...30, into: &inputs)
      record.throughDay(into: &inputs)
      return inputs
    },
    rule: { inputs in
      early(inputs, "neutrophils") { runs in
        let low: (DecimalNumber) -> Bool = { $0 <= DecimalNumber(tenths: 5) }
        let days = runs.longest(low)
        let deep = runs.longest { $0 <= DecimalNumber(tenths: 1) }
        func grade(_ days: Int) -> Int { days >= 14 ? 3 : days >= 7 ? 2 : days >= 1 ? 1 : 0 }
        func deepGrade(_ days: Int) -> Int { days >= 14 ? 4 : days >= 7 ? 3 : 0 }
        var bounds = (grade(days.lowerBound)...grade(days.upperBound)).highest(
          deepGrade(deep.lowerBound)...deepGrade(deep.upperBound))
        // Never above 500 on any of the 31 days.
        var unmeasured: [Int] = []
        let isLimited = bounds.lowerBound < bounds.upperBound || runs.isOpenOnAnyDay(low)
        if runs.window.upperBound == 30 {
          switch runs.isThroughout(low) {
          case true: bounds = 4...4
          case nil:
            bounds = bounds.lowerBound...4
            unmeasured = runs.unmeasuredEnds
          case false: break
          }
        }
        return (
          bounds, OpenDays(isLimited: isLimited, unmeasured: unmeasured),
          [
            ScalePart("days at or below 500/uL", days),
            ScalePart("days at or below 100/uL", deep),
          ]
        )
      }
    })

  /// Late ICAHT: the ANC after day 30, reached in at least two measurements.
  static let icahtLate = OtherScale(
    "ICAHT-late", "late haematotoxicity (ICAHT), after day 30",
    source: "EHA/EBMT; automatedicahtgrading (Liang)", fromMemory: true,
    firstDay: 31, columns: [neutrophils("lowest ANC of each day after day 30, at least 2")],
    gather: { record in
      var inputs = ScaleInputs()
      record.lowest("neutrophils", .neutrophils, days: 31...3650, into: &inputs)
      return inputs
    },
    rule: { inputs in
      guard let days = inputs.days("neutrophils")?.filter({ $0.key > 30 }) else {
        return ScaleFinding()
      }
      guard days.count >= 2 else {
        return ScaleFinding(open: ["neutrophils": "fewer than 2 measurements after day 30"])
      }
      let grades = days.values.map { interval in
        interval.points { anc in
          if anc <= DecimalNumber(tenths: 1) { return 4 }
          if anc <= DecimalNumber(tenths: 5) { return 3 }
          if anc <= 1 { return 2 }
          return anc <= DecimalNumber(tenths: 15) ? 1 : 0
        }
      }
      // What at least two of them reach.
      let least = grades.map(\.lowerBound).sorted(by: >)[1]
      let most = grades.map(\.upperBound).sorted(by: >)[1]
      return ScaleFinding(
        bounds: least...most, parts: [ScalePart("measurements", "\(days.count)")],
        open: least < most ? ["neutrophils": "only limits are known"] : [:])
    })

  /// What both early scales share: the runs of the days so far.
  static func early(
    _ inputs: ScaleInputs, _ name: String,
    _ grade: (DayRuns) -> (bounds: ClosedRange<Int>, open: OpenDays, parts: [ScalePart])
  ) -> ScaleFinding {
    guard let days = inputs.days(name)?.filter({ (0...30).contains($0.key) }),
      let last = days.keys.max()
    else { return ScaleFinding() }
    let end = min(30, max(last, inputs.whole("throughDay") ?? last))
    let runs = DayRuns(days: days, window: 0...end)
    let found = grade(runs)
    let isOpen = found.bounds.lowerBound < found.bounds.upperBound
    return ScaleFinding(
      bounds: found.bounds,
      verdict: end < 30 ? "so far, to day \(end)" : nil, parts: found.parts,
      open: isOpen
        ? [name: runs.hasGap ? "days without a count leave a run open" : found.open.text] : [:])
  }

  /// What leaves a scale by day open where no long gap does.
  struct OpenDays {
    /// True where a count of which only a limit is known does.
    var isLimited = true
    /// The days at either end that were not measured and do.
    var unmeasured: [Int] = []

    var text: String {
      let days = unmeasured.map { "\($0)" }.joined(separator: ", ")
      let named =
        unmeasured.count == 1 ? "day \(days) was not measured" : "days \(days) were not measured"
      guard !unmeasured.isEmpty else { return "only limits are known" }
      return isLimited ? "only limits are known; \(named)" : named
    }
  }
}
