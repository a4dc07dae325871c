import CNcurses
import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// What curses would send goes through `cn_looks_pass`; a person must see the same.
@Suite("Fewer looks are sent, and the screen is the same", .serialized)
struct LooksTests {
  /// What a cell looks like, whatever sequences made it so.
  private struct Look: Hashable {
    var foreground = "39"
    var background = "49"
    var bits: Set<Int> = []

    init(_ parameters: String) {
      var rest = parameters.split(separator: ";").compactMap { Int($0) }[...]
      while let value = rest.popFirst() {
        switch value {
        case 0: self = Look("")
        case 1, 2, 4, 7: bits.insert(value)
        case 22: bits.subtract([1, 2])
        case 24: bits.remove(4)
        case 27: bits.remove(7)
        case 30...37, 39, 90...97: foreground = "\(value)"
        case 40...47, 49, 100...107: background = "\(value)"
        case 38: foreground = rest.prefix(2).map(String.init).joined(separator: ";")
        case 48: background = rest.prefix(2).map(String.init).joined(separator: ";")
        default: break
        }
        if value == 38 || value == 48 { rest = rest.dropFirst(2) }
      }
    }

    /// What is seen of it under a text: a blank shows its ground and a line only.
    func seen(under text: String) -> Look {
      guard text == " ", !bits.contains(7) else { return self }
      var blank = self
      blank.foreground = "39"
      blank.bits = bits.intersection([4])
      return blank
    }
  }

  private static let size = (columns: 30, rows: 6)

  private func screen(_ bytes: [UInt8]) -> [[String: Look]] {
    var terminal = ModelTerminal(columns: Self.size.columns, rows: Self.size.rows)
    terminal.feed(bytes)
    #expect(terminal.state.unknown == [])
    return (0..<Self.size.rows).map { y in
      Dictionary(
        uniqueKeysWithValues: (0..<Self.size.columns).map { x in
          let text = terminal.text(x: x, y: y)
          return ("\(x) \(text)", Look(terminal.attributes(x: x, y: y)).seen(under: text))
        })
    }
  }

  private func pass(_ frames: [[UInt8]], takesBackSingle: Bool) -> [UInt8] {
    cn_looks_forget()
    cn_looks_take_back_single(takesBackSingle)
    var out = cn_bytes()
    for frame in frames {
      let passed = frame.withUnsafeBytes { bytes in
        cn_looks_pass(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, &out)
      }
      #expect(passed)
    }
    #expect(cn_looks_settle(&out))
    defer { free(out.bytes) }
    guard let start = out.bytes else { return [] }
    return UnsafeBufferPointer(start: start, count: out.count).map { UInt8(bitPattern: $0) }
  }

  // As curses writes: moves, looks from nothing, text, blanks, cleared ends of lines.
  private func frame(_ dice: inout Dice) -> [UInt8] {
    var text = ""
    for _ in 0..<dice.below(26) {
      let colours = ["31", "93", "38;5;252", "38;5;16", "39", "38;5;247"]
      let grounds = ["49", "44", "48;5;233", "48;5;80", "104"]
      switch dice.below(12) {
      case 0: text += "\u{1B}[\(1 + dice.below(6));\(1 + dice.below(30))H"
      case 1: text += "\u{1B}[\(1 + dice.below(30))G"
      case 2: text += dice.pick(["\u{1B}[K", "\u{1B}[1K", "\u{1B}[5X", "\u{1B}[J"])
      case 3: text += "\u{1B}(B\u{1B}[0;\(dice.pick(["1", "2", "4", "7", "1;4"]))m"
      case 4: text += "\u{1B}(B\u{1B}[m"
      case 5: text += "\u{1B}[39;49m"
      case 6: text += "\u{1B}[\(dice.pick([1, 4, 7, 24, 27]))m"
      case 7, 8:
        text += "\u{1B}[\(dice.pick(colours))m"
        text += "\u{1B}[\(dice.pick(grounds))m"
      case 9: text += "    "
      case 10: text += "x\u{1B}[3b"
      default: text += dice.pick(["38.9", "王芳", "Ế 3", "G3 fever"])
      }
    }
    return Array((text + "\u{1B}[39;49m\u{1B}(B\u{1B}[m").utf8)
  }

  @Test("On random frames", arguments: [true, false])
  func random(_ takesBackSingle: Bool) {
    var plain = 0
    var fewer = 0
    for seed in 1...400 {
      var dice = Dice(seed: UInt64(seed))
      // Curses begins with a reset.
      let frames = [Array("\u{1B}(B\u{1B}[m".utf8)] + (0..<5).map { _ in frame(&dice) }
      let sent = pass(frames, takesBackSingle: takesBackSingle)
      let whole = Array(frames.joined())
      guard screen(sent) == screen(whole) else {
        Issue.record("seed \(seed): \(String(decoding: whole, as: UTF8.self).debugDescription)")
        return
      }
      plain += whole.count
      fewer += sent.count
    }
    #expect(fewer < plain * 3 / 4, "\(fewer) of \(plain) bytes")
  }

  @Test("What is not understood passes as it came, until the next reset", arguments: [true, false])
  func unknown(_ takesBackSingle: Bool) {
    let strange = "\u{1B}[m\u{1B}[3m\u{1B}[38;2;1;2;3mA\u{1B}[1mB\u{1B}[0;31mC\u{1B}[31mD"
    let sent = String(
      decoding: pass([Array(strange.utf8)], takesBackSingle: takesBackSingle), as: UTF8.self)
    #expect(sent == "\u{1B}[m\u{1B}[3m\u{1B}[38;2;1;2;3mA\u{1B}[1mB\u{1B}[0;31mCD")
  }

  @Test("A sequence that is cut off passes as it came")
  func cutOff() {
    let sent = pass([Array("\u{1B}[m A\u{1B}[3".utf8)], takesBackSingle: true)
    #expect(String(decoding: sent, as: UTF8.self) == "\u{1B}[m A\u{1B}[3")
  }

  @Test("The look that is owed is given before the terminal goes to somebody else")
  func settled() {
    let sent = pass([Array("\u{1B}[m\u{1B}[31mA\u{1B}[m".utf8)], takesBackSingle: true)
    #expect(String(decoding: sent, as: UTF8.self) == "\u{1B}[0;31mA\u{1B}[m")
  }
}
