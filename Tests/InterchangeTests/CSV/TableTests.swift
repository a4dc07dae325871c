import Clinical
import EventText
import Interchange
import Testing

@Suite("A table is read by its mapping, line by line")
struct TableTests {
  @Test("records: quotes, quoted line ends and separators, mixed line ends, blank lines")
  func records() {
    let text = "a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\r\n2,\n\n3,\"\"\n\"4\" ,5"
    let reader = CSVReader(text)
    #expect(
      reader.records.map(\.fields) == [
        ["a", "b"], ["1", "x, \"y\"\nz"], ["2", ""], ["3", ""], ["4 ", "5"],
      ])
    #expect(reader.records.map(\.line) == [1, 2, 5, 7, 8])
    #expect(reader.openQuote == nil)
  }

  @Test("a quote that never ends is told with the line on which it begins")
  func openQuote() {
    let reader = CSVReader("a,b\n1,2\n3,\"4\n5,6\n")
    #expect(reader.records.count == 2)
    #expect(reader.openQuote == 3)
  }

  @Test("the separator is told from the headings", arguments: [",", ";", "\t", "|"])
  func separator(_ mark: String) {
    #expect(
      CSVReader("a\(mark)b\(mark)c\n1\(mark)2\(mark)3").records.map(\.fields.count) == [3, 3])
  }

  @Test("what a spreadsheet would take for a formula is guarded, a number stays a number")
  func formulas() {
    let line = CSVWriter().line([
      "=1+1", "-5", "+3", "@x", "-x", "<2.5", "a,b", "q\"", "\tx", "n\nl", "'=",
    ])
    #expect(line == "'=1+1,-5,+3,'@x,'-x,<2.5,\"a,b\",\"q\"\"\",'\tx,\"n\nl\",''=\r\n")
  }

  private func mapping(_ members: [(String, JSONValue)]) throws(Refusal) -> TableMapping {
    try TableMapping(.object(members.map { JSONMember($0.0, $0.1) }))
  }

  private func long(_ more: [(String, JSONValue)] = []) throws -> TableMapping {
    try mapping(
      [
        ("layout", .string("long")), ("patient", .string("Subject")), ("time", .string("Time")),
        ("code", .string("Test")), ("value", .string("Result")), ("unit", .string("Unit")),
        (
          "codes",
          .object([
            JSONMember(
              "IL-6",
              .object([
                JSONMember("code", .string("IL6")), JSONMember("unit", .string("pg/mL")),
              ]))
          ])
        ),
      ] + more)
  }

  private func outcomes(
    _ text: String, _ mapping: TableMapping
  ) throws -> [TableImport.Outcome] {
    try outcomes(Array(text.utf8), mapping)
  }

  private func outcomes(_ bytes: [UInt8], _ mapping: TableMapping) throws -> [TableImport.Outcome] {
    try TableImport(bytes[...], mapping: mapping, zone: shanghai, now: tableNow, reader: reader)
      .outcomes {
        word throws(Refusal) in
        guard let id = PatientID(word), word.hasPrefix("0") || word.hasPrefix("CD7") else {
          throw Refusal(field: "patient", problem: "unknown")
        }
        return id
      }
  }

  private func said(_ outcomes: [TableImport.Outcome]) -> [String] {
    outcomes.map { outcome in
      if let refusal = outcome.refusal { return "\(refusal.line ?? 0) \(refusal.field ?? "-")" }
      return outcome.events.map { sent in
        switch sent.event.content {
        case .lab(let lab):
          "\(sent.event.patient?.text ?? "") "
            + lab.results.map {
              "\($0.code) \($0.comparator?.rawValue ?? "")\($0.value) \($0.unit)"
            }
            .joined(separator: ", ")
        case .vitals(let vitals): "\(vitals.temperature?.value.description ?? "-") vitals"
        default: "?"
        }
      }.joined(separator: "; ")
    }
  }

  @Test(
    "a long table: an event a line, mixed units by row, leading zeros kept, wrong lines refused alone"
  )
  func longTable() throws {
    let text = """
      Subject,Time,Test,Result,Unit
      00471,2026-03-06 06:00,IL-6,874,
      00471,2026-03-06 06:00,FERR,1.2,mg/L
      00471,2026-03-06 06:00,FERR,1200,ng/mL
      00471,2026-03-06 06:00,IL-6,<2.5,pg/mL
      00471,2026-03-06 06:00,IL-6,,pg/mL
      471,2026-03-06 06:00,IL-6,874,pg/mL
      00471,06/03/2026 06:00,IL-6,874,pg/mL
      00471,2026-03-06 06:00,IL6x,874,pg/mL
      00471,2026-03-06 06:00,IL-6,high,pg/mL
      00471,2026-03-06 06:00,FERR,12,mmol/L
      00471,2026-03-06 06:00,FERR,12,
      00471,2026-03-06 06:00,IL-6
      00471,2026-03-06 06:00,X:Anti-HLA,7,MFI
      00471,2026-03-06 06:00,temperature,38.4,°C
      00471,2026-03-06 06:00,temperature,384,Cel
      """
    #expect(
      said(try outcomes(text, long())) == [
        "00471 IL6 874 pg/mL", "00471 FERR 1.2 mg/L", "00471 FERR 1200 ng/mL",
        "00471 IL6 <2.5 pg/mL", "", "7 patient", "8 Time", "9 Test", "10 Result",
        "11 results[0].unit", "12 Result", "13 -", "00471 X:Anti-HLA 7 MFI", "38.4 vitals",
        "16 temperature.value",
      ])
  }

  @Test("a wide table: an event a line and kind; one wrong cell refuses the line")
  func wideTable() throws {
    func variable(_ code: String, _ unit: String) -> JSONValue {
      .object([JSONMember("code", .string(code)), JSONMember("unit", .string(unit))])
    }
    let mapping = try mapping([
      ("layout", .string("wide")), ("patient", .string("ID")), ("time", .string("Date")),
      ("clock", .string("Clock")), ("decimal", .string(",")), ("separator", .string(";")),
      ("dateOrder", .string("day-month-year")), ("skip", .int(1)),
      ("patients", .object([JSONMember("Pat. 3", .string("CD7-003"))])),
      (
        "columns",
        .object([
          JSONMember("IL-6", variable("IL6", "pg/mL")),
          JSONMember("IL-6#2", variable("IL10", "pg/mL")),
          JSONMember("T", variable("temperature", "Cel")),
        ])
      ),
    ])
    let text = """
      Laboratory of the ward;;;;;
      ID;Date;Clock;T;IL-6;IL-6#2
      Pat. 3;06.03.2026;06:00;38,4;874,5;-
      Pat. 3;06.03.2026;06:00;NA;>5000;12
      Pat. 3;06.03.2026;06:00;38,4;8 74;12
      """
    #expect(
      said(try outcomes(text, mapping)) == [
        "38.4 vitals; CD7-003 IL6 874.5 pg/mL", "CD7-003 IL6 >5000 pg/mL, IL10 12 pg/mL", "5 IL-6",
      ])
  }

  @Test(
    "a heading that stands twice is not guessed, and one that is missing is named with the nearest")
  func headings() throws {
    let twice = "Subject,Time,Test,Result,Result,Unit\n"
    let error = #expect(throws: Refusal.self) { try outcomes(twice, long()) }
    #expect(error?.problem.contains("twice") == true)
    let missing = "Subject,Time,Test,Resul,Unit\n"
    #expect(#expect(throws: Refusal.self) { try outcomes(missing, long()) }?.nearest == "Resul")
  }

  @Test("UTF-16 either way, GB 18030, byte order marks")
  func characterSets() throws {
    let text = "Subject,Time,Test,Result,Unit\n00471,2026-03-06 06:00,IL-6,874,pg/mL\n"
    let units = Array(text.utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in units {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for bytes in [little, big, marked] {
      #expect(said(try outcomes(bytes, long())) == ["00471 IL6 874 pg/mL"])
    }
    // 白介素 in GB 18030.
    let name: [UInt8] = [0xB0, 0xD7, 0xBD, 0xE9, 0xCB, 0xD8]
    var chinese: [UInt8] = []
    for byte in text.replacing("IL-6", with: "@").utf8 {
      chinese += byte == UInt8(ascii: "@") ? name : [byte]
    }
    var own = try long()
    own.codes = ["白介素": TableMapping.Variable(code: "IL6", unit: nil)]
    #expect(said(try outcomes(chinese, own)) == ["00471 IL6 874 pg/mL"])
    own.encoding = .utf8
    #expect(throws: Refusal.self) { try outcomes(chinese, own) }
  }

  private let head = "Subject,Time,Test,Result,Unit\n"

  @Test("a day alone is no moment; beside moments of the same file its number is a midnight")
  func midnight() throws {
    let day = "00471,46087,IL-6,874,pg/mL\n"
    #expect(said(try outcomes(head + day, long())) == ["2 Time"])
    let moment = "00471,46087.25,IL-6,874,pg/mL\n"
    let both = try outcomes(head + day + moment, long())
    #expect(
      both.flatMap(\.events).map { Timestamp.text($0.event.at) } == [
        "2026-03-06T00:00:00+08:00", "2026-03-06T06:00:00+08:00",
      ])
  }

  @Test("a file that writes the day first here and the month first there is refused in both")
  func twoOrders() throws {
    let text =
      head + "00471,13/03/2026 06:00,IL-6,1,pg/mL\n00471,03/14/2026 06:00,IL-6,2,pg/mL\n"
      + "00471,2026-03-15 06:00,IL-6,3,pg/mL\n"
    let outcomes = try outcomes(text, long())
    #expect(said(outcomes) == ["2 Time", "3 Time", "00471 IL6 3 pg/mL"])
    #expect(outcomes[0].refusal?.problem == "line 2 writes the day first and line 3 the month")
    let told = try long([("dateOrder", .string("day-month-year"))])
    #expect(
      said(try self.outcomes(text, told)) == ["00471 IL6 1 pg/mL", "3 Time", "4 Time"])
  }

  @Test("what would be observed later than now is refused: up to five minutes a clock may be ahead")
  func future() throws {
    let text =
      head + "00471,2026-03-20 12:05,IL-6,1,pg/mL\n00471,2026-03-20 12:06,IL-6,2,pg/mL\n"
    #expect(said(try outcomes(text, long())) == ["00471 IL6 1 pg/mL", "3 Time"])
  }

  @Test("the same line gives the same event, however the file is called or sorted")
  func sameEvents() throws {
    let head = "Subject,Time,Test,Result,Unit\n"
    let one = "00471,2026-03-06 06:00,IL-6,874,pg/mL\n"
    let two = "00471,2026-03-06 06:00,FERR,12,ng/mL\n"
    let ids = { (text: String) in
      Set(try outcomes(text, long()).flatMap { $0.events.map(\.event.id) })
    }
    #expect(try ids(head + one + two) == ids(head + two + one))
  }

  static let wrongMappings: [([(String, JSONValue)], String)] = [
    ([("layout", .string("tall"))], "layout"), ([("laoyut", .string("long"))], "laoyut"),
    ([("layout", .string("wide"))], "columns"), ([("code", .int(3))], "code"),
    ([("dateOrder", .string("dmy"))], "dateOrder"), ([("decimal", .string("."))], ""),
    ([("decimal", .string(","))], ""), ([("decimal", .string(";"))], "decimal"),
    ([("thousands", .string("."))], "thousands"), ([("excelDates", .int(1902))], "excelDates"),
    ([("skip", .int(-1))], "skip"), ([("encoding", .string("latin"))], "encoding"),
    ([("missing", .string("NA"))], "missing"), ([("patients", .array([]))], "patients"),
  ]

  @Test("a mapping that says nothing sensible is refused by its key", arguments: wrongMappings)
  func wrongMapping(_ row: ([(String, JSONValue)], String)) {
    var members: [(String, JSONValue)] = [
      ("layout", .string("long")), ("patient", .string("A")), ("time", .string("B")),
      ("code", .string("C")), ("value", .string("D")),
    ]
    members.removeAll { own in row.0.contains { $0.0 == own.0 } }
    do {
      _ = try mapping(members + row.0)
      #expect(row.1 == "")
    } catch {
      #expect(error.field == row.1)
    }
  }

  @Test("the long table of an export comes back to the same events")
  func roundTrip() throws {
    var lines = CSVWriter().line(LongTable.columns)
    var table = LongTable(.whole)
    let all = Sample.ward.filter {
      $0.patient == nil || ["CD7-003", "CD7-011"].contains($0.patient?.text)
    }
    #expect(all.count > 300)
    for event in all {
      for line in table.lines(of: event, nil) { lines += CSVWriter().line(line) }
    }
    let back = try #require(LongTableReader(Array(lines.utf8)[...])).outcomes(reader: reader)
    #expect(back.compactMap(\.refusal) == [])
    var expected = all
    for n in expected.indices { expected[n].source = nil }
    #expect(back.flatMap { $0.events.map(\.event) } == expected)
  }

  @Test("texts that look like formulas, and every kind of value, come back as they were")
  func roundTripOfTexts() throws {
    let all = try events([
      #"{"patient":"A","kind":"note","at":"2026-03-06T04:10:00Z","text":"=HYPERLINK(\"x\"), 'quoted'\nnext"}"#,
      #"{"patient":"A","kind":"note","at":"2026-03-06T04:11:00Z","text":"'=x"}"#,
      #"{"patient":"A","kind":"patient","at":"2026-03-06T04:12:00Z","hospitalNumber":"00884471","birthDate":"1997-05-02"}"#,
      #"{"patient":"A","kind":"ice","at":"2026-03-06T04:13:00Z","items":{"year":1,"month":0},"handwritingChanged":true}"#,
      #"{"patient":"A","kind":"intracranial","at":"2026-03-06T04:14:00Z","findings":["focalOedema","haemorrhage"]}"#,
      #"{"kind":"setting","at":"2026-03-06T04:15:00Z","name":"D-05","value":24,"reason":"x"}"#,
      #"{"patient":"A","kind":"lab","at":"2026-03-06T04:16:00Z","results":[{"code":"IL6","comparator":"<","value":2.5,"unit":"pg/mL","lloq":2.5,"status":"preliminary"}]}"#,
      #"{"patient":"A","kind":"notDone","at":"2026-03-06T04:17:00Z","what":"vitals","reason":"asleep"}"#,
    ])
    var lines = CSVWriter().line(LongTable.columns)
    var table = LongTable(.whole)
    for event in all { for line in table.lines(of: event, nil) { lines += CSVWriter().line(line) } }
    let back = try #require(LongTableReader(Array(lines.utf8)[...])).outcomes(reader: reader)
    #expect(back.compactMap(\.refusal) == [])
    #expect(back.flatMap { $0.events.map(\.event) } == all)
  }
}
