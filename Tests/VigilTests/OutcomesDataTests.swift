import Foundation
import Testing

@Suite("vigil outcomes on any data")
struct OutcomesDataTests {
  private static let times = """
    time,event,group
    1,1,b
    2,1,b
    3,0,b
    1,1,a
    1,0,a

    """

  private static let profiles = """
    id,time,concentration
    1,-1,9
    1,1,8
    1,2,4
    1,3,2
    1,4,1
    1,5,<0.5
    2,1,BLQ
    2,2,0

    """

  private static let events = """
    subject,term,grade,day
    1,Headache,1,3
    1,headache,3,4
    2,Headache,,30
    2,"Sepsis, lung",4,31

    """

  private func run(_ arguments: [String], input: String) throws -> Desk.Outcome {
    try Desk().vigil(["outcomes"] + arguments, input: Data(input.utf8))
  }

  private func golden(_ arguments: [String], input: String, _ expected: String) throws {
    let outcome = try run(arguments, input: input)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output == expected)
    #expect(outcome.messages.isEmpty)
  }

  @Test("survival, to the letter: JSON by group, null with its reason")
  func survivalJSON() throws {
    try golden(
      ["survival", "-", "--interval", "plain", "--format", "json"], input: Self.times,
      #"{"interval":"plain","confidence":0.95,"groups":[{"group":"a","n":2,"events":1,"median":1,"medianLower":1,"medianUpper":null,"followUpMedian":1,"table":[{"time":1,"atRisk":2,"events":1,"censored":1,"survival":0.5,"standardError":0.3535533905932738,"lower":0,"upper":1}],"reasons":["medianUpper: the upper limits do not fall to 0.5"]},{"group":"b","n":3,"events":2,"median":2,"medianLower":1,"medianUpper":null,"followUpMedian":3,"table":[{"time":1,"atRisk":3,"events":1,"censored":0,"survival":0.6666666666666667,"standardError":0.27216552697590873,"lower":0.13323203596052124,"upper":1},{"time":2,"atRisk":2,"events":1,"censored":0,"survival":0.33333333333333337,"standardError":0.27216552697590873,"lower":0,"upper":0.8667679640394789},{"time":3,"atRisk":1,"events":0,"censored":1,"survival":0.33333333333333337,"standardError":0.27216552697590873,"lower":0,"upper":0.8667679640394789}],"reasons":["medianUpper: the upper limits do not fall to 0.5"]}]}"#
        + "\n")
  }

  @Test("survival as a page")
  func survivalText() throws {
    try golden(
      ["survival", "-"], input: Self.times,
      """
      Survival  [survival]
        group  n  events  median, as in the file  lower  upper  follow-up, as in the file
        a      2       1                   1.000  1.000    --1                      1.000
        b      3       2                   2.000  1.000    --1                      3.000
        --1   the upper limits do not fall to 0.5
        - Kaplan-Meier; standard error: Greenwood's, of S(t); 95 % limits: log-log.
        - Ties: an event comes before a loss at the same time.
        - Median: the smallest time with S(t) < 0.5; where S is exactly 0.5 over an
          interval, its middle. Its limits: Brookmeyer-Crowley.
        - Median follow-up: reverse Kaplan-Meier.

      Survival at every distinct time  [survival-curve]
        group  time, as in the file  at risk  events  censored    S(t)    s.e.   lower   upper
        a                     1.000        2       1         1  0.5000  0.3536  0.0060  0.9104
        b                     1.000        3       1         0  0.6667  0.2722  0.0541  0.9452
        b                     2.000        2       1         0  0.3333  0.2722  0.0090  0.7741
        b                     3.000        1       0         1  0.3333  0.2722  0.0090  0.7741

      """)
  }

  @Test("kinetics, one document a subject, nothing of what is not there is 0")
  func kineticsJSON() throws {
    try golden(
      ["kinetics", "-", "--format", "json"], input: Self.profiles,
      """
      {"id":"1","n":5,"cmax":8,"tmax":1,"clast":1,"tlast":4,"aucLast":14.098865286222743,"auc0to28":14.598865286222743,"auc0to90":14.598865286222743,"lambdaZ":0.6931471805599453,"halfLife":1,"persistence":{"days":4,"censored":false},"reasons":[]}
      {"id":"2","n":2,"cmax":null,"tmax":null,"clast":null,"tlast":null,"aucLast":null,"auc0to28":null,"auc0to90":null,"lambdaZ":null,"halfLife":null,"persistence":null,"reasons":["cmax: no sample is above the limit of quantification","tmax: no sample is above the limit of quantification","clast: no sample is above the limit of quantification","tlast: no sample is above the limit of quantification","aucLast: no sample is above the limit of quantification","auc0to28: no sample is above the limit of quantification","auc0to90: no sample is above the limit of quantification","lambdaZ: no sample is above the limit of quantification","halfLife: no sample is above the limit of quantification","persistence: no sample is above the limit of quantification"]}

      """)
  }

  @Test("kinetics for a spreadsheet: NA and, in the last column, why")
  func kineticsCSV() throws {
    try golden(
      ["kinetics", "-", "--lloq", "0.5", "--format", "csv"], input: Self.profiles,
      """
      # kinetics: Kinetics
      # Times in days from the first infusion; C(0) = 0 without a sample at 0.
      # Below the limit of quantification: 0 before the first quantifiable sample, left out between such samples, ignored after the last for AUClast.
      # Areas: linear up, logarithmic on every fall, linear where a value is 0; to a limit by interpolation around it.
      # Lambda-z: the last three or more samples after Tmax with the best adjusted R².
      # Tmax: the first of ties. Persistence: time to the last quantifiable sample, censored where the last sample is one.
      # Limit of quantification: 0.5.
      id,n,cmax,tmax,clast,tlast,aucLast,auc0to28,auc0to90,lambdaZ,halfLife,persistenceDays,persistenceCensored,reasons
      1,5,8,1,1,4,14.098865286222743,14.598865286222743,14.598865286222743,0.6931471805599453,1,4,false,
      2,2,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,cmax: no sample is above the limit of quantification; tmax: no sample is above the limit of quantification; clast: no sample is above the limit of quantification; tlast: no sample is above the limit of quantification; aucLast: no sample is above the limit of quantification; auc0to28: no sample is above the limit of quantification; auc0to90: no sample is above the limit of quantification; lambdaZ: no sample is above the limit of quantification; halfLife: no sample is above the limit of quantification; persistenceDays: no sample is above the limit of quantification; persistenceCensored: no sample is above the limit of quantification

      """)
  }

  @Test("kinetics as a page")
  func kineticsText() throws {
    try golden(
      ["kinetics", "-"], input: Self.profiles,
      """
      Kinetics  [kinetics]
        id  n   Cmax  Tmax, d  Clast  Tlast, d  AUClast  AUC0-28  AUC0-90  lambda-z, /d  half-life, d  persistence, d  censored
        1   5  8.000    1.000  1.000     4.000    14.10    14.60    14.60        0.6931         1.000           4.000  no
        2   2    --1      --1    --1       --1      --1      --1      --1           --1           --1             --1  --1
        --1   no sample is above the limit of quantification
        - Times in days from the first infusion; C(0) = 0 without a sample at 0.
        - Below the limit of quantification: 0 before the first quantifiable sample,
          left out between such samples, ignored after the last for AUClast.
        - Areas: linear up, logarithmic on every fall, linear where a value is 0; to a
          limit by interpolation around it.
        - Lambda-z: the last three or more samples after Tmax with the best adjusted
          R².
        - Tmax: the first of ties. Persistence: time to the last quantifiable sample,
          censored where the last sample is one.
        - No limit of quantification was given: 0 counts as below it.

      """)
  }

  @Test("adverse events as a page")
  func adverseEventsText() throws {
    try golden(
      ["adverse-events", "-", "--subjects", "4"], input: Self.events,
      """
      Adverse events  [adverse-events]
        term      any grade     %  lower  upper  G1  G2  G3  G4  G5  no grade  grade 3+     %  lower  upper
        Headache          2  50.0    6.8   93.2   0   0   1   0   0         1         1  25.0    0.6   80.6
        - Window: day 0 to 30; 1 event outside of it is left out. Subjects at risk: 4.
        - A subject counts once a term, with the highest grade; severe is grade 3 or
          more.
        - 95 % intervals of proportions: Clopper-Pearson (exact).

      """)
  }

  @Test("a proportion in four formats")
  func proportion() throws {
    try golden(
      ["proportion", "0", "20", "--format", "json"], input: "",
      #"{"x":0,"n":20,"proportion":0,"lower":0,"upper":0.16843347098308536,"method":"Clopper-Pearson","confidence":0.95}"#
        + "\n")
    try golden(
      ["proportion", "19", "20"], input: "",
      """
      Proportion  [proportion]
         x   n  proportion   lower   upper
        19  20      0.9500  0.7513  0.9987
        - 95 % intervals of proportions: Clopper-Pearson (exact).

      """)
    #expect(
      try run(["proportion", "1", "2", "--format", "csv"], input: "").output.contains(
        "\n1,2,0.5,0.0125"))
    #expect(
      try run(["proportion", "1", "2", "--format", "markdown"], input: "").output.contains(
        "| 1 | 2 | 0.5000 |"))
  }

  @Test("adverse events: once a subject and term, within the window, in one document")
  func adverseEvents() throws {
    try golden(
      ["adverse-events", "-", "--subjects", "4", "--format", "json"], input: Self.events,
      #"[{"term":"Headache","subjects":2,"proportion":0.5,"lower":0.06758598648854297,"upper":0.932414013511457,"byGrade":{"1":0,"2":0,"3":1,"4":0,"5":0},"ungraded":1,"severe":{"subjects":1,"proportion":0.25,"lower":0.006309463209709873,"upper":0.8058795503167566}}]"#
        + "\n")
    try golden(
      ["adverse-events", "-", "--subjects", "4", "--to", "60", "--format", "markdown"],
      input: Self.events,
      """
      ## Adverse events

      | term | any grade | % | lower | upper | G1 | G2 | G3 | G4 | G5 | no grade | grade 3+ | % | lower | upper |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      | Headache | 2 | 50.0 | 6.8 | 93.2 | 0 | 0 | 1 | 0 | 0 | 1 | 1 | 25.0 | 0.6 | 80.6 |
      | Sepsis, lung | 1 | 25.0 | 0.6 | 80.6 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 25.0 | 0.6 | 80.6 |

      - Window: day 0 to 60; 0 events outside of it are left out. Subjects at risk: 4.
      - A subject counts once a term, with the highest grade; severe is grade 3 or more.
      - 95 % intervals of proportions: Clopper-Pearson (exact).

      """)
  }

  /// Arguments, what stands in the file, the exit status, what the message must name.
  static let wrong: [([String], String, Int32, String)] = [
    (["survival", "-"], "", 3, "the first line names the columns"),
    (["survival", "-"], "tim,event\n1,1\n", 3, "the nearest is tim"),
    (["survival", "-"], "time,event\n1,1\n2\n", 3, "line 3: 1 fields"),
    (["survival", "-"], "time,event\n1,1\n-2,1\n", 3, "line 3, time: \"-2\" is below 0"),
    (["survival", "-"], "time,event\n1,2\n", 3, "line 2, event: \"2\""),
    (["survival", "-"], "time,event\nnan,1\n", 3, "line 2, time: \"nan\" is no number"),
    (["survival", "-"], "time,event\n\"1,1\n", 3, "line 2: has a quote that is never closed"),
    (["survival", "-", "--interval", "wald"], "", 2, "wald"),
    (["survival", "-", "--confidence", "95"], "", 2, "between 0 and 1"),
    (["survival", "nosuch.csv"], "", 3, "nosuch.csv"), (["survival"], "", 2, "<file>"),
    (["kinetics", "-"], "id,time,conc\n1,1,2\n1,1,3\n", 3, "line 3, time: \"1\" stands twice"),
    (["kinetics", "-"], "id,time,conc\n1,1,-2\n", 3, "line 2, concentration: \"-2\" is below 0"),
    (["kinetics", "-"], "id,time,conc\n,1,2\n", 3, "line 2, id: empty says no subject"),
    (["kinetics", "-", "--lloq", "-1"], "", 2, "--lloq"),
    (["kinetics", "-"], "id,time,conc,conc\n", 3, "two columns concentration"),
    (["kinetics"], "", 2, "<file>"),
    (["proportion", "3", "2"], "", 2, "from 0 to n, which is 2"),
    (["proportion", "0", "0"], "", 2, "1 or more"), (["proportion", "1"], "", 2, "<n>"),
    (["proportion", "a", "2"], "", 2, "a"), (["proportion", "1", "2", "3"], "", 2, "3"),
    (["adverse-events", "-"], "", 2, "--subjects"),
    (["adverse-events", "-", "--subjects", "0"], "", 2, "1 or more"),
    (
      ["adverse-events", "-", "--subjects", "1"],
      "subject,term,grade,day\n1,a,1,1\n2,a,1,1\n", 2, "events of 2 subjects"
    ),
    (
      ["adverse-events", "-", "--subjects", "1"], "subject,term,grade,day\n1,a,6,1\n", 3,
      "line 2, grade: \"6\" is no grade from 1 to 5"
    ),
    (["adverse-events", "-", "--subjects", "1", "--from", "3", "--to", "2"], "", 2, "--from"),
    (["surviva", "-"], "", 2, "nearest is survival"),
    (["survival", "-", "--cutoff", "2024-01-01"], "", 2, "--cutoff asks a record"),
    (["proportion", "1", "2", "--listings"], "", 2, "--listings asks a record"),
  ]

  @Test(
    "wrong data and wrong usage end with what was wrong, where, and nothing on the output",
    arguments: wrong)
  func wrongUsage(_ row: ([String], String, Int32, String)) throws {
    let outcome = try run(row.0, input: row.1)
    #expect(outcome.status == row.2, "\(outcome.messages)")
    #expect(outcome.messages.contains(row.3), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  @Test("every problem of a file is told at once, and twenty at the most")
  func allProblems() throws {
    let lines = (1...30).map { _ in "x,1" }.joined(separator: "\n")
    let outcome = try run(["survival", "-"], input: "time,event\n\(lines)\n")
    #expect(outcome.status == 3)
    #expect(outcome.messages.contains("for 30 lines are not as they should be"))
    #expect(outcome.messages.contains("line 21, time"))
    #expect(!outcome.messages.contains("line 22, time"))
    #expect(outcome.messages.contains("and 10 more"))
  }

  @Test("a byte order mark, carriage returns, quoted fields and spaces are no trouble")
  func spreadsheets() throws {
    let plain = try run(["survival", "-", "--format", "json"], input: "time,event\n1,1\n2,0\n")
    let dressed = try run(
      ["survival", "-", "--format", "json"],
      input: "\u{FEFF}\"Time\" , EVENT\r\n\"1\", 1\r\n\r\n2,0")
    #expect(plain.status == 0)
    #expect(dressed.output == plain.output)
    // As spreadsheets of other countries save it, with a line that holds separators alone.
    for separator in [";", "\t"] {
      let table = "time,event\n1,1\n,\n2,0\n".replacing(",", with: separator)
      let outcome = try run(["survival", "-", "--format", "json"], input: table)
      #expect(outcome.output == plain.output, "\(outcome.messages)")
    }
  }
}
