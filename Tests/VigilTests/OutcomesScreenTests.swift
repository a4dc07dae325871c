import Foundation
import PseudoTerminals
import Testing

/// Every number on the Trial screen is the one that `vigil outcomes --format json` prints: read from
/// the screen as a person reads it, and compared with the document in every digit that is shown.
@Suite("The Trial screen shows the numbers of vigil outcomes")
struct OutcomesScreenTests {
  private typealias Row = [String: Any]

  private struct Shown {
    var tables: [String: [Row]]
    /// The lines of each figure.
    var screens: [String: [String]]
  }

  private static let figures = [
    "overview", "swimmer", "survival", "grades", "cytokines", "expansion", "events", "concordance",
  ]

  private static func shown() throws -> Shown {
    let desk = try Desk().founded()
    let imported = try desk.vigil("import", Desk.checkout.path + "/sample-data/trial.jsonl")
    guard imported.status == 0 else { throw Desk.Trouble(text: imported.messages) }
    // A clinician who agrees once and differs once, so that there is something to compare.
    let adjudications = [
      #"{"patient":"SIM-001","kind":"adjudication","at":"2021-11-14T12:00:00+08:00","scale":"CRS","grade":2,"computed":1,"reason":"more ill than the numbers"}"#,
      #"{"patient":"SIM-002","kind":"adjudication","at":"2021-11-25T12:00:00+08:00","scale":"CRS","grade":1,"computed":1}"#,
    ].joined(separator: "\n")
    guard try desk.vigil(["import", "-"], input: Data((adjudications + "\n").utf8)).status == 0
    else { throw Desk.Trouble(text: "adjudications") }
    let script = figures.enumerated().map { n, name in
      (n == 0 ? "trial" : "trial.next") + "\n:save-display \(desk.path(name))"
    }.joined(separator: "\n")
    let session = try desk.file("session", script + "\n")
    let console = try desk.vigil("console", "--script", session, "--size", "220x70")
    guard console.status == 0 else { throw Desk.Trouble(text: console.messages) }
    let printed = try desk.vigil("outcomes", "--listings", "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(printed.output.utf8)) as? Row
    var tables: [String: [Row]] = [:]
    for table in document?["tables"] as? [Row] ?? [] {
      tables[table["name"] as? String ?? ""] = table["rows"] as? [Row]
    }
    var screens: [String: [String]] = [:]
    for name in figures {
      screens[name] = try desk.text(desk.path(name)).split(separator: "\n").map(String.init)
    }
    return Shown(tables: tables, screens: screens)
  }

  /// The values of a row in the order of columns; `%` marks one that is read in per cent.
  private func compare(_ row: Row, _ keys: [String], in line: String, after text: String) {
    guard let place = line.range(of: text) else {
      Issue.record("no \(text) in \(line)")
      return
    }
    var words = line[place.upperBound...].split(separator: " ").map(String.init)
    for key in keys {
      let name = key.hasSuffix("%") ? String(key.dropLast()) : key
      let value = row[name]
      let reasons = row["reasons"] as? [String] ?? []
      if value == nil || value is NSNull {
        // What does not apply is blank; what cannot be given reads --.
        guard reasons.contains(where: { $0.hasPrefix(name + ":") }) else { continue }
        #expect(words.first == "--", "\(name) in \(line)")
      } else if let number = value as? Double {
        expect(words.first, number * (key.hasSuffix("%") ? 100 : 1), "\(name) in \(line)")
      } else if let text = value as? String {
        #expect(words.first == text, "\(name) in \(line)")
      }
      if !words.isEmpty { words.removeFirst() }
    }
  }

  // Equal in every digit that is shown.
  private func expect(_ word: String?, _ value: Double, _ what: String) {
    guard let word, let shown = Double(word) else {
      Issue.record("\(word ?? "nothing") is no number: \(what)")
      return
    }
    let places = word.split(separator: ".").dropFirst().first?.count ?? 0
    let half = 0.5 * pow(10, -Double(places))
    #expect(abs(shown - value) <= half * 1.000001, "\(word) for \(value): \(what)")
  }

  private func line(_ lines: [String]?, _ holds: (String) -> Bool) -> String {
    lines?.first(where: holds) ?? ""
  }

  @Test("the screen stands while the endpoints are computed: it says so, and then shows them")
  func whileReading() throws {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", Desk.checkout.path + "/sample-data/trial.jsonl").status == 0)
    try desk.onTerminal(["console"]) { terminal in
      #expect(terminal.shows("Help"))
      terminal.forgetReceived()
      terminal.type("c")
      #expect(terminal.shows("20 infused"))
      // What a person saw before that, as it was sent.
      let sent = String(decoding: terminal.received, as: UTF8.self)
      #expect(sent.contains("being read"), "the screen waited for the tables")
    }
  }

  @Test("figure by figure, number by number")
  func numbers() throws {
    let shown = try Self.shown()
    func rows(_ name: String) throws -> [Row] { try #require(shown.tables[name]) }
    for row in try rows("overview") {
      let name = try #require(row["endpoint"] as? String)
      let mark = row["unit"] as? String == "%" ? "%" : ""
      compare(
        row, ["x", "n", "value" + mark, "lower" + mark, "upper" + mark],
        in: line(shown.screens["overview"]) { $0.contains(name) }, after: name)
    }
    for row in try rows("patients") {
      let patient = try #require(row["patient"] as? String)
      let text = line(shown.screens["swimmer"]) { $0.contains(patient) }
      expect(
        text.split(separator: " ").last.map(String.init),
        try #require(row["followUpDays"] as? Double), patient)
    }
    for row in try rows("survival") {
      let name = try #require(row["analysis"] as? String)
      compare(
        row, ["n", "events", "median", "medianLower", "medianUpper", "followUpMedian"],
        in: line(shown.screens["survival"]) { $0.dropFirst().hasPrefix(name + " ") }, after: name)
    }
    let risks = try #require(try rows("numbers-at-risk").first)
    compare(
      risks, stride(from: 0, through: 24, by: 3).map { "month\($0)" },
      in: line(shown.screens["survival"]) { $0.hasPrefix("at risk") }, after: "at risk")
    for row in try rows("grades-by-day") where row["syndrome"] as? String == "CRS" {
      let patient = try #require(row["patient"] as? String)
      let text = line(shown.screens["grades"]) { $0.contains(patient) }
      let signs = text.split(separator: " ").dropFirst(2).map(String.init)
      let days = (0...30).map { (row["day\($0)"] as? Int).map { "\($0)" } ?? "-" }
      #expect(signs == days, "\(patient)")
    }
    for row in try rows("cytokines") {
      let name = try #require(row["cytokine"] as? String)
      let grade = try #require(row["crs"] as? Int)
      let text = line(shown.screens["cytokines"]) {
        $0.contains(name) && $0.split(separator: " ").dropFirst(2).first == "\(grade)"
      }
      compare(
        row,
        [
          "crs", "patients", "peakMedian", "peakMinimum", "peakMaximum", "peakTimeMedian",
          "foldMedian", "aucMedian",
        ], in: text, after: name)
    }
    for row in try rows("kinetics-listing")
    where row["variable"] as? String == "CAR copies, copies/ug" {
      let patient = try #require(row["patient"] as? String)
      compare(
        row,
        [
          "n", "cmax", "tmax", "clast", "tlast", "aucLast", "auc0to28", "auc0to90", "lambdaZ",
          "halfLife", "persistenceDays",
        ],
        in: line(shown.screens["expansion"]) { $0.dropFirst().hasPrefix(patient) }, after: patient)
    }
    for row in try rows("adverse-events") {
      let name = try #require(row["term"] as? String)
      let share = { (key: String) in
        [key, key + "Proportion%", key + "Lower%", key + "Upper%"]
      }
      compare(
        row,
        share("subjects") + (1...5).map { "grade\($0)" } + ["ungraded"] + share("severe"),
        in: line(shown.screens["events"]) { $0.contains(name) }, after: name)
    }
    for row in try rows("concordance") {
      let scale = try #require(row["scale"] as? String)
      let measure = try #require(row["measure"] as? String)
      let text = line(shown.screens["concordance"]) {
        $0.dropFirst().hasPrefix(scale + " ") && $0.contains(" \(measure) ")
      }
      compare(
        row, ["count", "countProportion%", "countLower%", "countUpper%"], in: text, after: measure)
    }
    #expect(
      try rows("concordance").contains { $0["measure"] as? String == "clinician 2, computed 1" })
  }
}
