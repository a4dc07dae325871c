import Terminal
import Testing

@Suite("Without UTF-8 every sign has a spelling that keeps its meaning")
struct ASCIIFallbackTests {
  @Test(
    "Signs and letters",
    arguments: [
      ("≥38.0 °C", ">=38.0 C"), ("30° head up", "30deg head up"), ("IFN-γ", "IFN-gamma"),
      ("TNF-α", "TNF-alpha"), ("8120 µg/L", "8120 ug/L"), ("ICE 7→6", "ICE 7->6"),
      ("CRS 3▴", "CRS 3^"), ("≤6 L", "<=6 L"), ("DUBOIS, Léa", "DUBOIS, Lea"),
      ("GARCÍA", "GARCIA"), ("Nguyễn", "Nguyen"), ("Straße", "Strasse"), ("Łódź", "Lodz"),
      ("Søren Ærø", "Soren AEro"), ("GROẞ", "GROSS"), ("╭─ Why? ─╮", "+- Why? -+"),
      ("│┊┆┄", "|:|-"), ("▁▃▅█", "_-=#"), ("⡇⠀", ": "), ("…", "~"), ("75–94", "75-94"),
      ("×1", "x1"), ("SpO₂", "SpO2"), ("✓ ✗ ·", "+ x ."), ("山田", "????"), ("Ｄ７", "D 7 "),
      ("Le\u{301}a", "Lea"), ("a\u{1B}b", "a^[b"), ("±0.5", "+/-0.5"),
    ])
  func fallback(_ text: String, _ shown: String) {
    #expect(GlyphSet.ascii.glyphs(text).map(\.text).joined() == shown)
    #expect(GlyphSet.ascii.width(text) == shown.count)
  }

  @Test("Every letter of the Latin tables gives ASCII letters or a question mark")
  func latinTables() {
    for range in [UInt32(0xC0)...0x17F, 0x1E00...0x1EFF] {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let text = GlyphSet.ascii.glyphs(String(scalar)).map(\.text).joined()
        #expect(!text.isEmpty && text.unicodeScalars.allSatisfy(\.isASCII))
      }
    }
    // The ends of both tables, so that no entry is missing or doubled.
    #expect(GlyphSet.ascii.glyphs("ÀſžŸḀỹẞỲ").map(\.text).joined() == "AszYAySSY")
  }

  @Test("A grade drawn with any sign stays the same digit")
  func digitsStay() {
    for digit in "0123456789" {
      #expect(GlyphSet.ascii.glyphs(String(digit)).map(\.text).joined() == String(digit))
    }
  }
}
