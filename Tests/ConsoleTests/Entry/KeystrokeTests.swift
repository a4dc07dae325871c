import Clinical
import Console
import Foundation
import Terminal
import Testing

/// What writing down costs in keys, counted on the forms themselves; the README holds the table.
@Suite("Keys that an entry takes")
struct KeystrokeTests {
  private struct Entry {
    let what: String
    /// The key, or the command, that opens the form; not counted, as the form is then open.
    let opens: String
    /// What is typed; names of keys in angle brackets.
    let keys: String
    let kinds: [EventKind]
    var role = Clinical.Role.nurse
    var birth = "1997-05-02"
    var earlier: [(Instant, Content)] = []
  }

  private static let pressor: (Instant, Content) = (
    Bench.now - .hours(5),
    .vasopressor(
      Vasopressor(
        agent: .norepinephrine, action: .start, rate: Quantity(1, .microgramPerKilogramMinute)))
  )

  private static let entries: [Entry] = [
    Entry(
      what: "a complete normal set of vital signs", opens: "v",
      keys: "368 78 122/74 16 98 r a<Enter>", kinds: [.vitals, .oxygen, .consciousness]),
    Entry(
      what: "a sick one, on a cannula, the pressure typed again", opens: "v",
      keys: "384 118 82/50 22 93 n4 a<Enter>82<Enter>",
      kinds: [.vitals, .oxygen, .consciousness]),
    Entry(what: "ICE, ten items", opens: "i", keys: "1111111111<F2>", kinds: [.ice]),
    Entry(what: "ICE not done, asleep", opens: "i", keys: "<S-Tab>a<F2>", kinds: [.ice]),
    Entry(
      what: "CAPD, eight items, a child", opens: "i", keys: "00000000<F2>", kinds: [.capd],
      birth: "2019-05-02"),
    Entry(what: "oxygen changed, 4 L/min", opens: "o", keys: "n4<F2>", kinds: [.oxygen]),
    Entry(
      what: "a bolus of 500 mL for hypotension", opens: "b", keys: "500<Enter>h<F2>",
      kinds: [.fluidBolus]),
    Entry(
      what: "norepinephrine started, with its rate", opens: "P", keys: "ne<Enter>s0.08<F2>",
      kinds: [.vasopressor]),
    Entry(
      what: "its rate changed", opens: "P", keys: "ne<Enter>c0.1<F2>", kinds: [.vasopressor],
      earlier: [pressor]),
    Entry(
      what: "its end", opens: "P", keys: "ne<Enter>x<F2>", kinds: [.vasopressor],
      earlier: [pressor]),
    Entry(
      what: "tocilizumab 480 mg", opens: "m", keys: "toci<Enter>480<F2>", kinds: [.medication]),
    Entry(
      what: "paracetamol 1 g", opens: "m", keys: "paracetamol<Enter>1 g<F2>",
      kinds: [.medication]),
    Entry(
      what: "the same in one line", opens: "e", keys: "paracetamol 1 g<Enter>",
      kinds: [.medication]),
    Entry(
      what: "IL-6 and CRP in one line", opens: "e", keys: "lab IL6 874 lab CRP 120<Enter>",
      kinds: [.lab]),
    Entry(
      what: "vital signs not done, asleep", opens: "-", keys: "va<F2>", kinds: [.notDone]),
    Entry(
      what: "a grade confirmed", opens: "y", keys: "c1<F2>", kinds: [.adjudication],
      role: .physician,
      earlier: [
        (
          Bench.moment("2026-03-07", 13),
          .vitals(
            Vitals(
              temperature: Quantity(DecimalNumber(tenths: 385), .celsius),
              systolic: Quantity(120, .millimetreOfMercury), spo2: Quantity(97, .percent)))
        )
      ]),
    Entry(
      what: "a cause named", opens: "A", keys: "foline infection<F2>",
      kinds: [.attribution], role: .physician),
    Entry(what: "another bed", opens: "B", keys: "tB09<F2>", kinds: [.stay]),
  ]

  /// The keys of an entry, one by one.
  private static func keys(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"),
        let key = try? Key(name: String(rest[rest.index(after: rest.startIndex)..<end]))
      {
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest.removeFirst()
      }
    }
    return keys
  }

  private static func shown(_ keys: [Key]) -> String {
    var parts: [String] = []
    var text = ""
    for key in keys {
      if let letter = key.text {
        text.append(letter)
      } else {
        if !text.isEmpty { parts.append("`\(text)`") }
        text = ""
        parts.append(key.name)
      }
    }
    if !text.isEmpty { parts.append("`\(text)`") }
    return parts.joined(separator: " ")
  }

  private static var table: String {
    let rows = entries.map { entry in
      let keys = keys(entry.keys)
      return "| \(entry.what) | `\(entry.opens)` | \(shown(keys)) | \(keys.count) |"
    }
    return (["| entry | opened by | typed | keys |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n")
  }

  @Test("what is typed is saved, and as what it is", arguments: entries.indices)
  func saved(_ index: Int) {
    let entry = Self.entries[index]
    var bench = Bench(birth: entry.birth, role: entry.role, entry.earlier)
    bench.press(entry.opens)
    for key in Self.keys(entry.keys) {
      bench.effects += bench.console.update(.terminal(.key(key)))
    }
    #expect(
      bench.contents.map(\.kind) == entry.kinds,
      "\(entry.what): \(bench.notice.map { "\($0)" } ?? "") \(bench.screen())")
  }

  @Test("a complete normal set of vital signs takes 24 keys, and ICE eleven")
  func bars() throws {
    let counts = Self.entries.map { Self.keys($0.keys).count }
    #expect(counts[0] == 24)
    #expect(counts[2] == 11)
  }

  @Test("the README's table is what was counted; VIGIL_UPDATE_GOLDENS=1 writes it anew")
  func readme() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")
    var text = try String(contentsOf: file, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- keystrokes -->\n"))
    let end = try #require(text.range(of: "\n<!-- end of keystrokes -->"))
    let place = begin.upperBound..<end.lowerBound
    if ProcessInfo.processInfo.environment["VIGIL_UPDATE_GOLDENS"] != nil {
      text.replaceSubrange(place, with: Self.table)
      try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[place] == Self.table)
    }
  }
}
