import Terminal
import Testing

@Suite("Facts and forms give their words the room there is")
struct FactListTests {
  private let facts: [Fact] = [
    Fact("G4", "norepinephrine since 11:30 + epinephrine since 05:00", note: "CRS-PRESSORS"),
    Fact("G1", "fever"),
  ]

  private func lines(_ height: Int, wraps: Bool) -> [String] {
    drawn(34, height) { canvas, area in FactList(facts, wraps: wraps).draw(on: &canvas, in: area) }
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("A long reason goes on in further lines where there are lines to spare")
  func wrapped() {
    let all = lines(6, wraps: true)
    #expect(all[0] == "G4 norepinephrine since 11:30 +")
    #expect(all[1] == "   epinephrine since 05:00")
    #expect(all[2].contains("CRS-PRESSORS"))
    #expect(all[3] == "G1 fever")
    #expect(FactList(facts, wraps: true).idealHeight(width: 34, in: .unicode) == 4)
  }

  @Test("Where there are none it is cut with a mark, and no fact is lost")
  func cut() {
    for all in [lines(2, wraps: true), lines(3, wraps: true), lines(6, wraps: false)] {
      #expect(all[0].hasSuffix("…"))
      #expect(all[1] == "G1 fever")
    }
  }

  @Test("A label of up to twelve cells is whole beside a long value")
  func labels() {
    let facts = [
      Fact(FittedText("raises again"), FittedText(String(repeating: "value ", count: 20))),
      Fact(FittedText("CRS"), FittedText("2")),
    ]
    let text = drawn(40, 2) { canvas, area in FactList(facts).draw(on: &canvas, in: area) }
    #expect(text.contains("raises again value"), "\(text)")
  }

  @Test("A row of nothing but a field has the room of what it does without")
  func wholeLine() {
    let line = Form.Row(
      id: "quick", label: "Quick line", input: TextInput("385 78 122/74 16 98 r a"), focused: true)
    let other = Form.Row(
      id: "rate", label: "Heart rate", input: TextInput("78"), focused: false, unit: "/min",
      last: "80 (-2)")
    let text = drawn(60, 2) { canvas, area in Form([line, other]).draw(on: &canvas, in: area) }
    #expect(text.contains("385 78 122/74 16 98 r a"), "\(text)")
    #expect(text.contains("/min"), "\(text)")
  }

  @Test("Beside a long remark the unit and the value before stay whole")
  func form() {
    let row = Form.Row(
      id: "bp", label: "Blood pressure", input: TextInput("96/57"), focused: true, unit: "L/min",
      last: "96/57 (-3)", check: FittedText(String(repeating: "remark ", count: 12)))
    let text = drawn(66, 1) { canvas, area in Form([row]).draw(on: &canvas, in: area) }
    #expect(text.contains("L/min 96/57") && text.contains("remark"), "\(text)")
  }
}
