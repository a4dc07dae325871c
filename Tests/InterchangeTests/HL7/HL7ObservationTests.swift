import Clinical
import Interchange
import Testing

@Suite("What a monitor or a laboratory sends is charted as it was measured, or not at all")
struct HL7ObservationTests {
  private let spo2 = "NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.3.1.150456"
  private let percent = "262688^MDC_DIM_PERCENT^MDC"

  @Test("a set of vital signs of one moment is one event")
  func vitals() throws {
    let charting = Message.charting(
      try Message.device([
        "\(spo2)|93|\(percent)|||||R",
        "NM|147842^MDC_ECG_HEART_RATE^MDC||118|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R",
        "NM|149530^MDC_PULS_OXIM_PULS_RATE^MDC||116|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R",
        "NM|188496^MDC_TEMP_AXIL^MDC||38.4|268192^MDC_DIM_DEGC^MDC|||||R",
      ]))
    let expected = Vitals(
      temperature: Quantity(number("38.4"), .celsius), site: .axillary,
      heartRate: Quantity(118, .perMinute), pulse: Quantity(116, .perMinute),
      spo2: Quantity(93, .percent))
    #expect(
      charting.drafts
        == [
          HL7Charting.Draft(at: moment("2026-03-06T04:15:00+08:00"), content: .vitals(expected))
        ])
    #expect(charting.notes == [] && charting.held == [] && charting.remarks == [])
  }

  @Test("a pressure of the cuff keeps the time at which it was measured")
  func aperiodic() throws {
    let cuff = "266016^MDC_DIM_MMHG^MDC|||||R|||20260306035016+0800|||^APERIODIC"
    let charting = Message.charting(
      try Message.device([
        "\(spo2)|93|\(percent)|||||R|||20260306041500+0800",
        "NM|150301^MDC_PRESS_CUFF_SYS^MDC||92|\(cuff)",
        "NM|150302^MDC_PRESS_CUFF_DIA^MDC||50|\(cuff)",
      ]))
    #expect(
      charting.drafts.map(\.at)
        == [moment("2026-03-06T03:50:16+08:00"), moment("2026-03-06T04:15:00+08:00")])
    #expect(charting.vitals?.systolic == Quantity(92, .millimetreOfMercury))
  }

  @Test(
    "marks that stand for no value are no value",
    arguments: ["-999", "-99.9", "-100", "-1", "8388607", "*****", "---", "\"\"", ""])
  func sentinel(_ value: String) throws {
    let charting = Message.charting(try Message.device(["\(spo2)|\(value)|\(percent)|||||F"]))
    #expect(charting.drafts == [] && charting.held == [])
    #expect(charting.notes.count == 1)
  }

  @Test("the smallest and the largest value that can be true are taken, the next ones wait")
  func limits() throws {
    for (value, isTaken) in [("1", true), ("100", true), ("0", false), ("101", false)] {
      let charting = Message.charting(try Message.device(["\(spo2)|\(value)|\(percent)|||||F"]))
      #expect((charting.vitals != nil) == isTaken, "\(value)")
      #expect(charting.held.map(\.reason) == (isTaken ? [] : [.impossibleValue]), "\(value)")
    }
  }

  @Test("a temperature ten times too high waits, and the true one beside it is charted")
  func tenfold() throws {
    let temperature = "NM|150344^MDC_TEMP^MDC"
    let charting = Message.charting(
      try Message.device([
        "\(temperature)|1.2.1|38.5|268192^MDC_DIM_DEGC^MDC|||||F",
        "\(temperature)|1.2.2|384.5|268192^MDC_DIM_DEGC^MDC|||||F",
      ]))
    #expect(charting.vitals?.temperature == Quantity(number("38.5"), .celsius))
    #expect(charting.held.map(\.reason) == [.impossibleValue])
  }

  @Test("Fahrenheit is kept as it was sent")
  func fahrenheit() throws {
    let charting = Message.charting(
      try Message.device(["NM|150344^MDC_TEMP^MDC||98.6|268160^MDC_DIM_FAHR^MDC|||||F"]))
    #expect(charting.vitals?.temperature == Quantity(number("98.6"), .fahrenheit))
  }

  @Test(
    "a unit that is missing, unknown, contradictory or of something else waits",
    arguments: ["", "268192^MDC_DIM_DEGC^MDC", "999^MDC_DIM_NONE^MDC", "262688^MDC_DIM_MMHG^MDC"])
  func unit(_ unit: String) throws {
    let charting = Message.charting(try Message.device(["\(spo2)|93|\(unit)|||||F"]))
    #expect(charting.drafts == [])
    #expect(charting.held.map(\.reason) == [.badUnit])
  }

  @Test(
    "data of a demonstration, a test or a calibration are never charted",
    arguments: ["DEMO", "demo", "TEST", "CALIB", "INV", "NAV", "N~DEMO"])
  func notMeasured(_ flag: String) throws {
    let charting = Message.charting(
      try Message.device(["\(spo2)|100|\(percent)||\(flag)|||R"]))
    #expect(charting.drafts == [] && charting.held == [])
    #expect(charting.notes.count == 1)
  }

  @Test("a code that is not the standard's is taken by its name, and told of")
  func byName() throws {
    let charting = Message.charting(
      try Message.device(["NM|150031^MDC_PRESS_CUFF_SYS^MDC||142|266016^MDC_DIM_MMHG^MDC|||||F"]))
    #expect(charting.vitals?.systolic == Quantity(142, .millimetreOfMercury))
    #expect(charting.remarks.count == 1)
  }

  @Test("a code of one thing under the name of another waits")
  func contradiction() throws {
    let charting = Message.charting(
      try Message.device(["NM|147842^MDC_PULS_OXIM_SAT_O2^MDC||93|\(percent)|||||F"]))
    #expect(charting.drafts == [])
    #expect(charting.held.map(\.reason) == [.contradictoryCode])
  }

  @Test("of two rates of breathing the chest's is charted, and the other is told of")
  func twoRates() throws {
    let unit = "264928^MDC_DIM_RESP_PER_MIN^MDC|||||R"
    let charting = Message.charting(
      try Message.device([
        "NM|151658^MDC_PULS_OXIM_PLETH_RESP_RATE^MDC||19|\(unit)",
        "NM|151578^MDC_TTHOR_RESP_RATE^MDC||17|\(unit)",
      ]))
    #expect(charting.vitals?.respiratoryRate == Quantity(17, .perMinute))
    #expect(charting.notes.count == 1)
  }

  @Test("what is observed up to five minutes ahead of the clock is charted, later waits")
  func future() throws {
    for (time, isTaken) in [("20260306042500", true), ("20260306042501", false)] {
      let charting = Message.charting(
        try Message.device(["\(spo2)|93|\(percent)|||||R|||\(time)+0800"]))
      #expect((charting.vitals != nil) == isTaken)
      #expect(charting.held.map(\.reason) == (isTaken ? [] : [.futureTime]))
    }
  }

  @Test("a day without a time, and a time that is none, are no moment of observation")
  func noTime() throws {
    for time in ["20260306", "yesterday", "20260231041500"] {
      let charting = Message.charting(try Message.device(["\(spo2)|93|\(percent)|||||R|||\(time)"]))
      #expect(charting.held.map(\.reason) == [.noTime], "\(time)")
    }
  }

  @Test("text, waveforms, documents, headings and vendors' own values are not charted")
  func notCharted() throws {
    let charting = Message.charting(
      try Message.device([
        "NM|2267^COMEN_ACVPU^99COMEN||Alert||||||F",
        "|69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|1.0.0.0|||||||X",
        "NA|131328^MDC_ECG_LEAD^MDC||1^2^3||||||R", "ED|1^x^L||PDF^^^Base64^AA||||||F",
        "NM|188736^MDC_MASS_BODY_ACTUAL^MDC||0|263875^MDC_DIM_KILO_G^MDC|||||F",
        "NM|188736^MDC_MASS_BODY_ACTUAL^MDC||58|263875^MDC_DIM_KILO_G^MDC|||||F",
      ]))
    #expect(charting.drafts == [] && charting.held == [])
    #expect(charting.notes.count == 6)
  }

  @Test("a text where a number of a known kind belongs waits for a person")
  func unreadable() throws {
    let charting = Message.charting(
      try Message.laboratory([
        "ST|26881-3^IL6^LN||haemolysed||||||F", "NM|26848-2^IL10^LN||27~25|pg/mL|||||F",
        "SN|1988-5^CRP^LN||^1^:^4|mg/L|||||F",
      ]))
    #expect(charting.results == [])
    #expect(charting.held.map(\.reason) == [.unreadableValue, .unreadableValue, .unreadableValue])
  }

  @Test("structured numerics and censored texts keep their comparators; ranges are read")
  func laboratory() throws {
    let charting = Message.charting(
      try Message.laboratory([
        "SN|26881-3^IL-6^LN||<^2.5|pg/mL|0-7|||N|F",
        "ST|2276-4^ferritin^LN||>5000|ng/mL|<400|HH|||F",
        "SN|1988-5^CRP^LN||^182|mg/L|70_105|H|||F",
        "IS|26464-8^WBC^LN||105600|{cells}/uL|4300 to 10800||||P",
        "NM|IL10^IL-10^L||３８．４|pg/mL|||||C", "NM|26515-7^PLT^LN||20|giga.l-1|90^160|L|||F",
        "NM|9^Anti-HLA^L||12|MFI|||||F", "NM|9^No unit^L||12||||||F",
      ]))
    #expect(
      charting.results == [
        LabResult(
          code: "IL6", value: number("2.5"), unit: "pg/mL", comparator: .less, lower: 0, upper: 7),
        LabResult(code: "FERR", value: 5000, unit: "ng/mL", comparator: .greater, upper: 400),
        LabResult(code: "CRP", value: 182, unit: "mg/L"),
        LabResult(
          code: "WBC", value: 105_600, unit: "{cells}/uL", lower: 4300, upper: 10_800,
          status: "preliminary"),
        LabResult(code: "IL10", value: number("38.4"), unit: "pg/mL", status: "corrected"),
        LabResult(code: "PLT", value: 20, unit: "10*9/L", lower: 90, upper: 160),
        LabResult(code: "X:Anti-HLA", value: 12, unit: "MFI"),
      ])
    #expect(charting.notes.count == 1)
  }

  @Test("haemoglobin in g/mL is refused, not guessed")
  func haemoglobin() throws {
    let charting = Message.charting(
      try Message.laboratory([
        "NM|718-7^Hemoglobin^LN||12.5|g/mL^grams per milliliter^UCUM|13 to 18|L|||F"
      ]))
    #expect(charting.results == [])
    #expect(charting.held.map(\.reason) == [.badUnit])
  }

  @Test("results that are pending, not sought or not to be had are no value")
  func withoutResult() throws {
    for status in ["I", "X", "N", "O"] {
      let charting = Message.charting(
        try Message.laboratory(["NM|26881-3^IL6^LN||874|pg/mL|||||\(status)"]))
      #expect(charting.drafts == [] && charting.held == [], "\(status)")
    }
  }

  @Test(
    "the specimen's time stands in where the order has none; a laboratory's message time never does"
  )
  func specimenTime() throws {
    func report(_ more: [String]) throws -> HL7Charting {
      Message.charting(
        HL7Report(
          try HL7Message(
            Message.bytes(
              [Message.header(), "PID|||1", "OBR|1", "OBX|1|NM|26881-3^IL6^LN||874|pg/mL|||||F"]
                + more)[...]),
          zone: shanghai))
    }
    let specimen = try report(["SPM|1|||SER|||||||||||||20260306033000+0800"])
    #expect(specimen.drafts.map(\.at) == [moment("2026-03-06T03:30:00+08:00")])
    #expect(try report([]).held.map(\.reason) == [.noTime])
  }
}
