import Clinical
import Grading
import TestSupport
import Testing

@testable import Surveillance

@Suite("before a form is saved")
struct DraftTests {
  @Test("it says what the set will raise and end, and changes nothing")
  func draft() throws {
    var history = History()
    history.vitals(20, t: 38.5, sys: 84, spo2: 97)
    let course = history.graded
    let watched = WatchedCourse(try #require(History.patient), course)
    var after = history
    after.vitals(21, t: 38.4, sys: 120, spo2: 88)
    let news = watched.news(
      ofAdding: Array(after.events.suffix(1)), to: course, at: History.at(21))
    let told = Set(news.map { "\($0.change) \($0.alert.rule.id)" })
    #expect(told.isSuperset(of: ["ended A04", "raised A06"]))
    #expect(watched.surveillance(at: History.at(21)).active.contains { $0.rule.id == "A04" })
  }
}

@Suite("sepsis beside CRS")
struct SepsisTests {
  @Test("with fever and neutrophils at 0.5 and below it asks for cultures and antibiotics")
  func question() {
    var history = History()
    history.lab(10, ("ANC", "0.5"))
    history.vitals(20, t: 38.2, sys: 120, spo2: 97)
    let open = history.surveillance(20).sepsis
    #expect(open?.feverSince == History.at(20))
    #expect(open?.antimicrobial == nil)
    #expect(open?.cultures == nil)
    history.drug(20.5, "meropenem")
    history.add(20.4, .finding(Finding(name: "blood cultures taken", present: true)))
    let answered = history.surveillance(21).sepsis
    #expect(answered?.antimicrobial?.drug == "meropenem")
    #expect(answered?.cultures == History.at(20.4))
    #expect(history.surveillance(44).sepsis == nil)
  }

  @Test("not without either")
  func neither() {
    var history = History()
    history.lab(10, ("ANC", "0.6"))
    history.vitals(20, t: 38.2)
    #expect(history.surveillance(20).sepsis == nil)
  }
}
