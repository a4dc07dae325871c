/// A terminal of the xterm kind, small but strict: it keeps what a person would see, and notes
/// what it does not understand.
package struct ModelTerminal {
  /// What a program must put back.
  package struct State: Equatable, Sendable {
    package var alternateScreen = false
    package var cursorVisible = true
    package var pasteMarkers = false
    package var mouse = false
    package var applicationKeys = false
    package var synchronized = false
    package var title = ""
    package var unknown: [String] = []
  }

  struct Cell: Equatable {
    var text = " "
    var attributes = ""
  }

  package private(set) var state = State()
  var received: [UInt8] = []
  private(set) var columns: Int
  private(set) var rowCount: Int
  private var cells: [[Cell]]
  private var saved: [[Cell]] = []
  private var x = 0
  private var y = 0
  private var wraps = false
  private var top = 0
  private var bottom: Int
  private var attributes = ""
  private var last = " "
  private var titles: [String] = []
  private var pending: [UInt8] = []

  package init(columns: Int, rows: Int) {
    self.columns = columns
    rowCount = rows
    cells = Self.blank(columns, rows)
    bottom = rows - 1
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The rows as text, without spaces at their ends.
  var rows: [String] {
    cells.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The attributes at a place, as the parameters of the sequences that set them.
  package func attributes(x: Int, y: Int) -> String { cells[y][x].attributes }

  /// What stands at a place; empty for the right half of a wide letter.
  package func text(x: Int, y: Int) -> String { cells[y][x].text }

  mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    rowCount = rows
    cells = Self.blank(columns, rows)
    (x, y, top, bottom, wraps) = (0, 0, 0, rows - 1, false)
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    received += bytes
    pending += bytes
    while let used = step(), used > 0 { pending.removeFirst(used) }
  }

  /// Takes one character or sequence; `nil` when it is not complete.
  private mutating func step() -> Int? {
    guard let first = pending.first else { return nil }
    switch first {
    case 0x1B: return escape()
    case 0x0D: (x, wraps) = (0, false)
    case 0x0A: feedLine()
    case 0x08: (x, wraps) = (max(0, x - 1), false)
    case 0x09: x = min(columns - 1, (x / 8 + 1) * 8)
    case 0x00...0x1F, 0x7F: break
    default: return character()
    }
    return 1
  }

  private mutating func character() -> Int? {
    let first = pending[0]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard pending.count >= length else { return nil }
    guard let text = String(validating: pending[..<length], as: UTF8.self) else {
      state.unknown.append("byte \(first)")
      return 1
    }
    put(text)
    return length
  }

  private mutating func put(_ text: String) {
    let width = Self.width(text)
    if width == 0 {
      let place = wraps ? x : max(0, x - 1)
      let lead = cells[y][place].text.isEmpty && place > 0 ? place - 1 : place
      cells[y][lead].text += text
      return
    }
    if wraps || x + width > columns {
      x = 0
      wraps = false
      feedLine()
    }
    clearHalves(x)
    if width == 2 { clearHalves(x + 1) }
    cells[y][x] = Cell(text: text, attributes: attributes)
    // On a terminal of one column half of it is lost.
    if width == 2, x + 1 < columns { cells[y][x + 1] = Cell(text: "", attributes: attributes) }
    last = text
    if x + width >= columns {
      x = columns - 1
      wraps = true
    } else {
      x += width
    }
  }

  private mutating func clearHalves(_ column: Int) {
    guard column < columns else { return }
    if cells[y][column].text.isEmpty, column > 0 { cells[y][column - 1].text = " " }
    if column + 1 < columns, cells[y][column + 1].text.isEmpty { cells[y][column + 1].text = " " }
  }

  private static func width(_ text: String) -> Int {
    guard let scalar = text.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x300...0x36F: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x1FAFF:
      return 2
    default: return 1
    }
  }

  private mutating func feedLine() {
    wraps = false
    if y == bottom { scroll(up: 1) } else { y = min(rowCount - 1, y + 1) }
  }

  private mutating func scroll(up count: Int) {
    for _ in 0..<count {
      cells.remove(at: top)
      cells.insert(Array(repeating: Cell(attributes: attributes), count: columns), at: bottom)
    }
  }

  private mutating func scroll(down count: Int) {
    for _ in 0..<count {
      cells.remove(at: bottom)
      cells.insert(Array(repeating: Cell(attributes: attributes), count: columns), at: top)
    }
  }

  private mutating func escape() -> Int? {
    guard pending.count > 1 else { return nil }
    switch pending[1] {
    case UInt8(ascii: "["):
      guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        return nil
      }
      control(
        String(decoding: pending[2..<end], as: UTF8.self), Character(Unicode.Scalar(pending[end])))
      return end + 1
    case UInt8(ascii: "]"):
      guard let end = pending.firstIndex(of: 0x07) else { return nil }
      let text = String(decoding: pending[2..<end], as: UTF8.self)
      if text.hasPrefix("2;") { state.title = String(text.dropFirst(2)) }
      return end + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      guard pending.count > 2 else { return nil }
      return 3
    case UInt8(ascii: "M"):
      if y == top { scroll(down: 1) } else { y = max(0, y - 1) }
    case UInt8(ascii: "D"): feedLine()
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "7"), UInt8(ascii: "8"): break
    default: state.unknown.append("ESC \(pending[1])")
    }
    return 2
  }

  private mutating func control(_ parameters: String, _ final: Character) {
    if parameters.hasPrefix("?") { return mode(parameters.dropFirst(), final) }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    func number(_ index: Int, or fallback: Int = 1) -> Int {
      guard index < numbers.count, let value = numbers[index], value > 0 else { return fallback }
      return value
    }
    if final != "m", final != "b" { wraps = false }
    switch final {
    case "H", "f": (y, x) = (min(rowCount, number(0)) - 1, min(columns, number(1)) - 1)
    case "A": y = max(0, y - number(0))
    case "B": y = min(rowCount - 1, y + number(0))
    case "C": x = min(columns - 1, x + number(0))
    case "D": x = max(0, x - number(0))
    case "G", "`": x = min(columns, number(0)) - 1
    case "d": y = min(rowCount, number(0)) - 1
    case "J": erase(numbers.first.flatMap { $0 } ?? 0)
    case "K": eraseLine(numbers.first.flatMap { $0 } ?? 0)
    case "X": blank(x..<min(columns, x + number(0)))
    case "@": insert(number(0))
    case "P": delete(number(0))
    case "L": lines(inserted: number(0))
    case "M": lines(deleted: number(0))
    case "S": scroll(up: number(0))
    case "T": scroll(down: number(0))
    case "b": for _ in 0..<number(0) { put(last) }
    case "r":
      (top, bottom) = (number(0) - 1, min(rowCount, number(1, or: rowCount)) - 1)
      // Meant for another size, while that was changing.
      if top >= bottom { (top, bottom) = (0, rowCount - 1) }
      (x, y) = (0, 0)
    case "m": style(parameters)
    case "t":
      if number(0) == 22 { titles.append(state.title) }
      if number(0) == 23 { state.title = titles.popLast() ?? state.title }
    case "h", "l":
      if parameters != "8", parameters != "4" { state.unknown.append("CSI \(parameters)\(final)") }
    default: state.unknown.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func mode(_ parameters: Substring, _ final: Character) {
    guard final == "h" || final == "l" else {
      state.unknown.append("CSI ?\(parameters)\(final)")
      return
    }
    let on = final == "h"
    for mode in parameters.split(separator: ";") {
      switch mode {
      case "1": state.applicationKeys = on
      case "25": state.cursorVisible = on
      case "1000", "1002", "1003", "1006": state.mouse = on
      case "2004": state.pasteMarkers = on
      case "2026": state.synchronized = on
      case "1049", "47":
        guard on != state.alternateScreen else { break }
        state.alternateScreen = on
        if on { saved = cells }
        cells = on || saved.count != rowCount ? Self.blank(columns, rowCount) : saved
      case "7", "12", "1004": break
      default: state.unknown.append("mode \(mode)")
      }
    }
  }

  // Kept as the sequence of what was set since the last reset, which is enough to compare.
  private mutating func style(_ parameters: String) {
    if parameters.isEmpty || parameters == "0" {
      attributes = ""
    } else if parameters.hasPrefix("0;") {
      attributes = String(parameters.dropFirst(2))
    } else {
      attributes += (attributes.isEmpty ? "" : ";") + parameters
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    for column in range {
      clearHalves(column)
      cells[y][column] = Cell(attributes: attributes)
    }
  }

  private mutating func erase(_ what: Int) {
    let line = y
    eraseLine(what)
    for row in 0..<rowCount where what == 2 || (what == 0 ? row > line : row < line) {
      cells[row] = Array(repeating: Cell(attributes: attributes), count: columns)
    }
  }

  private mutating func eraseLine(_ what: Int) {
    switch what {
    case 0: blank(x..<columns)
    case 1: blank(0..<(x + 1))
    default: blank(0..<columns)
    }
  }

  private mutating func insert(_ count: Int) {
    for _ in 0..<min(count, columns - x) {
      cells[y].insert(Cell(attributes: attributes), at: x)
      cells[y].removeLast()
    }
  }

  private mutating func delete(_ count: Int) {
    for _ in 0..<min(count, columns - x) {
      cells[y].remove(at: x)
      cells[y].append(Cell(attributes: attributes))
    }
  }

  private mutating func lines(inserted count: Int) {
    for _ in 0..<max(0, min(count, bottom - y + 1)) {
      cells.remove(at: bottom)
      cells.insert(Array(repeating: Cell(attributes: attributes), count: columns), at: y)
    }
  }

  private mutating func lines(deleted count: Int) {
    for _ in 0..<max(0, min(count, bottom - y + 1)) {
      cells.remove(at: y)
      cells.insert(Array(repeating: Cell(attributes: attributes), count: columns), at: bottom)
    }
  }
}
