import Clinical
import Testing

@Suite("What a laboratory code is called")
struct LabLabelTests {
  @Test(
    "A known variable by its label; a code of the ward's own without its prefix alone",
    arguments: [
      ("IL6", "IL-6"), ("CARABS", "CAR+ T cells"), ("X:Anti-HLA", "Anti-HLA"),
      ("X:XIII", "XIII"), ("X::a", ":a"), ("X:", ""), ("XIII", "XIII"),
    ])
  func labels(_ code: String, _ label: String) {
    #expect(LabVariable.label(ofCode: code) == label)
  }
}
