import Clinical
import TestSupport
import Testing

@testable import Surveillance

@Suite("what a watcher is told")
struct AlertNewsTests {
  private func news(_ history: History, _ from: Double, _ to: Double) -> [String] {
    AlertNews.between(history.surveillance(from), history.surveillance(to))
      .filter { $0.alert.rule.id == "A04" }.map(\.change.rawValue)
  }

  @Test("each change once, in order")
  func course() {
    var history = History()
    history.vitals(20, sys: 84)
    history.acknowledge(20.2, "A04")
    history.vitals(21, sys: 110)
    #expect(news(history, 19, 20) == ["raised"])
    #expect(news(history, 20, 20.1) == ["escalated"])
    #expect(news(history, 20.1, 20.3) == ["acknowledged"])
    #expect(news(history, 20.3, 20.5) == ["reRaised"])
    #expect(news(history, 20.5, 20.52) == [])
    #expect(news(history, 20.52, 22) == ["escalated", "ended"])
    #expect(
      news(history, 19, 22)
        == ["raised", "escalated", "acknowledged", "reRaised", "escalated", "ended"])
  }

  @Test("a late entry that moves the beginning raises nothing twice")
  func moved() {
    var history = History()
    history.vitals(20, sys: 84)
    let before = history.surveillance(20.01)
    history.vitals(19.5, sys: 85)
    let told = AlertNews.between(before, history.surveillance(20.02))
    #expect(!told.contains { $0.alert.rule.id == "A04" && $0.change == .raised })
  }

  @Test("an alert that a correction took away has ended")
  func gone() {
    var history = History()
    let first = history.vitals(20, sys: 84)
    let before = history.surveillance(20.01)
    history.vitals(20, sys: 104, corrects: first)
    let told = AlertNews.between(before, history.surveillance(20.02))
    #expect(told.filter { $0.alert.rule.id == "A04" }.map(\.change) == [.ended])
  }

  @Test("at the first look what stands unacknowledged is told, what is over is not")
  func first() {
    var history = History()
    history.vitals(20, sys: 84)
    let told = AlertNews.between(nil, history.surveillance(20.01))
    #expect(told.filter { $0.alert.rule.id == "A04" }.map(\.change) == [.raised])
    history.acknowledge(20.02, "A04")
    #expect(
      !AlertNews.between(nil, history.surveillance(20.03)).contains { $0.alert.rule.id == "A04" })
  }

  @Test("due and overdue are told once each")
  func due() {
    var history = History()
    history.normal(30)
    func levels(_ from: Double, _ to: Double) -> [DueLevel] {
      DueNews.between(history.surveillance(from), history.surveillance(to))
        .filter { $0.due.what == .vitals }.map(\.level)
    }
    #expect(levels(30, 33.9) == [])
    #expect(levels(33.9, 34) == [.due])
    #expect(levels(34, 36) == [])
    #expect(levels(36, 38) == [.overdue])
    #expect(levels(30, 39) == [.overdue])
  }
}
