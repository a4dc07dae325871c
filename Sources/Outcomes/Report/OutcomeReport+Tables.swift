extension OutcomeReport {
  /// A table by name, with what makes it and whether it is one line a patient.
  private typealias Maker = (name: String, make: @Sendable (OutcomeReport) -> OutcomeTable)

  // In the order in which they are printed.
  private static let tables: [Maker] = [
    ("overview", { $0.overview }), ("adverse-events", { $0.adverseEvents }),
    ("toxicity", { $0.toxicityTable }), ("response", { $0.responseTable }),
    ("survival", { $0.survivalTable }), ("survival-landmarks", { $0.landmarkTable }),
    ("numbers-at-risk", { $0.atRiskTable }), ("survival-curves", { $0.curveTable }),
    ("competing-risks", { $0.competingRisksTable }),
    ("proliferation", { $0.proliferation }), ("kinetics", { $0.kineticsTable }),
    ("cytokines", { $0.cytokineTable }), ("cytokines-by-visit", { $0.cytokinesByVisit }),
    ("cd7", { $0.cd7Table }), ("cd7-by-visit", { $0.cd7ByVisit }),
    ("concordance", { $0.concordanceTable }),
  ]

  private static let listings: [Maker] = [
    ("patients", { $0.patientListing }), ("adverse-events-listing", { $0.adverseEventListing }),
    ("toxicity-listing", { $0.toxicityListing }), ("grades-by-day", { $0.gradesByDay }),
    ("response-listing", { $0.responseListing }), ("survival-listing", { $0.survivalListing }),
    ("milestones", { $0.milestones }), ("samples", { $0.sampleListing }),
    ("kinetics-listing", { $0.kineticsListing }), ("cytokines-listing", { $0.cytokineListing }),
    ("cd7-listing", { $0.cd7Listing }), ("concordance-listing", { $0.concordanceListing }),
  ]

  /// The names that `table(named:)` knows, tables before listings.
  package static let tableNames = tables.map(\.name)
  package static let listingNames = listings.map(\.name)

  package func table(named name: String) -> OutcomeTable? {
    (Self.tables + Self.listings).first { $0.name == name }?.make(self)
  }

  /// All tables, and with `listings` the lines of each patient behind them.
  package func tables(listings: Bool) -> [OutcomeTable] {
    (Self.tables + (listings ? Self.listings : [])).map { $0.make(self) }
  }
}
