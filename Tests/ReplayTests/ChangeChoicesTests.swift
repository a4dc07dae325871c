import Clinical
import EventText
import Grading
import Replay
import Testing

@Suite("A change of grade asks which facts decide, and whom to call")
struct ChangeChoicesTests {
  private func changes(_ name: String) throws -> [AskedQuestion] {
    let scenario = try #require(try ShippedScenarios.scenario(name))
    return Lesson(scenario, learner: Learner(name: "li", role: .nurse)).record.questions.filter {
      $0.question == nil
    }
  }

  @Test(
    "what decides can be chosen, each fact once, and nothing beside it that makes a list of it",
    arguments: ShippedScenarios.names)
  func facts(_ name: String) throws {
    for asked in try changes(name) {
      #expect(Set(asked.facts.map(\.id)).count == asked.facts.count)
      if !asked.facts.isEmpty {
        let right = asked.facts.count(where: \.isRight)
        #expect(right > 0, "\(asked.id)")
        #expect(asked.facts.count <= max(6, right), "\(asked.id)")
      }
      // Of a grade that fell to 0, or ran out, nothing decides.
      let deciding = asked.engine.crs.grade ?? 0 > 0 || asked.engine.icans.grade ?? 0 > 0
      if !deciding { #expect(asked.facts.isEmpty, "\(asked.id)") }
    }
  }

  @Test(
    "a rise calls by the priority of its alert, a fall calls nobody",
    arguments: ShippedScenarios.names)
  func next(_ name: String) throws {
    for asked in try changes(name) where !asked.next.isEmpty {
      #expect(asked.next.map(\.id) == ["now", "soon", "later"])
      #expect(asked.next.count(where: \.isRight) == 1, "\(asked.id)")
    }
  }
}
