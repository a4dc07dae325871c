extension Rule {
  /// ASTCT: grade 5 is death due to CRS when no other cause is the principal factor.
  package static let crsDeath = Rule(
    "CRS-DEATH", .crs, .death, 5...5, "death of which CRS is the principal cause",
    source: crsTable, fromMemory: true)
}
