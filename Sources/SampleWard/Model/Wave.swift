/// One bout of illness: a rise, a height and an ebb of inflammation, and what each organ makes of
/// it at its height.
///
/// The latent level goes from 0 to 1000 and drives everything at once; each variable follows with
/// its own lag (`LaboratoryModel`, `BedsideModel`). CRS, a late infection and an IEC-HS-like second
/// wave are all waves, with other proportions.
struct Wave {
  /// When the level leaves 0, reaches 1000, leaves it, and is back at 0.
  var onset: Moment
  var height: Moment
  var ebb: Moment
  var end: Moment

  /// Thousandths of a degree above the patient's own temperature.
  var fever = 2200
  /// mm[Hg] lost, % of saturation lost.
  var pressure = 6
  var saturation = 1
  /// Doublings (thousandths) of interleukin 6; the other cytokines follow in proportion.
  var cytokines = 4500
  /// Doublings (thousandths) of CRP, ferritin, and of the transaminases.
  var crp = 4200
  var ferritin = 2000
  var liver = 900
  /// mg/dL of fibrinogen won in an acute phase, or lost where it is consumed.
  var fibrinogen = 120
  /// Thousandths of the counts taken away at the height.
  var marrow = 0

  func level(at moment: Moment) -> Int {
    if moment <= onset || moment >= end { return 0 }
    if moment < height {
      return FixedPoint.smooth((moment - onset) * 1000 / max(1, height - onset))
    }
    if moment <= ebb { return 1000 }
    return FixedPoint.smooth((end - moment) * 1000 / max(1, end - ebb))
  }

  var window: Window { Window(onset, end) }
}

extension Wave {
  /// A wave in the proportions of a CRS of that worst grade.
  static func crs(
    _ grade: Int, onset: Moment, height: Moment, ebb: Moment, end: Moment
  ) -> Wave {
    let step = min(4, max(1, grade)) - 1
    var wave = Wave(onset: onset, height: height, ebb: ebb, end: end)
    wave.fever = [2100, 2500, 2800, 3000][step]
    wave.pressure = [4, 14, 24, 30][step]
    wave.saturation = [1, 4, 7, 9][step]
    wave.cytokines = [4300, 6200, 7800, 10_600][step]
    wave.crp = [3600, 4600, 5200, 5600][step]
    wave.ferritin = [1300, 2300, 3300, 4200][step]
    wave.liver = [500, 1100, 1800, 2600][step]
    wave.fibrinogen = [160, 120, 40, -60][step]
    return wave
  }

  /// A second wave in the proportions of an IEC-HS-like hyperinflammation: ferritin, transaminases
  /// and consumed fibrinogen out of proportion to the fever.
  static func hyperinflammation(
    onset: Moment, height: Moment, ebb: Moment, end: Moment
  ) -> Wave {
    var wave = Wave(onset: onset, height: height, ebb: ebb, end: end)
    wave.fever = 2400
    wave.pressure = 10
    wave.saturation = 4
    wave.cytokines = 5600
    wave.crp = 3400
    wave.ferritin = 6300
    wave.liver = 3900
    wave.fibrinogen = -280
    wave.marrow = 650
    return wave
  }
}
