import Clinical
import Terminal
import Testing

import Console

@Suite("Forms on screens of every size, and as plain lines")
struct EntryScreenTests {
  // Taking back and acknowledging are opened on something, and an admission has no patient yet:
  // their own tests do that.
  static let kinds = FormKind.allCases.filter { $0.keepsDraft && $0 != .admission }

  private static func open(_ kind: FormKind) -> Bench {
    var bench = Bench(role: [.user, .site].contains(kind) ? .administrator : .physician)
    bench.effects += bench.console.update(.command("enter.\(kind.rawValue)"))
    return bench
  }

  @Test("every form opens by its command and shows two identifiers", arguments: kinds)
  func identifiers(kind: FormKind) {
    let bench = Self.open(kind)
    #expect(bench.form?.kind == kind)
    for (width, height) in [(80, 24), (120, 40), (200, 50), (60, 20)] {
      let screen = bench.screen(width, height)
      #expect(screen.contains("Wang Fang"), "\(width)x\(height)")
      #expect(screen.contains("00884471"), "\(width)x\(height)")
    }
  }

  @Test("no size makes a form fall over, and rows are as wide as the window", arguments: kinds)
  func sizes(kind: FormKind) {
    let bench = Self.open(kind)
    for width in [1, 19, 20, 40, 79, 80, 111, 112, 200] {
      for height in [1, 4, 5, 12, 24, 50] {
        for glyphs in [GlyphSet.unicode, .ascii] {
          let frame = bench.console.frame(
            size: Size(width: width, height: height), capabilities: Capabilities(glyphs: glyphs))
          #expect(frame.buffer.size == Size(width: width, height: height))
        }
      }
    }
  }

  @Test("the field with the focus is always in sight", arguments: kinds)
  func focusInSight(kind: FormKind) {
    var bench = Self.open(kind)
    for _ in 0..<(bench.form?.reading.specs.count ?? 0) {
      let screen = bench.screen(80, 24)
      #expect(screen.contains("▸"), "\(kind) \(bench.form?.focus ?? "")")
      bench.effects = []
      if let open = bench.console.entry.open {
        let ids = open.reading.specs.map(\.id)
        let place = ids.firstIndex(of: open.focus) ?? 0
        bench.console.entry.open?.focus(on: ids[min(place + 1, ids.count - 1)])
      }
    }
  }

  @Test("every field of a form is read out, with its unit", arguments: kinds)
  func plain(kind: FormKind) {
    let bench = Self.open(kind)
    let text = bench.plain.joined(separator: "\n")
    let words = kind == .neuro ? EntryCatalogue.english : bench.console.entryWords
    for spec in bench.form?.reading.specs ?? [] {
      #expect(text.contains(words(spec.label)), "\(spec.id)")
      if !spec.unit.isEmpty { #expect(text.contains(spec.unit), "\(spec.id)") }
    }
  }

  @Test("a whole session reads as text")
  func session() {
    var bench = Bench()
    bench.press("v")
    bench.type("385 78 122/74 16 98 r a")
    let text = bench.plain.joined(separator: "\n")
    #expect(text.contains("Temperature: entered 385 °C; 38.5  fever: 38.0 or more"))
    #expect(text.contains("Oxygen device: entered r; room air"))
    #expect(text.contains("CRS: -- → 1"))
  }

  @Test("every word is there in both languages, with the same places")
  func words() {
    for word in EntryWord.allCases {
      let english = EntryCatalogue.english.texts[word]
      let chinese = EntryCatalogue.simplifiedChinese.texts[word]
      #expect(english?.isEmpty == false, "\(word)")
      #expect(chinese?.isEmpty == false, "\(word)")
      #expect(
        Catalogue.places(in: english ?? "") == Catalogue.places(in: chinese ?? ""), "\(word)")
    }
  }

  @Test("every answer of a field has a key of its own")
  func keys() {
    for kind in Self.kinds {
      for spec in Self.open(kind).form?.reading.specs ?? [] {
        #expect(Set(spec.options.map(\.key)).count == spec.options.count, "\(kind) \(spec.id)")
        #expect(!spec.options.contains { $0.key == "=" || $0.key == "-" })
      }
    }
  }

  @Test("the keys of the forms clash with nothing")
  func keymap() {
    var problems: [String] = []
    _ = Keymap([:], problems: &problems)
    #expect(problems == [])
  }
}
