import Foundation
import Testing

/// Every form is compared with a file that a person has looked at. After an intended change:
/// `VIGIL_UPDATE_GOLDENS=1 swift test --filter ReportTests`, then look at the difference.
@Suite("vigil report")
struct ReportTests {
  private func sample(_ arguments: String...) throws -> String {
    let outcome = try Desk().vigil(
      ["report", "--sample", "ward", "--data", Desk.checkout.path] + arguments)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.isEmpty)
    return outcome.output
  }

  @Test("a course of a patient in intensive care, and of one who was followed for a month, as text")
  func courseText() throws {
    try KeptText.compare(try sample("CD7-009"), "report-course-009.txt")
    try KeptText.compare(try sample("CD7-011"), "report-course-011.txt")
  }

  @Test("one who died, in Markdown, and a page of HTML with its drawings")
  func otherForms() throws {
    try KeptText.compare(try sample("CD7-002", "--format", "markdown"), "report-course-002.md")
    try KeptText.compare(try sample("CD7-003", "--format", "html"), "report-course-003.html")
  }

  @Test("the handover of the ward and of one patient, in both orders")
  func handover() throws {
    try KeptText.compare(try sample("--ward", "--handover"), "report-handover-ward.txt")
    try KeptText.compare(
      try sample("CD7-018", "--handover", "--form", "sbar", "--format", "html"),
      "report-handover-018.html")
  }

  @Test("nobody can be known from a report without identities")
  func deidentified() throws {
    for arguments in [["CD7-018"], ["--ward", "--handover"]] {
      let outcome = try Desk().vigil(
        ["report", "--sample", "ward", "--data", Desk.checkout.path, "--de-identify"] + arguments)
      #expect(outcome.status == 0)
      for word in ["孙磊", "00883481", "1994", "2026", "rmeyer", "B16", "effusion", "ward.jsonl"] {
        #expect(!outcome.output.contains(word), "\(word)")
      }
      #expect(outcome.output.contains("CD7-018") && outcome.output.contains("D+14"))
    }
  }

  @Test("of a store: its head is that of the anchor, and the report is that of the file")
  func store() throws {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: Lines.file(Lines.course)).status == 0)
    let at = ["--at", "2026-03-06T04:30:00+08:00"]
    let anchor = try desk.vigil("anchor").output.split(whereSeparator: \.isWhitespace)
    let stored = try desk.vigil(["report", "CD7-003"] + at)
    #expect(stored.status == 0, "\(stored.messages)")
    let wrapped = stored.output.replacing("\n", with: "").replacing(" ", with: "")
    #expect(wrapped.contains("storehead\(anchor[2]),\(anchor[1])events"))
    #expect(stored.output.contains("CRS             2, final, highest in 24 h 2"))
    let ward = try desk.vigil(["report", "--ward", "--handover"] + at)
    #expect(ward.output.contains("CD7-003 · 王芳 · born 1997-05-02 · D+5 · 28 y female"))
    // Before the correction was written down it was not known.
    #expect(try desk.vigil("import", "-", input: Lines.file([Lines.correction])).status == 0)
    func corrections(_ known: String) throws -> Bool {
      try desk.vigil("report", "CD7-003", "--as-known-at", known).output
        .contains("nothing was corrected")
    }
    #expect(try !corrections("2030-01-01T00:00:00Z"))
    #expect(
      try desk.vigil("report", "CD7-003", "--as-known-at", "2026-03-06T04:59:00+08:00").status == 0)
  }

  @Test(
    "a file of one's own is written for its owner alone, anew, and never over a store or its source"
  )
  func outputFile() throws {
    let desk = try Desk().founded()
    #expect(try desk.vigil("import", "-", input: Lines.file(Lines.course)).status == 0)
    let path = try desk.file("out.html", String(repeating: "earlier ", count: 100_000))
    let outcome = try desk.vigil(
      "report", "CD7-003", "--format", "html", "-o", path, "--at", "2026-03-06T04:30:00+08:00")
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.messages)")
    let text = try desk.text(path)
    #expect(text.hasPrefix("<!DOCTYPE html>") && text.hasSuffix("</html>\n"))
    #expect(!text.contains("earlier"))
    let fresh = desk.path("fresh.txt")
    #expect(try desk.vigil("report", "CD7-003", "--output", fresh).status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: fresh)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    for ending in OverwriteTests.beside {
      let refused = try desk.vigil("report", "CD7-003", "-o", desk.store + ending)
      #expect(refused.status == 2 && refused.messages.contains("name another"))
    }
    let source = try desk.file("in.jsonl", Lines.file(Lines.course))
    let over = try desk.vigil("report", "CD7-003", "--events", source, "-o", source)
    #expect(over.status == 2)
    #expect(try desk.text(source) == Lines.file(Lines.course))
    #expect(try desk.vigil("verify").status == 0)
    #expect(try desk.vigil("report", "CD7-003", "-o", "/no/such/folder/x").status == 3)
  }

  @Test("a ward without a patient is a page, and a patient who is not there is wrong usage")
  func nobody() throws {
    let desk = try Desk().founded()
    let empty = try desk.vigil("report", "--ward", "--handover")
    #expect(empty.status == 0, "\(empty.messages)")
    #expect(empty.output.contains("Nobody is in house."))
    let strange = try desk.vigil("report", "CD7-003")
    #expect(strange.status == 2 && strange.messages.contains("no patient \"CD7-003\""))
    let near = try Desk().vigil(
      "report", "CD7-03", "--sample", "ward", "--data", Desk.checkout.path)
    #expect(near.status == 2 && near.messages.contains("nearest is CD7-003"))
    let file = try desk.file("bad.jsonl", Lines.file(Lines.course) + "nonsense\n")
    let refused = try desk.vigil("report", "CD7-003", "--events", file)
    #expect(refused.status == 1 && refused.messages.contains("line 7"))
    #expect(refused.output.hasPrefix("COURSE SUMMARY\n"))
    let nothing = try desk.file("empty.jsonl", "")
    #expect(try desk.vigil("report", "--ward", "--events", nothing).status == 3)
  }

  /// Arguments, the exit status, what the message must name.
  static let wrong: [([String], Int32, String)] = [
    ([], 2, "--ward"), (["CD7-003", "--ward"], 2, "--ward"),
    (["CD7-003", "CD7-004"], 2, "CD7-004"), (["CD7-003", "--form", "sbar"], 2, "--handover"),
    (["CD7-003", "--handover", "--form", "soap"], 2, "soap"),
    (["CD7-003", "--format", "json"], 2, "text, markdown or html"),
    (["CD7-003", "--format", "csv"], 2, "text, markdown or html"),
    (["CD7-003", "--format", "pdf"], 2, "pdf"),
    (["CD7-003", "--at", "yesterday"], 2, "yesterday"),
    (["CD7-003", "--events", "a", "--sample", "ward"], 2, "exclude"),
    (["CD7-003", "-o"], 2, "-o"), (["CD7-003"], 3, "vigil init"),
    (["CD7-003", "--events", "no-such-file"], 3, "no-such-file"),
  ]

  @Test("wrong usage ends with 2 and says what would be right", arguments: wrong)
  func usage(_ row: ([String], Int32, String)) throws {
    let outcome = try Desk().vigil(["report"] + row.0)
    #expect(outcome.status == row.1, "\(outcome.messages)")
    #expect(outcome.messages.contains(row.2), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }
}
