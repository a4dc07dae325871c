/// What the columns of a table mean, as far as somebody has said it.
package struct TableDraft: Sendable, Hashable {
  package enum Layout: String, Sendable, CaseIterable {
    /// One result a line.
    case long
    /// One variable a column.
    case wide
  }

  /// What a column can be; `code`, `value` and `unit` only of a long table.
  package enum Place: String, Sendable, CaseIterable {
    case patient, time, clock, code, value, unit
  }

  /// What a test, or a column of a wide table, is.
  package struct Variable: Sendable, Hashable {
    /// `IL6`, `temperature`, `X:Anti-HLA`.
    package var code: String
    /// Of values without a unit of their own.
    package var unit: String?

    package init(code: String, unit: String? = nil) {
      self.code = code
      self.unit = unit
    }
  }

  /// As it was typed.
  package var file: String
  package var layout: Layout?
  package var columns: [Place: String] = [:]
  /// By the test's name, or by the heading of a wide table.
  package var variables: [String: Variable] = [:]
  /// `day-month-year`; `nil` refuses dates that cannot be told apart.
  package var dateOrder: String?
  package var decimal: String?
  package var thousands: String?
  /// Lines before the headings.
  package var skip = 0

  package init(file: String) { self.file = file }

  /// The places that the layout has, in order, and whether each must be said.
  package var places: [(place: Place, isRequired: Bool)] {
    let common: [(Place, Bool)] = [(.patient, true), (.time, true), (.clock, false)]
    switch layout {
    case nil: return []
    case .wide: return common
    case .long: return common + [(.code, true), (.value, true), (.unit, false)]
    }
  }

  /// The first place that must be said and was not.
  package var missing: Place? {
    places.first { $0.isRequired && columns[$0.place] == nil }?.place
  }
}

/// A variable that a column can be.
package struct TableVariable: Sendable, Hashable {
  package var code: String
  package var label: String
  /// Units that fit it, the usual one first.
  package var units: [String]

  package init(code: String, label: String, units: [String]) {
    self.code = code
    self.label = label
    self.units = units
  }
}

/// A table as it is understood by a draft: what an import would do.
package struct TablePreview: Sendable, Hashable {
  /// One line of the file.
  package struct Line: Sendable, Hashable {
    package var number: Int
    /// What would be stored, in words; or why it is refused.
    package var text: String
    package var isRefused: Bool

    package init(number: Int, text: String, isRefused: Bool) {
      self.number = number
      self.text = text
      self.isRefused = isRefused
    }
  }

  /// The headings, a repeated one with its number.
  package var names: [String] = []
  /// The first text that stands in each column.
  package var samples: [String: String] = [:]
  /// The tests of a long table by what it calls them.
  package var tests: [String] = []
  package var variables: [TableVariable] = []
  /// The character set.
  package var encoding = ""
  /// Why nothing of it can be read as it stands.
  package var problem: String?
  /// The first lines, and the refused ones.
  package var lines: [Line] = []
  package var refused: [Line] = []
  package var lineCount = 0
  package var refusedCount = 0
  package var newEvents = 0
  package var alreadyThere = 0
  /// True where the mapping of an earlier time was found beside the file.
  package var hasSavedMapping = false

  package init() {}
}

/// The table that somebody is about to import.
package struct TableWork: Sendable {
  package var draft: TableDraft?
  package var preview: TablePreview?
  /// The id of the chosen row.
  package var selected: String?
  /// True where the refused lines are shown instead of the first ones.
  package var showsRefused = false
  /// Lines of the file that were scrolled past.
  package var scroll = 0
  /// True while it is read, saved or stored.
  package var isBusy = false

  package init() {}
}
