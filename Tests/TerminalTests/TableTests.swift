import Terminal
import Testing

@Suite("Tables keep numbers whole and the chosen row in sight")
struct TableTests {
  private func ward(selected: Int? = 1, top: Int = 0) -> Table {
    Table(
      columns: [
        TableColumn(title: "Bed", priority: 9),
        TableColumn(title: "Patient", truncation: .ellipsis, minimum: 8, priority: 8, growth: 1),
        TableColumn(title: "CRS", priority: 7),
        TableColumn(title: "T °C", alignment: .right, priority: 3),
        TableColumn(title: "SpO2", alignment: .right, priority: 2),
      ],
      rows: [
        TableRow(id: "B07", ["B07", "WILLIAMS, Ada", FittedText("3", .grade3), "38.9", "93"]),
        TableRow(id: "B11", ["B11", "山田 花子", FittedText("1", .grade1), "38.2", "97"]),
        TableRow(id: "B06", ["B06", "ANDERSSON, Eva", FittedText("-", .gradeUnknown), "", "98"]),
        TableRow(id: "B08", ["B08", "COHEN, Noa", FittedText("0", .grade0), "36.9", "98"]),
      ], selected: selected, top: top)
  }

  private func text(_ width: Int, _ height: Int, _ table: Table, _ glyphs: GlyphSet = .unicode)
    -> String
  {
    drawn(width, height, glyphs: glyphs) { canvas, area in table.draw(on: &canvas, in: area) }
  }

  @Test("Names in Chinese line up with the others")
  func aligned() {
    #expect(
      text(40, 5, ward()) == """
         Bed Patient               CRS T °C SpO2
         B07 WILLIAMS, Ada         3   38.9   93
        ▸B11 山田 花子             1   38.2   97
         B06 ANDERSSON, Eva        -          98
         B08 COHEN, Noa            0   36.9   98

        """)
  }

  @Test("Columns go by priority, names are shortened first")
  func columns() {
    let table = ward(selected: 0)
    func head(_ width: Int) -> Substring? { text(width, 5, table).split(separator: "\n").first }
    #expect(head(40) == " Bed Patient               CRS T °C SpO2")
    #expect(text(29, 5, table).contains("▸B07 WILLIAMS,… 3   38.9   93"))
    #expect(head(27) == " Bed Patient  CRS T °C SpO2")
    #expect(head(26) == " Bed Patient      CRS T °C")
    #expect(head(21) == " Bed Patient      CRS")
    #expect(head(14) == " Bed Patient")
    #expect(head(9) == " Bed")
    #expect(text(2, 4, table) == "B…\n…\n…\n▾…\n")
  }

  @Test("A number is never cut, at any width")
  func numbersWhole() {
    for width in 1...60 {
      let shown = text(width, 5, ward())
      for line in shown.split(separator: "\n").dropFirst() {
        let words = line.split(separator: " ")
        for word in words where word.contains(where: \.isNumber) && !word.contains("B") {
          #expect(
            ["3", "1", "0", "38.9", "38.2", "36.9", "93", "97", "98"].contains(String(word)),
            "\(width): \(line)")
        }
      }
    }
  }

  @Test("Rows that do not fit are counted, and the list moves only as far as it must")
  func scrolling() {
    var canvas = Canvas(Size(width: 20, height: 3), Capabilities())
    let list = { (selected: Int, top: Int) in
      Table.list(
        (0..<10).map { TableRow(id: "\($0)", [FittedText("row \($0)")]) }, selected: selected,
        top: top)
    }
    let first = list(0, 0).draw(on: &canvas, in: canvas.area)
    #expect(canvas.buffer.text == "▸row 0\n row 1\n                 ▾ 8\n")
    #expect((first.top, first.rowsAbove, first.rowsBelow) == (0, 0, 8))
    let second = list(5, first.top).draw(on: &canvas, in: canvas.area)
    #expect(canvas.buffer.text == " row 4\n▸row 5\n            ▴ 4  ▾ 4\n")
    #expect(list(4, second.top).draw(on: &canvas, in: canvas.area).top == 4)
    #expect(list(3, second.top).draw(on: &canvas, in: canvas.area).top == 3)
  }

  @Test("A click on a row means the row")
  func targets() {
    var canvas = Canvas(Size(width: 40, height: 5), Capabilities())
    ward().draw(on: &canvas, in: canvas.area)
    #expect(canvas.target(at: Point(x: 7, y: 2)) == "B11")
    #expect(canvas.target(at: Point(x: 7, y: 0)) == nil)
    #expect(canvas.focus == Point(x: 0, y: 2))
  }

  @Test("The chosen row lies on its ground but grades keep their own")
  func grounds() {
    var canvas = Canvas(Size(width: 40, height: 5), Capabilities())
    ward().draw(on: &canvas, in: canvas.area)
    #expect(canvas.buffer[5, 2].style == Style(.text, on: .selection))
    #expect(canvas.buffer[27, 2].style == Style(.grade1, on: .selection))
    #expect(canvas.buffer[27, 1].style == Style(.grade3))
  }
}
