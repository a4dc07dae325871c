import Testing

@Suite("An event that something spoiled keeps nobody else from the ward")
struct ConsoleDamagedTests {
  private func ward() throws -> Desk {
    let desk = try Desk().founded()
    let sample = try desk.vigil("sample", "--set", "ward")
    let outcome = try desk.vigil("import", "-", input: sample.output)
    guard outcome.status == 0 else { throw Desk.Trouble(text: outcome.messages) }
    return desk
  }

  private func spoil(_ desk: Desk, _ patient: String) throws {
    try desk.tamper(
      """
      UPDATE event SET body = '{spoilt' WHERE seq = (
        SELECT seq FROM event WHERE patient = '\(patient)' ORDER BY seq LIMIT 1 OFFSET 30)
      """)
  }

  @Test("a patient whose course must be read anew is named, and the others stand there as before")
  func notKept() throws {
    let desk = try ward()
    let before = try desk.vigil("console", "--plain", input: "quit\n")
    #expect(before.status == 0, "\(before.messages)")
    #expect(before.lines.contains { $0.contains("00884471") })
    try spoil(desk, "CD7-003")
    let outcome = try desk.vigil("console", "--plain", input: "quit\n")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.lines.contains { $0.contains("RECORD CANNOT BE READ WHOLE: CD7-003") })
    #expect(outcome.lines.contains { $0.contains("vigil verify") && $0.contains("of CD7-003") })
    func others(_ text: Desk.Outcome) -> Int { text.lines.count { $0.contains("Bed ") } }
    #expect(others(outcome) == others(before) - 1)
    let grade = try desk.vigil("grade", "CD7-003")
    #expect(grade.status == 3)
    #expect(grade.messages.contains("of CD7-003) cannot be read"), "\(grade.messages)")
    let all = try desk.vigil("grade")
    #expect(all.status == 1)
    #expect(all.messages.contains("no grade of CD7-003: event "), "\(all.messages)")
    #expect(!all.output.contains("CD7-003,") && all.output.contains("CD7-020,"))
  }

  @Test("a patient whose grade is kept stays on the ward, without alerts, and is said to be so")
  func kept() throws {
    let desk = try ward()
    #expect(try desk.vigil("grade").status == 0)
    try spoil(desk, "CD7-009")
    let outcome = try desk.vigil("console", "--plain", input: "quit\n")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let row = try #require(outcome.lines.first { $0.contains("00883918") })
    #expect(row.contains("record cannot be read"), "\(row)")
    #expect(!outcome.lines.contains { $0.contains("alerts: loading") })
  }
}
