/// What a cell means; a theme says how it looks. Code draws roles, never colours.
///
/// The name of a case is the name that a theme file uses. A role never carries meaning alone: the
/// text says it too, so that a screen reads the same without colour.
package enum Role: UInt8, Sendable, CaseIterable {
  // Text.
  /// Ordinary text; its background is the background of the whole screen.
  case text
  /// Less important text: units, ages, sources.
  case dim
  /// Names beside values and heads of columns.
  case label
  /// Heads of groups.
  case heading
  /// What a person must not miss in running text.
  case strong

  // The bar on top.
  case title
  case titleDim
  /// The patient in the title.
  case titleSubject
  /// The mark of invented data.
  case demoMark
  /// The mark of a state of the screen: course as known at another time, training, read-only.
  case modeMark
  /// The title when the feed of data has stopped.
  case titleStopped

  // Boxes, keys, lists.
  case frame
  case frameTitle
  /// The box that has the focus.
  case frameFocus
  case key
  case keyLabel
  case tab
  case tabSelected
  /// The chosen row.
  case selection
  /// The chosen day or moment on an axis.
  case cursor
  /// Letters that match a search.
  case match
  case scroll

  // Grades.
  case grade0
  case grade1
  case grade2
  case grade3
  case grade4
  case grade5
  /// Not assessed, or not gradable.
  case gradeUnknown
  /// A day or hour that has not come.
  case future

  // Alerts and duties.
  /// Highest priority, `***`.
  case alert1
  /// Middle priority, `**`.
  case alert2
  /// Lowest priority, `*`.
  case alert3
  /// Ended or acknowledged.
  case alertQuiet
  case due
  case overdue

  // Values.
  case value
  /// Outside the patient's limits.
  case valueOut
  /// Older than it should be.
  case stale
  /// Not recorded, not done.
  case missing
  /// Corrected or retracted.
  case struck

  // Entry.
  case field
  case fieldFocus
  case fieldRefused
  /// Kept but not yet saved.
  case draft

  // Messages.
  case notice
  case warning
  case failure

  // Plots.
  case axis
  /// A threshold line.
  case limit
  /// The line of the present moment.
  case now
  /// A treatment on the day axis.
  case mark
  /// A reference interval.
  case band
  case series1
  case series2
  case series3
  case series4
  /// The part of a series beyond its limit.
  case seriesOut
  /// A value beyond what the laboratory can quantify.
  case censored

  /// The role of a grade 0 to 5; `gradeUnknown` for anything else.
  package static func grade(_ grade: Int?) -> Role {
    switch grade {
    case 0: .grade0
    case 1: .grade1
    case 2: .grade2
    case 3: .grade3
    case 4: .grade4
    case 5: .grade5
    default: .gradeUnknown
    }
  }

  /// The roles of the grades, in order.
  package static let grades: [Role] = [.grade0, .grade1, .grade2, .grade3, .grade4, .grade5]

  /// The role of a series of a panel, counted from 0, in turn.
  package static func series(_ index: Int) -> Role {
    [.series1, .series2, .series3, .series4][((index % 4) + 4) % 4]
  }

  /// One letter or sign for the role, for screens kept as text: the style plane of a golden file.
  package var code: Character {
    Self.codes[index]
  }

  /// The name that theme files use: `grade3`.
  package var name: String { Self.names[index] }

  /// The role of that name, if there is one.
  package init?(name: String) {
    guard let role = Self.byName[name] else { return nil }
    self = role
  }

  // Printing a case asks for its metadata, which is slow: once for all.
  private static let names = allCases.map { "\($0)" }
  private static let byName = Dictionary(
    zip(names, allCases), uniquingKeysWith: { first, _ in first })

  /// The place of the role in `allCases`.
  var index: Int { Int(rawValue) }

  // In the order of the cases, a group a string.
  private static let codes = Array(
    " dlhs" + "TtSDMX" + "|f#kKuUv+/:" + "012345-." + "ABCqoO" + "nNyz~" + "eEFw" + "iWZ"
      + "xL!mb" + "GHIJ*c")
}
