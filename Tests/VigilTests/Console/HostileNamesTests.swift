import Foundation
import PseudoTerminals
import Testing

@Suite("Names that command, hide or reorder", .serialized)
struct HostileNamesTests {
  /// What a name may try: to move the cursor, colour, retitle, answer, ring, hide, reorder, pile up.
  static let tricks = [
    "\u{1B}[2J", "\u{1B}[31mred", "\u{1B}]0;owned\u{07}", "\u{1B}]52;c;b3duZWQ=\u{07}", "\u{1B}c",
    "\u{1B}[6n", "\u{1B}P1$r\u{1B}\\", "\u{1B}[?1049l", "\u{1B}(0", "\u{9B}2J", "\u{9D}0;x\u{9C}",
    "\u{90}x\u{9C}", "\u{07}\u{07}", "\u{08}\u{08}", "\r\nB00 nobody", "\ttab", "\u{0B}\u{0C}",
    "\u{0E}\u{0F}", "\u{7F}", "\u{85}", "\u{202E}drawkcab", "\u{202A}\u{202B}\u{202C}\u{202D}",
    "\u{2066}\u{2067}\u{2068}\u{2069}", "\u{200E}\u{200F}\u{061C}", "a\u{200B}b\u{200C}c\u{200D}d",
    "\u{FEFF}bom", "\u{00AD}soft", "\u{2028}line\u{2029}paragraph", "\u{E0041}tag",
    "e\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}", "\u{FE0F}x\u{FE0E}", "👩‍👩‍👧‍👦",
    "\u{1F1E8}\u{1F1F3}",
    "\u{115F}\u{1160}filler", "\u{3164}", "\u{180E}", "\u{034F}", "\u{206A}\u{206F}",
    "\u{FFF9}a\u{FFFB}",
    "%s%n", "$(reboot)", "`id`", "';DROP TABLE event;--", "\u{D7FF}\u{E000}\u{FFFD}",
  ]

  static let names: [String] = (0..<200).map { number in
    let a = tricks[number % tricks.count]
    let b = tricks[(number / tricks.count * 7 + number) % tricks.count]
    return number < tricks.count ? "\(a)\(number)" : "N\(number)\(a)\(b)"
  }

  /// A scalar that acts on a terminal, hides, or reorders what stands beside it.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private func imported(_ desk: Desk) throws {
    let now = Date()
    let early = now.addingTimeInterval(-3 * 86_400).formatted(.iso8601)
    let late = now.addingTimeInterval(-600).formatted(.iso8601)
    var lines: [String] = []
    for (number, name) in Self.names.enumerated() {
      let quoted = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
      let id = "H-\(number)"
      lines += [
        #"{"patient":"\#(id)","kind":"patient","at":"\#(early)","name":\#(quoted),"hospitalNumber":\#(quoted),"diagnosis":\#(quoted)}"#,
        #"{"patient":"\#(id)","kind":"stay","at":"\#(early)","action":"admission","unit":\#(quoted),"bed":\#(quoted)}"#,
        #"{"patient":"\#(id)","kind":"infusion","at":"\#(early)","product":\#(quoted)}"#,
        #"{"patient":"\#(id)","kind":"note","at":"\#(late)","text":\#(quoted)}"#,
        #"{"patient":"\#(id)","kind":"lab","at":"\#(late)","results":[{"code":"IL6","value":874,"unit":"pg/mL"}]}"#,
      ]
    }
    let outcome = try desk.vigil("import", "-", input: Lines.file(lines))
    // A control character is refused with its line; everything else is taken as it is.
    #expect(outcome.status == 1)
    let refused = outcome.messages.split(separator: "\n").filter { $0.contains("line ") }
    #expect(
      !refused.isEmpty && refused.allSatisfy { $0.contains("control character") },
      "\(refused.prefix(3))")
  }

  @Test("Of 200 hostile names in a store not one byte acts on the terminal, on any screen")
  func hostile() throws {
    let desk = try Desk().founded()
    try imported(desk)
    for variables in [["LC_ALL": "C.UTF-8"], ["LC_ALL": "C"]] {
      try desk.onTerminal(["console"], columns: 160, rows: 50, variables: variables) { terminal in
        #expect(terminal.shows("Help", seconds: 30))
        let title = terminal.state.title
        for _ in 0..<20 { terminal.type("\u{1B}[6~") }
        // Each screen in turn, and back.
        for keys in ["\r", "\t", "\t", ">", ">", "?", "\u{1B}", ":", "H-1", "\u{1B}", "w"] {
          terminal.type(keys)
          usleep(150_000)
        }
        #expect(terminal.waits { terminal.text.contains("Help") })
        let text = String(decoding: terminal.received, as: UTF8.self)
        #expect(!text.unicodeScalars.contains(where: Self.isUnsafe))
        #expect(!text.unicodeScalars.contains("\u{FFFD}") || variables["LC_ALL"] != "C")
        #expect(terminal.state.unknown == [])
        #expect(terminal.state.title == title && terminal.state.alternateScreen)
        #expect(!text.contains("\u{1B}]0;owned") && !text.contains("\u{1B}]52;"))
        #expect(!text.contains("\u{1B}[6n"))
        // They are shown as what they are.
        #expect(text.contains("<U+202E>"))
        terminal.type("q")
        #expect(terminal.end() == 0)
      }
    }
  }

  @Test("Read out as lines they are as harmless")
  func plain() throws {
    let desk = try Desk().founded()
    try imported(desk)
    let outcome = try desk.vigil(
      "console", "--plain", input: "H-20\npatient.view\npatient.view\nquit\n")
    #expect(outcome.status == 0)
    for line in outcome.output.split(separator: "\n") {
      #expect(
        !line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || Self.isUnsafe($0) },
        "\(line.debugDescription)")
    }
    #expect(outcome.output.contains("<U+202E>"))
  }
}
