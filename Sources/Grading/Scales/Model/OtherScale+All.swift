extension OtherScale {
  /// Every other scale, in the order in which they are shown.
  package static let all: [OtherScale] = [
    .lee2014, .penn, .mskcc, .cartoxCRS, .ctcaeCRS, .cartoxCRES, .ctcaeNeuro, .iecHS,
    .icahtEarly, .icahtLate, .thrombocytopeniaEarly, .thrombocytopeniaLate, .ctcaeNeutrophils,
    .ctcaePlatelets, .carHematotox, .easixBefore, .easix, .sEASIX, .mEASIX, .hScore, .news2,
  ]

  /// The scale of that name, in any case and with or without hyphens and spaces.
  package static func named(_ name: String) -> OtherScale? {
    let written = folded(name)
    return all.first { folded($0.name) == written }
  }

  private static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0 != "-" && $0 != " " && $0 != "_" })
  }
}
