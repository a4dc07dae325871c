import Terminal
import Testing

@Suite("A role looks like itself at every depth of colour")
struct LookTests {
  private let theme = Theme.builtIn

  @Test(
    "Grades differ without colour, and with eight, sixteen and 256 colours",
    arguments: ColourDepth.allCases)
  func grades(_ depth: ColourDepth) {
    let looks = Role.grades.map { theme.look(Style($0), depth: depth) }
    #expect(Set(looks).count == 6)
  }

  @Test("Without colour nothing but attributes is asked of the terminal")
  func mono() {
    for role in Role.allCases {
      for ground in Ground.allCases {
        let look = theme.look(Style(role, on: ground), depth: .none)
        #expect(look.foreground == nil && look.background == nil)
      }
    }
  }

  @Test("The chosen row is seen without colour, and a reversed grade in it still stands out")
  func monoSelection() {
    let row = theme.look(Style(.text, on: .selection), depth: .none).attributes
    let grade = theme.look(Style(.grade4, on: .selection), depth: .none).attributes
    #expect(row.contains(.reverse))
    #expect(!grade.contains(.reverse))
    #expect(theme.look(Style(.selection, on: .selection), depth: .none).attributes == row)
  }

  @Test("A grade keeps its ground on the chosen row, a name takes that of the row")
  func grounds() {
    let grade = theme.look(Style(.grade3), depth: .palette)
    #expect(
      theme.look(Style(.grade3, on: .selection), depth: .palette).background == grade.background)
    let name = theme.look(Style(.text, on: .selection), depth: .palette)
    #expect(name.background == theme.look(Style(.selection), depth: .palette).background)
    #expect(name.background != theme.look(Style(.text), depth: .palette).background)
  }

  @Test("Eight colours: numbers 0 to 7, text never in the colour of its ground")
  func eight() {
    for role in Role.allCases {
      for ground in Ground.allCases {
        let look = theme.look(Style(role, on: ground), depth: .eight)
        #expect((look.foreground ?? 0) < 8 && (look.background ?? 0) < 8)
        #expect(look.foreground == nil || look.foreground != look.background, "\(role)")
      }
    }
  }

  @Test("The nearest of the fixed colours")
  func nearest() {
    for index in UInt8(16)...255 {
      let (red, green, blue) = Colour.index(index).components
      let nearest = Colour.rgb(red, green, blue).nearestIndex
      #expect(Colour.index(nearest).components == Colour.index(index).components)
    }
    #expect(Colour.rgb(254, 176, 2).nearestIndex == 214)
    #expect(Colour.rgb(250, 10, 10).nearestBasic == .brightred)
    #expect(Colour(hex: "#ffaf00") == .rgb(255, 175, 0))
    for bad in ["ffaf00", "#ffaf0", "#ffaf0g", "#ffaf000", "", "#+fff00"] {
      #expect(Colour(hex: bad) == nil, "\(bad)")
    }
  }

  @Test("At full depth no colour is taken for one of the first eight")
  func direct() {
    let theme = Theme(
      name: "x", summary: "",
      looks: Dictionary(
        uniqueKeysWithValues: Role.allCases.map {
          ($0, RoleLook(foreground: .rgb(0, 0, 5), background: .colour(.rgb(0, 0, 0))))
        }))
    let look = theme?.look(.plain, depth: .direct)
    #expect(look?.foreground == 8)
    #expect(look?.background == 0)
  }

  @Test("Contrast as WCAG gives it: 21 for black on white, 4.48 for #777 on white")
  func contrast() {
    let white = LinearLight(.rgb(255, 255, 255))
    #expect(LinearLight(.rgb(0, 0, 0)).contrast(with: white) == 21)
    let grey = LinearLight(.rgb(0x77, 0x77, 0x77)).contrast(with: white)
    #expect(abs(grey - 4.478) < 0.001)
  }

  @Test("Red and green of one lightness are alike without green vision; blue and orange are not")
  func vision() {
    func apart(_ a: Colour, _ b: Colour) -> Double {
      let x = LinearLight(a).seen(with: .deuteranopia)
      let y = LinearLight(b).seen(with: .deuteranopia)
      return abs(x.red - y.red) + abs(x.green - y.green) + abs(x.blue - y.blue)
    }
    #expect(apart(.rgb(190, 60, 0), .rgb(110, 110, 0)) < 0.1)
    #expect(apart(.rgb(0, 90, 200), .rgb(230, 150, 0)) > 0.5)
  }

  @Test(
    "Looks in words",
    arguments: [
      ("", Attributes(), nil, nil), ("bold", .bold, nil, nil), ("252", [], "252", nil),
      ("bold underline 16 on 214", [.bold, .underline], "16", "214"), ("on 24", [], nil, "24"),
      ("#ffaf00 on default", [], "#ffaf00", "default"),
    ] as [(String, Attributes, Substring?, Substring?)])
  func words(_ text: String, _ attributes: Attributes, _ fg: Substring?, _ bg: Substring?) throws {
    let look = try LookText(text)
    #expect(look.attributes == attributes)
    #expect(look.foreground == fg)
    #expect(look.background == bg)
  }

  @Test(
    "Words that say nothing are refused",
    arguments: ["bold bold", "16 on", "16 17", "16 on 17 bold"])
  func refused(_ text: String) {
    #expect(throws: LookTextError.self) { try LookText(text) }
  }
}
