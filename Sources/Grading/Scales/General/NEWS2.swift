import Clinical

extension OtherScale {
  /// NEWS2 (RCP 2017), for 16 years and over, not in pregnancy.
  ///
  /// A value between two printed bands takes the worse.
  static let news2 = OtherScale(
    "NEWS2", "National Early Warning Score 2", source: "RCP 2017, chart 1 (scribd 584338409)",
    remark: "16 years and over only; under 16 the site's PEWS",
    columns: [
      ScaleColumn(
        "age", .number(Measure("age", .one, possible: 0...130)), "completed years"),
      ScaleColumn(
        "respiratoryRate", .number(.respiratoryRate), "breaths a minute", aliases: ["rr", "resp"]),
      ScaleColumn("spo2", .number(.spo2), "oxygen saturation", aliases: ["sat", "sao2"]),
      ScaleColumn(
        "oxygen", .word(["air", "oxygen"]), "room air, or supplemental oxygen",
        aliases: ["o2", "airOrOxygen"],
        spellings: ["ra": "air", "room air": "air", "roomair": "air", "o2": "oxygen"]),
      ScaleColumn("systolic", .number(.systolic), "systolic pressure", aliases: ["sbp"]),
      ScaleColumn(
        "pulse", .number(.pulse), "beats a minute", aliases: ["hr", "heartRate", "PULSE"]),
      ScaleColumn(
        "consciousness", .word(["alert", "confusion", "voice", "pain", "unresponsive"]),
        "alert, or C V P U: new confusion, voice, pain, unresponsive",
        aliases: ["acvpu", "avpu", "loc"],
        spellings: [
          "a": "alert", "awake": "alert", "c": "confusion", "v": "voice", "p": "pain",
          "u": "unresponsive",
        ]),
      ScaleColumn("temperature", .number(.temperature), "temperature", aliases: ["temp", "t"]),
      ScaleColumn(
        "spo2Scale", .number(.count("spo2Scale", 1...2)),
        "2 for hypercapnic respiratory failure, else 1", optional: true, aliases: ["scale"]),
      ScaleColumn("pregnant", .flag, "pregnancy", optional: true),
    ], gather: { $0.news2Facts() }, rule: news2)

  private static func news2(_ inputs: ScaleInputs) -> ScaleFinding {
    if let age = inputs.exact("age"), age < 16 {
      return ScaleFinding(notApplicable: "under 16: use the site's PEWS")
    }
    if inputs.flag("pregnant") == true {
      return ScaleFinding(notApplicable: "not for pregnancy")
    }
    var finding = ScaleFinding()
    var total: Int? = inputs.exact("age") == nil ? nil : 0
    var worst = 0
    func add(_ name: String, _ points: Int?) {
      if let points {
        finding.parts.append(ScalePart(name, points...points))
        worst = max(worst, points)
      } else if inputs.number(name) != nil {
        finding.open[name] = "only a limit is known"
      }
      total = points.flatMap { points in total.map { $0 + points } }
    }
    let onOxygen = inputs.word("oxygen").map { $0 == "oxygen" }
    add("respiratoryRate", inputs.exact("respiratoryRate").map(breaths))
    let usesSecond = inputs.whole("spo2Scale") == 2
    add(
      "spo2",
      inputs.exact("spo2").flatMap { value in
        usesSecond ? onOxygen.map { saturation2(value, onOxygen: $0) } : saturation(value)
      })
    add("oxygen", onOxygen.map { $0 ? 2 : 0 })
    add("systolic", inputs.exact("systolic").map(pressure))
    add("pulse", inputs.exact("pulse").map(pulse))
    add("consciousness", inputs.word("consciousness").map { $0 == "alert" ? 0 : 3 })
    add("temperature", inputs.exact("temperature").map(temperature))
    guard let total else { return finding }
    finding.score = DecimalNumber(total)
    finding.verdict =
      switch total {
      case 7...: "high: emergency response"
      case 5...6: "medium: urgent response"
      default: worst == 3 ? "low-medium: urgent ward review" : "low"
      }
    return finding
  }

  private static func breaths(_ n: DecimalNumber) -> Int {
    if n > 24 { return 3 }
    if n > 20 { return 2 }
    return n >= 12 ? 0 : n >= 9 ? 1 : 3
  }

  private static func saturation(_ n: DecimalNumber) -> Int {
    n >= 96 ? 0 : n >= 94 ? 1 : n >= 92 ? 2 : 3
  }

  private static func saturation2(_ n: DecimalNumber, onOxygen: Bool) -> Int {
    if onOxygen, n > 92 { return n > 96 ? 3 : n > 94 ? 2 : 1 }
    return n >= 88 ? 0 : n >= 86 ? 1 : n >= 84 ? 2 : 3
  }

  private static func pressure(_ n: DecimalNumber) -> Int {
    if n > 219 { return 3 }
    return n >= 111 ? 0 : n >= 101 ? 1 : n >= 91 ? 2 : 3
  }

  private static func pulse(_ n: DecimalNumber) -> Int {
    if n > 130 { return 3 }
    if n > 110 { return 2 }
    if n > 90 { return 1 }
    return n >= 51 ? 0 : n >= 41 ? 1 : 3
  }

  private static func temperature(_ celsius: DecimalNumber) -> Int {
    switch celsius.roundedHalfUp(places: 1) {
    case ...350: 3
    case ...360: 1
    case ...380: 0
    case ...390: 1
    default: 2
    }
  }
}
