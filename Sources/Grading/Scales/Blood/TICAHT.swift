import Clinical

extension OtherScale {
  /// Early T-ICAHT (2025): days 0-30 with platelets below 50 and 20.
  static let thrombocytopeniaEarly = OtherScale(
    "T-ICAHT-early", "early thrombocytopenia (T-ICAHT), day 0-30", source: "ash-sap 12809257",
    remark: "recoveries shorter than 3 days are bridged, as for ICAHT",
    firstDay: 0,
    columns: [
      ScaleColumn(
        "platelets", .days(LabVariable.platelets.measure), "lowest platelets of each day 0-30",
        aliases: ["plt"]),
      ScaleColumn(
        "throughDay", .number(.count("throughDay", 0...3650)),
        "the last day of the course so far; the last day with a count where left out",
        optional: true),
    ],
    gather: { record in
      var inputs = ScaleInputs()
      record.lowest("platelets", .platelets, days: 0...30, into: &inputs)
      record.throughDay(into: &inputs)
      return inputs
    },
    rule: { inputs in
      early(inputs, "platelets") { runs in
        let days = runs.longest { $0 < 50 }
        let deep = runs.longest { $0 < 20 }
        func grade(_ days: Int) -> Int { days >= 7 ? 2 : days >= 1 ? 1 : 0 }
        return (
          (grade(days.lowerBound)...grade(days.upperBound)).highest(deepGrade(deep)), OpenDays(),
          [
            ScalePart("days below 50 x10^9/L", days), ScalePart("days below 20 x10^9/L", deep),
          ]
        )
      }
    })

  /// Late T-ICAHT: days 31-100, at least two tests.
  static let thrombocytopeniaLate = OtherScale(
    "T-ICAHT-late", "late thrombocytopenia (T-ICAHT), day 31-100", source: "ash-sap 12809257",
    remark: "recoveries shorter than 3 days are bridged, as for ICAHT",
    firstDay: 31,
    columns: [
      ScaleColumn(
        "platelets", .days(LabVariable.platelets.measure),
        "lowest platelets of each day 31-100, at least 2", aliases: ["plt"])
    ],
    gather: { record in
      var inputs = ScaleInputs()
      record.lowest("platelets", .platelets, days: 31...100, into: &inputs)
      return inputs
    },
    rule: { inputs in
      guard let days = inputs.days("platelets")?.filter({ (31...100).contains($0.key) }),
        let first = days.keys.min(), let last = days.keys.max()
      else { return ScaleFinding() }
      guard days.count >= 2 else {
        return ScaleFinding(open: ["platelets": "fewer than 2 tests from day 31 to 100"])
      }
      // Between tests weeks may pass: what was not tested is not called low or open.
      let lowest = days.values.reduce(0...0) { worst, interval in
        worst.highest(interval.points { $0 < 50 ? 2 : $0 < 100 ? 1 : 0 })
      }
      let deep = DayRuns(days: days, window: first...last).longest { $0 < 20 }
      let mayBeDeep = days.values.contains { $0.holds { $0 < 20 } != false }
      let run = mayBeDeep ? deepGrade(deep) : 0...0
      let bounds = lowest.highest(run)
      return ScaleFinding(
        bounds: bounds, parts: [ScalePart("days below 20 x10^9/L", deep)],
        open: bounds.lowerBound < bounds.upperBound
          ? ["platelets": "days without a count, or limits, leave it open"] : [:])
    })

  private static func deepGrade(_ days: ClosedRange<Int>) -> ClosedRange<Int> {
    func grade(_ days: Int) -> Int { days >= 14 ? 4 : days >= 1 ? 3 : 0 }
    return grade(days.lowerBound)...grade(days.upperBound)
  }
}
