import Foundation
import NcursesDriver
import Terminal

/// What the probe shows: a table with every kind of letter, what came in, and on request noise.
struct Scene {
  private let dump: String?
  private var lines: [String] = []
  private var noise: UInt64 = 0
  private var selected = 0
  private(set) var isOver = false

  init(dump: String?) { self.dump = dump }

  mutating func note(_ line: String) { lines.append(line) }

  mutating func note(_ input: TerminalInput) {
    switch input {
    case .key(let key): note("key \(key.name)")
    case .paste(let text): note("paste \(text)")
    case .mouse(let mouse): note("mouse \(mouse.action) \(mouse.place.x),\(mouse.place.y)")
    case .resized(let size): note("size \(size.width)x\(size.height)")
    default: note("\(input)")
    }
  }

  /// Does what a key asks for; most of it is harm.
  mutating func act(on key: Key, _ session: inout TerminalSession) {
    switch key.name {
    case "q": isOver = true
    case "j": selected += 1
    case "r": noise += 1
    case "m": session.setMouse(true)
    case "w":
      let waker = session.waker
      Thread.detachNewThread { waker.wake() }
    case "e": FileHandle.standardError.write(Data("said to standard error\n".utf8))
    case "E": exit(5)
    case "X": fatalError("hurt on request")
    case "A": abort()
    case "B": while true { sched_yield() }
    case "D": print(Self.deep(1))
    default: break
    }
  }

  // Uses its frame after the call, so that no optimisation makes a loop of it.
  @inline(never)
  private static func deep(_ n: Int) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 64) { block in
      block.initialize(repeating: n)
      let below = deep(n &+ block[n & 63])
      return below &+ block[(below ^ n) & 63]
    }
  }

  func show(on session: inout TerminalSession) {
    let buffer = buffer(session.size, session.capabilities)
    session.draw(buffer, theme: .builtIn, cursor: nil, focus: Point(x: 0, y: 0))
    save(buffer)
  }

  private func save(_ buffer: CellBuffer) {
    guard let dump else { return }
    // Written aside and moved, so that a reader never sees half of it.
    let head = "\(ProcessInfo.processInfo.processIdentifier)\n" + lines.joined(separator: "\n")
    let text = head + "\n---\n" + buffer.text
    try? text.write(toFile: dump, atomically: true, encoding: .utf8)
  }

  private func buffer(_ size: Size, _ capabilities: Capabilities) -> CellBuffer {
    var canvas = Canvas(size, capabilities)
    guard noise == 0 else {
      drawNoise(on: &canvas)
      return canvas.buffer
    }
    let names = [
      "WILLIAMS, Ada", "山田 花子", "DUBOIS, Le\u{301}a", "ESC\u{1B}[31mAPE", "Nguyễn ≥38 °C",
    ]
    let rows = names.enumerated().map { index, name in
      TableRow(
        id: name,
        [FittedText("B0\(index)"), FittedText(name), FittedText("\(index)", .grade(index))])
    }
    let table = Table(
      columns: [
        TableColumn(title: "Bed", priority: 2),
        TableColumn(title: "Name", truncation: .ellipsis, priority: 1, growth: 1),
        TableColumn(title: "CRS", priority: 3),
      ], rows: rows, selected: selected % rows.count)
    let inside = TitledBox(title: "probe", note: "\(size.width)x\(size.height)")
      .draw(on: &canvas, in: canvas.area)
    let (top, rest) = inside.split(top: rows.count + 1)
    table.draw(on: &canvas, in: top)
    for (row, line) in lines.suffix(rest.height).enumerated() {
      canvas.line(FittedText(line), in: rest.row(row))
    }
    return canvas.buffer
  }

  private func drawNoise(on canvas: inout Canvas) {
    var state = noise &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    let pieces = ["ab", "山", "é", "田花", "⣿⡇", "   ", "▁▃█", "e\u{301}", "──", "x"]
    for y in 0..<canvas.area.height {
      for _ in 0..<(canvas.area.width / 6 + 1) {
        let role = Role.allCases[next(Role.allCases.count)]
        canvas.put(
          pieces[next(pieces.count)], x: next(canvas.area.width), y: y, in: canvas.area,
          role: role)
      }
    }
  }
}
