import Foundation
import Testing

/// Every printed table is compared with a file that a person has looked at. After an intended change:
/// `VIGIL_UPDATE_GOLDENS=1 swift test --filter OutcomesRecordTests`, then look at the difference.
@Suite("vigil outcomes of a record")
struct OutcomesRecordTests {
  private static let cutoff = "2024-08-03T10:10:00+08:00"

  private func outcomes(_ desk: Desk, _ arguments: String...) throws -> Desk.Outcome {
    try desk.vigil(["outcomes"] + arguments)
  }

  private func sample(_ arguments: String...) throws -> String {
    let outcome = try Desk().vigil(
      ["outcomes", "--sample", "trial", "--data", Desk.checkout.path] + arguments)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return outcome.output
  }

  @Test("every table and listing of the sample trial, as a page")
  func page() throws {
    try KeptText.compare(try sample("--listings"), "outcomes-trial.txt")
  }

  @Test("the tables of the sample trial for a document, and one for a spreadsheet")
  func otherFormats() throws {
    try KeptText.compare(try sample("--format", "markdown"), "outcomes-trial.md")
    try KeptText.compare(
      try sample("--format", "csv", "--table", "survival-curves", "--table", "kinetics-listing"),
      "outcomes-trial.csv")
  }

  @Test("clinicians' grades beside the computed ones, as a page: equal, different, without one")
  func concordance() throws {
    let desk = try Desk()
    let sample = try String(
      contentsOfFile: Desk.checkout.path + "/sample-data/trial.jsonl", encoding: .utf8)
    let adjudications = [
      #"{"patient":"SIM-001","kind":"adjudication","at":"2021-11-14T12:00:00+08:00","scale":"CRS","grade":2,"computed":1,"reason":"more ill than the numbers"}"#,
      #"{"patient":"SIM-002","kind":"adjudication","at":"2021-11-25T12:00:00+08:00","scale":"CRS","grade":1,"computed":1}"#,
      #"{"patient":"SIM-003","kind":"adjudication","at":"2021-11-20T12:00:00+08:00","scale":"ICANS","grade":0}"#,
    ]
    let file = try desk.file("in.jsonl", sample + Lines.file(adjudications))
    let outcome = try outcomes(
      desk, "--events", file, "--cutoff", Self.cutoff, "--table", "concordance", "--table",
      "concordance-listing")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(
      outcome.output == """
        Computed and clinicians' grades  [concordance]
          scale  measure                  n      %  lower  upper
          CRS    pairs                    2
          CRS    equal                    1   50.0    1.3   98.7
          CRS    computed lower           1   50.0    1.3   98.7
          CRS    computed higher          0    0.0    0.0   84.2
          CRS    no computed grade        0    0.0    0.0   84.2
          CRS    clinician 1, computed 1  1
          CRS    clinician 2, computed 1  1
          ICANS  pairs                    1
          ICANS  equal                    0    0.0    0.0   97.5
          ICANS  computed lower           0    0.0    0.0   97.5
          ICANS  computed higher          0    0.0    0.0   97.5
          ICANS  no computed grade        1  100.0    2.5  100.0
          - Cut-off 2024-08-03 10:10 (Asia/Shanghai). Population: all 20 infused
            patients.
          - One pair an adjudication: the computed grade that was written down with it,
            else the one in force at that moment.
          - 95 % intervals of proportions: Clopper-Pearson (exact).

        Adjudications by patient  [concordance-listing]
          patient  scale             day  computed  clinician's  events
          SIM-001  ASTCT-CRS-2019      6         1            2  1 event
          SIM-002  ASTCT-CRS-2019      6         1            1  1 event
          SIM-003  ASTCT-ICANS-2019  -12       --1            0  1 event
          --1   the course said no grade
          - Cut-off 2024-08-03 10:10 (Asia/Shanghai). Population: all 20 infused
            patients.
          - One pair an adjudication: the computed grade that was written down with it,
            else the one in force at that moment.

        """)
  }

  @Test("the published figures that the sample was made to agree with")
  func published() throws {
    let page = try sample("--table", "overview")
    for line in [
      "CRS, any grade, first month                        19  20   95.0   75.1    99.9  %",
      "CRS, grade 3 or more, first month                   1  20    5.0    0.1    24.9  %",
      "Neurotoxicity, first month                          2  20   10.0    1.2    31.7  %",
    ] { #expect(page.contains(line)) }
  }

  @Test(
    "a file, a store, kept subjects, and kept ones after a late event give the same bytes as folded anew"
  )
  func sameBytes() throws {
    let desk = try Desk()
    let founding = try desk.vigil(
      "init", "--site", "T", "--time-zone", "Asia/Shanghai", "--user", "wang", "--name", "W")
    #expect(founding.status == 0)
    let trial = Desk.checkout.path + "/sample-data/trial.jsonl"
    #expect(try desk.vigil("import", trial).status == 0)
    let arguments = ["--cutoff", Self.cutoff, "--listings", "--format", "json"]
    let file = try desk.vigil(["outcomes", "--events", trial] + arguments)
    let folded = try desk.vigil(["outcomes"] + arguments)
    let kept = try desk.vigil(["outcomes"] + arguments)
    #expect(folded.output == file.output)
    #expect(kept.output == file.output)
    // A late death of one patient changes the survival of the next run, and nothing is stale.
    let late =
      #"{"patient":"SIM-001","kind":"status","at":"2023-01-01","state":"death"}"# + "\n"
    #expect(try desk.vigil(["import", "-"], input: Data(late.utf8)).status == 0)
    let after = try desk.vigil(["outcomes"] + arguments)
    #expect(after.output != kept.output)
    #expect(
      after.output.contains(
        #""patient":"SIM-001","analysis":"overall-survival","fromDay":0,"days":419,"event":true"#))
    #expect(try desk.vigil("verify").status == 0)
    #expect(try desk.vigil("verify", "--rebuild").status == 0)
    #expect(try desk.vigil(["outcomes"] + arguments).output == after.output)
  }

  @Test("a cut-off by date reaches to the end of that day in the site's zone")
  func cutoff() throws {
    #expect(
      try sample("--cutoff", "2022-01-05", "--table", "overview").contains(
        "Cut-off 2022-01-05 23:59"))
    let early = try sample("--cutoff", "2021-11-08", "--table", "patients", "--format", "json")
    #expect(early.contains(#""infused":1,"notInfused":19,"#))
  }

  @Test("nothing is 0 that is not known: JSON has null, with the reason in its row")
  func reasons() throws {
    let text = try sample("--table", "concordance", "--table", "survival", "--format", "json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    for table in try #require(document["tables"] as? [[String: Any]]) {
      for row in try #require(table["rows"] as? [[String: Any]]) {
        let reasons = try #require(row["reasons"] as? [String])
        for reason in reasons {
          let key = String(reason.prefix { $0 != ":" })
          #expect(row[key] is NSNull, "\(reason)")
        }
      }
    }
    #expect(text.contains(#""countProportion":null"#))
    #expect(text.contains("median: S(t) does not fall to 0.5"))
  }

  /// Arguments, the exit status, what the message must name.
  static let wrong: [([String], Int32, String)] = [
    (["--table", "surviva"], 2, "the nearest is survival"),
    (["--cutoff", "2024-02-30"], 2, "no date that exists"),
    (["--cutoff", "yesterday"], 2, "yesterday"), (["--interval", "wald"], 2, "wald"),
    (["--confidence", "1"], 2, "between 0 and 1"), (["--format", "xml"], 2, "xml"),
    (["--time-zone", "Mars/Base"], 2, "Mars/Base"), (["--events", "nosuch"], 3, "nosuch"),
    (["--events", "a", "--sample", "trial"], 2, "exclude"), (["--sample", "both"], 2, "both"),
    ([], 3, "vigil init"), (["--bogus"], 2, "--bogus"),
  ]

  @Test("wrong usage and what cannot be done: the message says why", arguments: wrong)
  func wrongUsage(_ row: ([String], Int32, String)) throws {
    let outcome = try Desk().vigil(["outcomes"] + row.0)
    #expect(outcome.status == row.1, "\(outcome.messages)")
    #expect(outcome.messages.contains(row.2), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  @Test("a file with a refused line is computed without it and ends with 1; an empty one cannot be")
  func refusals() throws {
    let desk = try Desk()
    let lines = [Lines.patient, Lines.infusion, #"{"kind":"vitals"}"#].joined(separator: "\n")
    let file = try desk.file("in.jsonl", lines + "\n")
    let outcome = try outcomes(desk, "--events", file, "--table", "patients")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("CD7-003"))
    #expect(outcome.messages.contains("line 3"))
    let empty = try desk.file("empty.jsonl", "")
    #expect(try outcomes(desk, "--events", empty).status == 3)
  }

  @Test("only tables are printed as csv or markdown")
  func formats() throws {
    for (arguments, message) in [
      (["grade", "--format", "csv"], "only vigil outcomes prints csv"),
      (["users", "--format=markdown"], "only vigil outcomes and vigil report print markdown"),
      (["outcomes", "--format", "html"], "only vigil report prints html"),
    ] {
      let outcome = try Desk().vigil(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }
  }
}
