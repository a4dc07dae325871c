import EventText
import Testing

/// A line that is refused, and what the refusal must say.
struct RefusalRow: CustomTestStringConvertible, Sendable {
  /// Fields of the kind, as JSON without braces.
  let fields: String
  let kind: String
  let field: String?
  let problem: String
  let remedy: String
  let nearest: String?
  let at: String

  init(
    _ kind: String, _ fields: String, _ field: String?, _ problem: String, _ remedy: String = "",
    nearest: String? = nil, at: String = "2026-03-06T04:10Z"
  ) {
    self.kind = kind
    self.fields = fields
    self.field = field
    self.problem = problem
    self.remedy = remedy
    self.nearest = nearest
    self.at = at
  }

  var testDescription: String { "\(kind) \(fields)" }

  var line: String {
    let patient = ["site", "user"].contains(kind) ? "" : #""patient":"CD7-003","#
    return #"{\#(patient)"kind":"\#(kind)","at":"\#(at)"\#(fields.isEmpty ? "" : ",")\#(fields)}"#
  }

  /// Expects the line to be refused as the row says.
  func check() throws {
    let told = try #require(refusal(line, number: 12))
    #expect(told.line == 12)
    #expect(told.field == field)
    #expect(told.problem.contains(problem))
    #expect((told.remedy ?? "").contains(remedy))
    if let nearest { #expect(told.nearest == nearest) }
  }
}
