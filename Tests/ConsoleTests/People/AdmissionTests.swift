import Clinical
import Terminal
import Testing

import Console

@Suite("A patient who is not in the record yet is admitted from the ward")
struct AdmissionTests {
  private static func opened(role: Clinical.Role = .nurse) -> Bench {
    var bench = Bench(role: role)
    bench.press("w", "+")
    bench.effects = []
    return bench
  }

  @Test("id, name, birth date, sex, number and bed: one set of patient and admission")
  func admit() throws {
    var bench = Self.opened()
    #expect(bench.form?.kind == .admission)
    #expect(bench.screen().contains("New patient"))
    for text in ["CD7-021", "Zhang San", "1990-04-05"] {
      bench.type(text)
      bench.press("Tab")
    }
    bench.type("m")
    bench.type("00990011")
    bench.press("Tab")
    bench.type("B12")
    #expect(bench.screen().contains("Zhang San"))
    bench.press("F2")
    let submission = try #require(bench.saved.first)
    #expect(submission.patient == PatientID("CD7-021"))
    #expect(
      submission.items.map(\.content) == [
        .patient(
          PatientDetails(
            name: "Zhang San", sex: .male,
            birthDate: CalendarDate(year: 1990, month: 4, day: 5), hospitalNumber: "00990011")),
        .stay(Stay(action: .admission, bed: "B12")),
      ])
    #expect(submission.items.allSatisfy { $0.isOfPatient })
    #expect(
      bench.console.update(
        .appended(
          EntryReceipt(
            form: submission.form, patient: submission.patient, kind: .admission, ids: [],
            storedAt: Bench.now, login: "li"))) == [.discardDraft(form: submission.form)])
    #expect(bench.form == nil)
  }

  @Test(
    "an id that is there is refused, however it is written",
    arguments: ["CD7-003", "cd7-003", "CD7 003", "CD7003"])
  func taken(_ id: String) {
    var bench = Self.opened()
    bench.type(id)
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "subject")
    #expect(bench.screen().contains("is in the record already"))
  }

  @Test("without a name, or without a bed, nothing is stored; a reader admits nobody")
  func needed() {
    var bench = Self.opened()
    bench.type("CD7-021")
    bench.press("F2")
    #expect(bench.saved.isEmpty)
    #expect(bench.form?.focus == "name")
    #expect(Self.opened(role: .reader).form == nil)
  }
}
