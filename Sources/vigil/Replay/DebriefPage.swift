import Console
import Replay

/// A debrief for a person, in lines of at most 80 columns: the same lines as on the screen.
struct DebriefPage {
  let lines: [String]

  init(_ debrief: Debrief) {
    let made = DebriefLines(.english, zone: debrief.record.scenario.zone).lines(debrief)
    lines = made.flatMap(Self.lines)
  }

  private static func lines(_ line: DebriefLine) -> [String] {
    let text = Printable.line(line.text)
    switch line.shape {
    case .title: return ["", text]
    case .whole(let indent):
      let margin = String(repeating: " ", count: indent)
      return TextColumns.lines(text, columns: TextColumns.standard - indent).map { margin + $0 }
    case .entry(let label, let width):
      return TextColumns.entry(label, text, indent: 4, label: width)
    }
  }
}
