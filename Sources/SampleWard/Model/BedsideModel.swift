import Clinical

/// Vital signs from the waves of a script, the treatment in force, the hour and autocorrelated
/// noise. Readings must be asked for in the order of time.
struct BedsideModel {
  private let script: PatientScript
  private let normals: Normals
  private var random: SeededRandom
  /// Spells of fever come and go with a period of the patient's own, in minutes.
  private let spell: Int
  private let spellOffset: Int
  private let antipyretics: [Moment]
  private let suppressants: [Moment]
  private var last: Moment?
  // Noise carried from one reading to the next, in thousandths of each unit.
  private var drift = [0, 0, 0, 0, 0]

  init(_ script: PatientScript, random: SeededRandom) {
    self.script = script
    self.random = random
    var normals = Normals(age: script.age)
    normals.vary(&self.random)
    normals.saturation += script.saturationShift
    self.normals = normals
    spell = self.random.within(640...960)
    spellOffset = self.random.within(0...999)
    antipyretics = script.given(.antipyretic)
    suppressants = script.given(.anticytokine) + script.given(.corticosteroid)
  }

  /// One round of vital signs.
  mutating func vitals(at moment: Moment) -> Vitals {
    advance(to: moment)
    let temperature = temperature(at: moment)
    let systolic = systolic(at: moment)
    let excess = max(0, temperature - 36_900)
    let isLow = systolic < normals.systolicLimit + 6
    let saturation = saturation(at: moment)
    let heart =
      normals.heartRate + excess * 10 / 1000 + (isLow ? 14 : 0)
      + rhythm(at: moment, amplitude: 5) + drift[1] / 1000
    let breaths =
      normals.respiratoryRate + excess * 2 / 1000 + max(0, 95 - saturation)
      + drift[4] / 1000
    let diastolic = systolic * 60 / 100 + drift[1] / 2000 + random.within(-2...2)
    return Vitals.round(
      (temperature + 50) / 100, max(45, heart), systolic, min(diastolic, systolic - 16),
      max(10, breaths), saturation)
  }

  private mutating func advance(to moment: Moment) {
    let hours = last.map { max(0, moment - $0) * 10 / 60 } ?? 1000
    last = moment
    // About a tenth of the noise is forgotten each hour.
    let kept = max(0, 1000 - hours * 12)
    let fresh = 1000 - kept
    let deviations = [130, 4500, 3800, 600, 1300]
    for (n, deviation) in deviations.enumerated() {
      drift[n] = drift[n] * kept / 1000 + random.spread(deviation) * (300 + fresh * 7 / 10) / 1000
    }
  }

  /// The day's rhythm: lowest about 04:00, highest about 16:00.
  private func rhythm(at moment: Moment, amplitude: Int) -> Int {
    FixedPoint.sine((moment.minuteOfDay - 600) * 1000 / 1440) * amplitude / 1000
  }

  private func temperature(at moment: Moment) -> Int {
    var fever = 0
    var inWave = false
    for wave in script.waves {
      let level = wave.level(at: moment)
      guard level > 0 else { continue }
      inWave = true
      let damped = wave.fever * level / 1000 * effectLeft(of: suppressants, in: wave, at: moment)
      fever = max(fever, damped / 1000)
    }
    // Fever comes in spells.
    let swing = FixedPoint.sine(moment.minutes * 1000 / spell + spellOffset)
    fever = fever * (840 + swing * 160 / 1000) / 1000
    for dose in antipyretics {
      let since = moment - dose
      guard (0..<390).contains(since) else { continue }
      let effect = FixedPoint.curve([(0, 0), (75, 1000), (240, 1000), (390, 0)], at: since)
      fever = fever * (1000 - effect * 68 / 100) / 1000
    }
    let value =
      normals.temperature + fever + rhythm(at: moment, amplitude: 260) + drift[0]
    return max(35_700, inWave ? min(value, 40_600) : min(value, 37_740))
  }

  /// What is left of a wave's fever after drugs that quench it, in thousandths: each dose takes
  /// about half within ten hours.
  private func effectLeft(of doses: [Moment], in wave: Wave, at moment: Moment) -> Int {
    var left = 1000
    for dose in doses where dose >= wave.onset && dose <= moment {
      let effect = FixedPoint.smooth((moment - dose) * 1000 / 600)
      left = left * (1000 - effect * 28 / 100) / 1000
    }
    return left
  }

  private mutating func systolic(at moment: Moment) -> Int {
    let limit = normals.systolicLimit
    if let low = script.lowPressure.first(where: { $0.window.contains(moment) }) {
      return min(limit - 1, limit - low.by + drift[2] / 2500)
    }
    let lost = script.waves.map { $0.pressure * $0.level(at: moment) / 1000 }.max() ?? 0
    var value =
      normals.systolic - lost + rhythm(at: moment, amplitude: 5) + drift[2] / 1000
    if script.isOnVasopressor(at: moment) { value = min(value, limit + 22) }
    // What is not scripted as low stays clear of the limit.
    return max(value, limit + 4 + abs(drift[2]) / 1000 + random.within(0...3))
  }

  private mutating func saturation(at moment: Moment) -> Int {
    if let low = script.lowSaturation.first(where: { $0.window.contains(moment) }) {
      return low.value
    }
    let lost = script.waves.map { $0.saturation * $0.level(at: moment) / 1000 }.max() ?? 0
    var value = normals.saturation - lost + drift[3] / 1000
    let state = script.oxygen(at: moment)
    if let state, state.device != .roomAir {
      value = max(value, 93 + random.within(0...1)) + (lost > 3 ? 1 : 0)
      return min(99, max(92, value))
    }
    return min(100, max(value, 92 + random.within(0...1)))
  }
}
