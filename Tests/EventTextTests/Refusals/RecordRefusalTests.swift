import EventText
import Testing

@Suite("What the ward's, the laboratory's and the trial's events are refused for")
struct RecordRefusalTests {
  @Test(
    "laboratory results",
    arguments: [
      RefusalRow("lab", "", "results", "it is missing"),
      RefusalRow("lab", #""results":[]"#, "results", "the list is empty"),
      RefusalRow(
        "lab", #""results":{"code":"IL6"}"#, "results", "an object stands where a list belongs"),
      RefusalRow(
        "lab", #""results":[7]"#, "results[0]", "the number 7 stands where a result belongs"),
      RefusalRow(
        "lab", #""results":[{"value":1,"unit":"pg/mL"}]"#, "results[0].code", "it is missing"),
      RefusalRow(
        "lab", #""results":[{"code":"IL6","unit":"pg/mL"}]"#, "results[0].value", "it is missing"),
      RefusalRow(
        "lab", #""results":[{"code":"IL6","value":1}]"#, "results[0].unit", "it is missing",
        "write pg/mL"),
      RefusalRow(
        "lab",
        #""results":[{"code":"IL6","value":1,"unit":"pg/mL"},{"code":"IL-6","value":1,"unit":"pg/mL"}]"#,
        "results[1].code", "\"IL-6\" is not a laboratory code", "\"X:IL-6\"", nearest: "IL6"),
      RefusalRow(
        "lab", #""results":[{"code":"crp","value":1,"unit":"mg/L"}]"#, "results[0].code", "",
        nearest: "CRP"),
      RefusalRow(
        "lab", #""results":[{"code":"IL6","value":1,"unit":"U/mL"}]"#, "results[0].unit",
        "\"U/mL\" is not a unit of IL6", "pg/mL, ng/mL or ug/L"),
      RefusalRow(
        "lab", #""results":[{"code":"DDIM","value":1,"unit":"mg/L"}]"#, "results[0].unit",
        "is not a unit of DDIM", "mg/L{FEU}"),
      RefusalRow(
        "lab", #""results":[{"code":"CRP","value":-1,"unit":"mg/L"}]"#, "results[0].value",
        "-1 mg/L cannot be true"),
      RefusalRow(
        "lab", #""results":[{"code":"CARPCT","value":101,"unit":"%"}]"#, "results[0].value",
        "possible are 0 to 100 %"),
      RefusalRow(
        "lab", #""results":[{"code":"CRP","value":"<5","unit":"mg/L"}]"#, "results[0].value",
        "stands where a number belongs"),
      RefusalRow(
        "lab", #""results":[{"code":"CRP","value":5,"unit":"mg/L","comparator":"~"}]"#,
        "results[0].comparator", "is not one of its words", "<, <=, >= or >"),
      RefusalRow(
        "lab", #""results":[{"code":"CRP","value":5,"unit":"mg/L","lower":9,"upper":3}]"#,
        "results[0].lower", "upside down"),
      RefusalRow(
        "lab", #""results":[{"code":"CRP","value":5,"unit":"mg/L","LLOQ":9}]"#, "results[0].LLOQ",
        "a result has no such field", nearest: "lloq"),
      RefusalRow(
        "lab", #""results":[{"code":"X:","value":5,"unit":"MFI"}]"#, "results[0].code",
        "there is no name after X:"),
      RefusalRow(
        "lab", #""results":[{"code":"X:Anti-HLA","value":5}]"#, "results[0].unit", "it is missing"),
    ])
  func lab(row: RefusalRow) throws { try row.check() }

  @Test(
    "the ward",
    arguments: [
      RefusalRow("site", #""timeZone":"Asia/Shanghai""#, "name", "it is missing"),
      RefusalRow("site", #""name":"7B""#, "timeZone", "it is missing", "Asia/Shanghai"),
      RefusalRow(
        "site", #""name":"7B","timeZone":"Asia/Shangai""#, "timeZone",
        "knows no time zone \"Asia/Shangai\"", nearest: "Asia/Shanghai"),
      RefusalRow("site", #""name":"7B","timeZone":"CST""#, "timeZone", "knows no time zone"),
      RefusalRow(
        "site", #""name":"7B","timeZone":"../../etc/passwd""#, "timeZone", "knows no time zone"),
      RefusalRow("site", #""name":"7B","timeZone":"+08:00""#, "timeZone", "knows no time zone"),
      RefusalRow(
        "site", #""name":"7B","timeZone":"Asia/Shanghai","languages":"en""#, "languages",
        "stands where a list belongs"),
      RefusalRow(
        "site", #""name":"7B","timeZone":"Asia/Shanghai","languages":[1]"#, "languages[0]",
        "stands where a text belongs"),
      RefusalRow(
        "site", #""name":"7B","timeZone":"Asia/Shanghai","demoMoment":"2026-03-06""#, "demoMoment",
        "a date without a time"),
      RefusalRow("setting", #""value":1,"reason":"x""#, "name", "it is missing"),
      RefusalRow("setting", #""name":"D-05","value":48"#, "reason", "it is missing"),
      RefusalRow(
        "setting", #""name":"D-05","value":"two","reason":"x""#, "value", "D-05 takes hours"),
      RefusalRow(
        "setting", #""name":"D-05","value":0,"reason":"x""#, "value", "D-05 takes hours, 1 to 336"),
      RefusalRow(
        "setting", #""name":"D-99","value":1,"reason":"x""#, "name", "no documented choice \"D-99\""
      ),
      RefusalRow(
        "setting", #""name":"d-05","value":1,"reason":"x""#, "name", "there is no setting",
        nearest: "D-05"),
      RefusalRow(
        "setting", #""name":"closing","value":1,"reason":"x""#, "name",
        "there is no setting \"closing\""),
      RefusalRow(
        "setting", #""name":"plan.ice.15-22","value":12,"reason":"x""#, "name",
        "the plan has no row", nearest: "plan.ice.15-21"),
      RefusalRow(
        "setting", #""name":"plan.ice.15-21","value":0,"reason":"x""#, "value",
        "takes hours, 1 to 168"),
      RefusalRow("user", #""login":"wli","role":"nurse""#, "name", "it is missing"),
      RefusalRow(
        "user", #""login":"wli","name":"Li Wei""#, "role", "it is missing", "nurse, physician"),
      RefusalRow("user", #""name":"Li Wei","role":"nurse""#, "login", "it is missing"),
    ])
  func ward(row: RefusalRow) throws { try row.check() }

  @Test(
    "the patient and the trial",
    arguments: [
      RefusalRow(
        "patient", #""sex":"F""#, "sex", "is not one of its words",
        "female, male, other or unknown", nearest: "female"),
      RefusalRow("patient", #""birthDate":"1997-02-30""#, "birthDate", "a day that does not exist"),
      RefusalRow(
        "patient", #""birthDate":"02.05.1997""#, "birthDate", "is not a date", "\"2026-03-06\""),
      RefusalRow(
        "patient", #""birthDate":"2026-03-07""#, "birthDate", "later than the event itself"),
      RefusalRow("patient", #""name":"a\u0085b""#, "name", "a control character (\\u0085)"),
      RefusalRow("stay", "", "action", "it is missing", "admission, transfer"),
      RefusalRow("stay", #""action":"admit""#, "action", "", nearest: "admission"),
      RefusalRow("lymphodepletion", "", "drug", "it is missing", at: "2026-02-24"),
      RefusalRow("infusion", "", "product", "it is missing"),
      RefusalRow("infusion", #""product":"x""#, "at", "a date without a time", at: "2026-03-01"),
      RefusalRow("attribution", #""cause":"crs""#, "domain", "it is missing"),
      RefusalRow("attribution", #""domain":"fever""#, "cause", "it is missing"),
      RefusalRow("adjudication", #""grade":2"#, "scale", "it is missing"),
      RefusalRow("adjudication", #""scale":"CRS""#, "grade", "it is missing"),
      RefusalRow("adjudication", #""scale":"CRS","grade":6"#, "grade", "possible are 0 to 5"),
      RefusalRow(
        "adjudication", #""scale":"CRS","grade":2,"computed":3"#, "reason",
        "grade 2 differs from the computed 3", "write why"),
      RefusalRow("acknowledgement", #""note":"seen""#, "alert", "it is missing", "or its rule"),
      RefusalRow(
        "acknowledgement", #""alert":"A04:CD7-999:2026-03-06T04:10:00Z""#, "alert",
        "is no alert of", "under its own patient"),
      RefusalRow(
        "acknowledgement", #""alert":"A04:P1:2026-03-06T04:10:00Z","rule":"A06""#, "rule",
        "is not one of A06", "leave rule out"),
      RefusalRow("adverseEvent", #""grade":3"#, "term", "it is missing"),
      RefusalRow("adverseEvent", #""term":"x","grade":0"#, "grade", "possible are 1 to 5"),
      RefusalRow(
        "adverseEvent", #""term":"x","start":"2026-03-06","stop":"2026-03-05""#, "stop",
        "earlier than the start"),
      RefusalRow("response", #""response":"cr""#, "response", "", nearest: "CR"),
      RefusalRow(
        "transplant", #""purpose":"cure""#, "purpose", "is not one of its words", at: "2026-05-01"),
      RefusalRow("newTherapy", "", "therapy", "it is missing", at: "2026-05-01"),
      RefusalRow("status", "", "state", "it is missing", at: "2026-05-01"),
      RefusalRow("status", #""state":"dead""#, "state", "", nearest: "death"),
      RefusalRow(
        "status", #""state":"alive","principalCause":"crs""#, "principalCause", "the state is alive"
      ),
      RefusalRow("note", "", "text", "it is missing"),
      RefusalRow("note", #""text":"   ""#, "text", "it is missing"),
    ])
  func trial(row: RefusalRow) throws { try row.check() }

  @Test("a reason is not asked for where grade and computed grade are equal or none was computed")
  func confirmation() {
    for fields in [#""scale":"CRS","grade":2,"computed":2"#, #""scale":"CRS","grade":2"#] {
      #expect(refusal(RefusalRow("adjudication", fields, nil, "").line) == nil)
    }
  }
}
