import Clinical
import EventText
import Testing

@Suite("What the events of a training session are refused for")
struct SessionRefusalTests {
  @Test("a ward takes none of them, and says where they are kept", arguments: Examples.ofSessions)
  func ward(_ line: String) throws {
    let told = try #require(refusal(line, number: 4))
    #expect(told.line == 4)
    #expect(told.field == "kind")
    #expect(told.problem.contains("belongs to a training session, and no ward takes it"))
    #expect(try #require(told.remedy).contains("vigil init --training"))
    #expect(refusalInTraining(line) == nil)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let kind: String
    let fields: String
    let field: String?
    let problem: String

    init(_ kind: String, _ fields: String, _ field: String?, _ problem: String) {
      self.kind = kind
      self.fields = fields
      self.field = field
      self.problem = problem
    }

    var testDescription: String { "\(kind) \(fields)" }
    var line: String { #"{"kind":"\#(kind)","at":"2026-03-06T04:10Z",\#(fields)}"# }
  }

  private static let id = "0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2d"
  private static let vitals =
    #""kind":"vitals","at":"2026-03-06T04:10Z","temperature":{"value":39,"unit":"Cel"}"#

  static let rows = [
    Row("annotation", #""as":"learner","text":"x""#, "session", "it is missing"),
    Row(
      "annotation", #""session":"\#(String(repeating: "x", count: 65))","as":"learner","text":"x""#,
      "session", "longer than 64 characters"),
    Row("annotation", #""session":"m","text":"x""#, "as", "it is missing"),
    Row(
      "annotation", #""session":"m","as":"teacher","text":"x""#, "as",
      "is not one of its words"),
    Row("annotation", #""session":"m","as":"learner""#, "text", "it is missing"),
    Row(
      "annotation", #""session":"m","as":"learner","text":"a\u001b[2J""#, "text",
      "a control character"),
    Row(
      "annotation", #""session":"m","as":"learner","text":"x","patient":"CD7-003""#, "patient",
      "an event of a session belongs to no patient"),
    Row(
      "annotation", #""session":"m","as":"learner","text":"x","tekst":"y""#, "tekst",
      "annotation has no such field"),
    Row(
      "annotation", #""session":"m","as":"learner","text":"x","corrects":"\#(id)","reason":"y""#,
      "corrects", "nothing of a session is corrected"),
    Row(
      "position", #""session":"m","as":"learner","state":"playing""#, "speed", "it is missing"),
    Row(
      "position", #""session":"m","as":"learner","state":"playing","speed":0"#, "speed",
      "possible are 1 to 86400"),
    Row(
      "position", #""session":"m","as":"learner","state":"playing","speed":86401"#, "speed",
      "possible are 1 to 86400"),
    Row(
      "position", #""session":"m","as":"learner","state":"running","speed":1"#, "state",
      "is not one of its words"),
    Row(
      "answer", #""session":"m","as":"instructor","question":"q1""#, "as",
      "only a learner answers"),
    Row("answer", #""session":"m","as":"learner""#, "question", "it is missing"),
    Row(
      "answer", #""session":"m","as":"learner","question":"q1","crs":6"#, "crs",
      "it is no grade"),
    Row(
      "answer", #""session":"m","as":"learner","question":"q1","facts":"a""#, "facts",
      "stands where a list belongs"),
    Row("session", #""session":"m","as":"learner","action":"begin""#, "action", "is not one of"),
    Row(
      "session", #""session":"m","as":"learner","action":"start""#, "scenario",
      "start needs it and it is missing"),
    Row(
      "session",
      #""session":"m","as":"learner","action":"start","scenario":{"name":"a","title":"b","hash":"AB"}"#,
      "scenario.hash", "it is no SHA-256"),
    Row(
      "session", #""session":"m","as":"learner","action":"finish""#, "debrief",
      "finish needs it and it is missing"),
    Row(
      "session", #""session":"m","as":"learner","action":"leave","debrief":{}"#, "debrief",
      "it belongs to finish"),
    Row("injection", #""session":"m","as":"learner""#, "event", "it is missing"),
    Row("injection", #""session":"m","as":"learner","event":7"#, "event", "the number 7"),
    Row(
      "injection", #""session":"m","as":"learner","event":{"patient":"SC-01",\#(vitals)}"#,
      "event.id", "needs it and it is missing"),
    Row(
      "injection", #""session":"m","as":"learner","event":{"id":"\#(id)",\#(vitals)}"#,
      "event.patient", "needs it and it is missing"),
    Row(
      "injection",
      #""session":"m","as":"learner","event":{"id":"\#(id)","patient":"SC-01","kind":"vitals","at":"2026-03-06T04:10Z","temperature":39}"#,
      "event.temperature", "39"),
    Row(
      "injection",
      #""session":"m","as":"learner","event":{"id":"\#(id)","kind":"annotation","at":"2026-03-06T04:10Z","session":"m","as":"learner","text":"x"}"#,
      "event.kind", "belongs to no patient"),
  ]

  @Test("a training store takes none that is not whole", arguments: rows)
  func training(_ row: Row) throws {
    let told = try #require(refusalInTraining(row.line))
    #expect(told.field == row.field)
    #expect(told.problem.contains(row.problem), "\(told)")
  }

  @Test("a misspelt kind is never taken for one of theirs")
  func nearest() throws {
    let told = try #require(refusal(#"{"kind":"positon","at":"2026-03-06T04:10Z"}"#))
    #expect(told.nearest != "position")
  }
}
