import Clinical
import Grading
package import Outcomes

/// The Trial screen: the endpoints as they were read, which figure is in front, which line is chosen.
package struct TrialState: Sendable {
  /// What stands in front.
  package enum Part: String, CaseIterable, Sendable {
    case overview, swimmer, survival, grades, cytokines, expansion, events, concordance
  }

  /// The lines of patients behind a line of a figure.
  package struct Behind: Sendable {
    package var table: OutcomeTable
    package var row = 0
  }

  private var reading: TrialReading?
  // What came while lines of the one before stood open.
  private var pending: TrialReading?
  /// Why they could not be read, where they could not.
  private(set) var failure: String?
  package var part = Part.overview
  package private(set) var behind: Behind?
  /// True while the patient in front was opened from here.
  package var hasOpened = false
  /// True where the grades are those of ICANS.
  var showsICANS = false
  private var rows: [Part: Int] = [:]

  package init() {}

  /// `nil` until they have been read.
  package var report: OutcomeReport? { reading?.report }

  /// Takes over what was read; what is chosen stays. Lines that stand open are of the reading before,
  /// and so is all that is shown until they are closed.
  package mutating func take(_ reading: TrialReading) {
    failure = nil
    if behind == nil { self.reading = reading } else { pending = reading }
  }

  /// What was read before stays.
  mutating func fail(_ text: String) { failure = text }

  /// It is being read again: an earlier failure says nothing any more.
  mutating func begin() { failure = nil }

  mutating func open(_ table: OutcomeTable) { behind = Behind(table: table) }

  /// Closes the lines of patients.
  mutating func close() {
    behind = nil
    if let pending { reading = pending }
    pending = nil
  }

  /// Chooses one of the lines of patients.
  mutating func choose(behind row: Int) { behind?.row = row }

  func table(_ name: String) -> OutcomeTable? { reading?.table(name) }

  /// The table of the figure in front that has the lines which can be chosen.
  var main: OutcomeTable? { TrialReading.tables(of: part).first.flatMap(table) }

  /// The lines of the figure in front, as places in its first table.
  package var lines: [Int] { reading?.lines(of: part, showsICANS: showsICANS) ?? [] }

  /// Which of `lines` is chosen.
  package var row: Int {
    get { max(0, min(rows[part] ?? 0, lines.count - 1)) }
    set { rows[part] = newValue }
  }

  /// The chosen line's place in the figure's first table.
  var chosen: Int? {
    let lines = lines
    let row = row
    return lines.indices.contains(row) ? lines[row] : nil
  }
}
