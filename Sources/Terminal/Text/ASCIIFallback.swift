/// What stands for a scalar where only ASCII can be shown; every result is ASCII.
enum ASCIIFallback {
  /// The replacement, possibly longer than one character or empty; `nil` where there is none, as
  /// for other scripts.
  static func text(_ scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    switch value {
    case 0x20...0x7E: return String(scalar)
    case 0xC0...0x17F: return letter(latin, value - 0xC0)
    case 0x1E00...0x1EFF: return letter(latinAdditional, value - 0x1E00)
    case 0x2500...0x257F: return boxDrawing(value)
    case 0x2581...0x2588: return ["_", "_", "-", "-", "=", "=", "#", "#"][Int(value - 0x2581)]
    case 0x2800: return " "
    case 0x2801...0x28FF: return ":"
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0).map { String($0) + " " }
    default: return signs[value]
    }
  }

  private static func letter(_ table: [Substring], _ index: UInt32) -> String? {
    let entry = table[Int(index)]
    return entry == "?" ? nil : String(entry)
  }

  private static func boxDrawing(_ value: UInt32) -> String {
    switch value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x254E, 0x254F, 0x2551: "|"
    case 0x250A, 0x250B: ":"
    case 0x2550: "="
    default: "+"
    }
  }

  private static let latin = """
    A A A A A A AE C E E E E I I I I D N O O O O O x O U U U U Y Th ss a a a a a a ae c e e e e i \
    i i i d n o o o o o / o u u u u y th y A a A a A a C c C c C c C c D d D d E e E e E e E e E e \
    G g G g G g G g H h H h I i I i I i I i I i IJ ij J j K k k L l L l L l L l L l N n N n N n n \
    N n O o O o O o OE oe R r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u W w Y y \
    Y Z z Z z Z z s
    """.split(separator: " ")

  private static let latinAdditional = """
    A a B b B b B b C c D d D d D d D d D d E e E e E e E e E e F f G g H h H h H h H h H h I i I i \
    K k K k K k L l L l L l L l M m M m M m N n N n N n N n O o O o O o O o P p P p R r R r R r R r \
    S s S s S s S s S s T t T t T t T t U u U u U u U u U u V v V v W w W w W w W w W w X x X x Y y \
    Z z Z z Z z h t w y ? ? ? ? SS ? A a A a A a A a A a A a A a A a A a A a A a A a E e E e E e E e \
    E e E e E e E e I i I i O o O o O o O o O o O o O o O o O o O o O o O o U u U u U u U u U u U u \
    U u Y y Y y Y y Y y ? ? ? ? ? ?
    """.split(separator: " ")

  // Signs that Vigil's own screens use or that a note is likely to hold. A sign whose loss would
  // change a meaning has a spelling; none shrinks (`≥` to `>`).
  private static let signs: [UInt32: String] = {
    let table = """
      ≥ >= ≤ <= ≠ /= ≈ ~ → -> ← <- ↑ ^ ↓ v ↔ <-> ⇒ => ± +/- × x ÷ / − - ∞ inf √ sqrt ∑ sum
      – - — - ‐ - ‑ - … ~ · . • * ‣ > ‘ ' ’ ' ‚ , “ " ” " „ " « " » " ‹ ' › ' † + ‡ + § S ¶ P
      ° deg µ u μ u α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta κ kappa λ lambda
      π pi ρ rho σ sigma τ tau φ phi χ chi ψ psi ω omega Δ Delta Σ Sigma Ω Ohm Γ Gamma Φ Phi
      ² 2 ³ 3 ¹ 1 ⁰ 0 ⁴ 4 ⁵ 5 ⁶ 6 ⁷ 7 ⁸ 8 ⁹ 9 ⁺ + ⁻ - ₀ 0 ₁ 1 ₂ 2 ₃ 3 ₄ 4 ₅ 5 ₆ 6 ₇ 7 ₈ 8 ₉ 9
      ½ 1/2 ¼ 1/4 ¾ 3/4 ‰ per-mille € EUR £ GBP ¥ JPY ¢ c © (c) ® (R) ™ TM № No ª a º o ¿ ? ¡ !
      ▸ > ▹ > ▶ > ► > ◂ < ◀ < ▴ ^ ▲ ^ △ ^ ▾ v ▼ v ▽ v ● * ○ o ◉ @ ◆ * ◇ o ★ * ■ # □ o ▪ # ▫ o
      ✓ + ✔ + ✗ x ✘ x ░ . ▒ % ▓ # ▌ | ▐ | ▀ " ▄ _ ▏ | ▕ | ⏎ Enter ␣ _ ¦ | ¬ not ´ ' ¨ " ¸ , ¯ -
      """
    let words = table.split(whereSeparator: { $0 == " " || $0 == "\n" })
    var signs: [UInt32: String] = [0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2007: " ", 0x3000: "  "]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      guard let scalar = words[index].unicodeScalars.first else { continue }
      signs[scalar.value] = String(words[index + 1])
    }
    return signs
  }()
}
