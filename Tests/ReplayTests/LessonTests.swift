import Clinical
import EventText
import Replay
import Testing

@Suite("A lesson asks as the course goes, and is debriefed as the same script is")
struct LessonTests {
  private static let learner = Learner(name: "li", role: .nurse)

  private func lesson(_ name: String = "masked-fever") throws -> Lesson {
    Lesson(try #require(try ShippedScenarios.scenario(name)), learner: Self.learner)
  }

  private func at(_ text: String) throws -> Instant {
    try Timestamp.moment("2026-03-04T\(text):00+08:00").instant
  }

  private func vitals(_ spo2: Int, at t: Instant) throws -> Event {
    let text =
      #"{"kind":"vitals","patient":"SC-01","at":"\#(Timestamp.local(t, in: try lesson().scenario.zone))","spo2":{"value":\#(spo2),"unit":"%"}}"#
    return try ShippedScenarios.reader.read(Array(text.utf8)[...]).event
  }

  @Test(
    "Every scenario's questions are asked in order, each once, never before its moment",
    arguments: ShippedScenarios.names)
  func order(_ name: String) throws {
    var lesson = try lesson(name)
    let expected = lesson.record.questions
    var asked: [String] = []
    while let moment = lesson.nextMoment {
      #expect(lesson.ask(at: moment - .seconds(1)) == nil)
      let next = lesson.ask(at: moment)
      let question = try #require(next)
      #expect(question.at == moment)
      asked.append(question.id)
    }
    #expect(asked == expected.map(\.id))
    #expect(!asked.isEmpty)
  }

  @Test("Grades are covered from the earliest question that is open until it is answered")
  func cover() throws {
    var lesson = try lesson()
    #expect(lesson.coveredFrom == nil)
    let firstAsked = lesson.ask(at: try at("11:00"))
    let first = try #require(firstAsked)
    let secondAsked = lesson.ask(at: try at("15:20"))
    let second = try #require(secondAsked)
    #expect(lesson.coveredFrom == first.at)
    _ = lesson.answer(GivenAnswer(question: second.id, crs: .grade(1)), at: second.at)
    #expect(lesson.coveredFrom == first.at)
    #expect(lesson.giveUp(first.id)?.answer == nil)
    #expect(lesson.coveredFrom == nil)
    // What was given up, or answered, is not answered again.
    #expect(lesson.answer(GivenAnswer(question: first.id, crs: .grade(2)), at: first.at) == nil)
    #expect(lesson.answers.count == 1)
  }

  @Test("An answer says when it was given, unless it was given at once")
  func times() throws {
    var lesson = try lesson()
    let firstAsked = lesson.ask(at: try at("11:00"))
    let first = try #require(firstAsked)
    _ = lesson.answer(GivenAnswer(question: first.id, crs: .grade(2)), at: first.at)
    let secondAsked = lesson.ask(at: try at("15:20"))
    let second = try #require(secondAsked)
    _ = lesson.answer(GivenAnswer(question: second.id, crs: .grade(1)), at: try at("16:00"))
    #expect(lesson.answers.map(\.at) == [nil, try at("16:00")])
  }

  @Test(
    "What is entered at the moment of a question is written down after it, and changes no answer")
  func entryAfterQuestion() throws {
    var lesson = try lesson()
    let questionAsked = lesson.ask(at: try at("11:00"))
    let question = try #require(questionAsked)
    let moment = lesson.entryMoment(at: question.at)
    #expect(moment == question.at + .seconds(1))
    #expect(lesson.entryMoment(at: question.at + .minutes(5)) == question.at + .minutes(5))
    var event = try vitals(88, at: question.at)
    event.recordedAt = moment
    try lesson.enter([event])
    let same = try #require(lesson.record.questions.first { $0.id == question.id })
    #expect(same.engine == question.engine)
    #expect(lesson.entries.map(\.by) == ["li"])
  }

  @Test(
    "A round of the learner's own that shows the rise is asked about there, and no longer later")
  func entered() throws {
    var lesson = try lesson()
    while let moment = lesson.nextMoment, moment <= (try at("16:30")) {
      _ = lesson.ask(at: moment)
    }
    #expect(lesson.nextMoment == (try at("17:55")))
    try lesson.enter([try vitals(88, at: try at("17:00"))])
    #expect(lesson.nextMoment == (try at("17:00")))
    #expect(lesson.ask(at: try at("17:00"))?.id == "change:2026-03-04T17:00:00+08:00")
    #expect(lesson.nextMoment == (try at("18:00")))
  }

  @Test("What a script is refused for, a lesson is refused for, and nothing has changed then")
  func refused() throws {
    var lesson = try lesson()
    let stranger = #"{"kind":"note","patient":"SC-02","at":"2026-03-04T10:00:00+08:00","text":"x"}"#
    let late = #"{"kind":"note","patient":"SC-01","at":"2026-03-09T10:00:00+08:00","text":"x"}"#
    for (text, field) in [(stranger, "patient"), (late, "at")] {
      let event = try ShippedScenarios.reader.read(Array(text.utf8)[...]).event
      let good = try vitals(88, at: try at("17:00"))
      let refusal = #expect(throws: Refusal.self) { try lesson.enter([good, event]) }
      #expect(refusal?.field == field)
      #expect(lesson.entries.isEmpty)
    }
  }

  @Test("Of a session that is ended early nothing later is asked, missed or expected")
  func ended() throws {
    var lesson = try lesson()
    let questionAsked = lesson.ask(at: try at("11:00"))
    let question = try #require(questionAsked)
    _ = lesson.answer(GivenAnswer(question: question.id, crs: .grade(2)), at: question.at)
    lesson.end(at: try at("12:00"))
    let debrief = Debrief(lesson.record)
    #expect(debrief.items.map(\.asked.id) == ["q1"])
    #expect(debrief.deteriorations.count == 1)
    #expect(debrief.alerts.allSatisfy { $0.shown <= (try? at("12:00")) ?? .earliest })
    #expect(lesson.nextMoment == nil)
    // The same as a script says it.
    let script = """
      {"kind":"learner","name":"li","role":"nurse"}
      {"kind":"answer","question":"q1","crs":2}
      {"kind":"end","at":"2026-03-04T12:00:00+08:00"}
      """
    let reading = AnswerScript(reader: ShippedScenarios.reader).read(
      Array(script.utf8)[...], for: lesson.scenario)
    #expect(reading.faults.isEmpty)
    let record = try #require(reading.record)
    #expect(Debrief(record).document == debrief.document)
  }

  @Test("The scripted patient answers item by item as the scenario's own ICE of that time")
  func scripted() throws {
    let text = try ShippedScenarios.text("masked-fever").replacing(
      #""at":"2026-03-04T16:00:00+08:00","orientation":4,"naming":3,"commands":1,"writing":1,"attention":1"#,
      with:
        #""at":"2026-03-04T16:00:00+08:00","orientation":2,"naming":3,"commands":1,"writing":0,"attention":1"#
    )
    let scenario = try #require(ShippedScenarios.reading(text).scenario)
    let patient = ScriptedPatient(scenario)
    let right = ScriptedPatient.Reply.answer(isRight: true)
    let wrong = ScriptedPatient.Reply.answer(isRight: false)
    for item in ICEItem.allCases { #expect(patient.reply(to: item, at: try at("15:59")) == right) }
    let after = ICEItem.allCases.map { patient.reply(to: $0, at: .latest) }
    // The next ICE, at midnight, is whole again.
    #expect(after.allSatisfy { $0 == right })
    let said = Dictionary(
      uniqueKeysWithValues: try ICEItem.allCases.map {
        ($0, patient.reply(to: $0, at: try at("16:00")))
      })
    #expect(said[.year] == right && said[.month] == right)
    #expect(said[.city] == wrong && said[.hospital] == wrong)
    #expect(said[.object3] == right && said[.writing] == wrong && said[.attention] == right)
    #expect(patient.reply(to: .year, at: .earliest) == .unknown)
  }

  @Test("A patient who cannot be asked gives no answer, and says why")
  func unasked() throws {
    let text = try ShippedScenarios.text("masked-fever").replacing(
      #""at":"2026-03-04T16:00:00+08:00","orientation":4,"naming":3,"commands":1,"writing":1,"attention":1"#,
      with: #""at":"2026-03-04T16:00:00+08:00","status":"unarousable""#)
    let scenario = try #require(ShippedScenarios.reading(text).scenario)
    #expect(
      ScriptedPatient(scenario).reply(to: .city, at: try at("17:00")) == .none(.unarousable))
  }
}
