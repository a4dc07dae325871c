/// What is normal for a patient of an age, before anything of illness is added.
struct Normals {
  /// /min, /min, mm[Hg].
  var heartRate: Int
  var respiratoryRate: Int
  var systolic: Int
  /// mm[Hg] under which the age makes a pressure low (clinical-rules 1.4).
  var systolicLimit: Int
  /// Thousandths of a degree, axillary, at mid-morning.
  var temperature = 36_500
  /// Per cent on the patient's own support.
  var saturation = 97

  init(age: Int) {
    heartRate = FixedPoint.curve(
      [(1, 118), (2, 110), (5, 96), (9, 86), (12, 80), (16, 74), (60, 74)], at: age)
    respiratoryRate = FixedPoint.curve([(1, 28), (2, 26), (5, 22), (9, 19), (16, 16)], at: age)
    systolic = FixedPoint.curve(
      [(1, 92), (2, 95), (5, 100), (9, 107), (12, 111), (16, 117), (30, 119), (60, 131)], at: age)
    systolicLimit = age >= 10 ? 90 : age >= 1 ? 70 + 2 * age : 70
  }

  /// Differs a little from one person to the next.
  mutating func vary(_ random: inout SeededRandom) {
    heartRate += random.within(-5...5)
    systolic = max(systolicLimit + 14, systolic + random.within(-5...6))
    temperature += random.within(-150...150)
    saturation += random.within(0...1)
  }
}
