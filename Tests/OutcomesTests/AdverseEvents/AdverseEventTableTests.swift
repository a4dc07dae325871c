import Testing

@testable import Outcomes

@Suite("Adverse events by term")
struct AdverseEventTableTests {
  private typealias Entry = AdverseEventTable.Entry

  @Test("a subject counts once a term, with the highest grade")
  func once() throws {
    let table = try #require(
      AdverseEventTable(
        [
          Entry(subject: "1", term: "Headache", grade: 1),
          Entry(subject: "1", term: "Headache", grade: 3),
          Entry(subject: "1", term: "Headache", grade: 2),
          Entry(subject: "2", term: "headache ", grade: 1),
          Entry(subject: "2", term: "Sepsis", grade: 4),
        ], subjects: 4))
    #expect(table.rows.map(\.term) == ["Headache", "Sepsis"])
    let headache = table.rows[0]
    #expect(headache.subjects.x == 2 && headache.subjects.n == 4)
    #expect(headache.byGrade == [1: 1, 2: 0, 3: 1, 4: 0, 5: 0])
    #expect(headache.severe.x == 1)
    #expect(headache.names == ["1", "2"])
    #expect(headache.subjects == Proportion(2, of: 4))
    #expect(table.rows[1].severe == Proportion(1, of: 4))
  }

  @Test("a grade that is not recorded counts as any grade, and as no grade in particular")
  func ungraded() throws {
    let table = try #require(
      AdverseEventTable(
        [
          Entry(subject: "1", term: "Rash", grade: nil),
          Entry(subject: "2", term: "Rash", grade: nil),
          Entry(subject: "2", term: "Rash", grade: 2),
        ], subjects: 3))
    #expect(table.rows[0].subjects.x == 2)
    #expect(table.rows[0].ungraded == 1)
    #expect(table.rows[0].byGrade[2] == 1)
    #expect(table.rows[0].severe.x == 0)
  }

  @Test("more subjects with an event than were at risk make no table")
  func impossible() {
    let entries = ["1", "2"].map { Entry(subject: $0, term: "Rash", grade: 1) }
    #expect(AdverseEventTable(entries, subjects: 1) == nil)
    #expect(AdverseEventTable([], subjects: 5)?.rows.isEmpty == true)
  }

  @Test("the most frequent term first, then by name")
  func order() throws {
    let table = try #require(
      AdverseEventTable(
        [
          Entry(subject: "1", term: "B", grade: 1), Entry(subject: "1", term: "A", grade: 1),
          Entry(subject: "1", term: "C", grade: 1), Entry(subject: "2", term: "C", grade: 1),
        ], subjects: 2))
    #expect(table.rows.map(\.term) == ["C", "A", "B"])
  }
}
