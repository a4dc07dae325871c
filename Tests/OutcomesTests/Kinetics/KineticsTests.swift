import Testing

@testable import Outcomes

@Suite("Kinetics by PKNCA's conventions")
struct KineticsTests {
  @Test("Indometh: Cmax, Tmax, Clast, Tlast, areas, lambda-z and half-life of six subjects")
  func published() throws {
    for subject in PublishedKinetics.indometh {
      let samples = zip(PublishedKinetics.times, subject.concentrations).map { Sample($0, $1) }
      let kinetics = Kinetics(samples)
      let what = "subject \(subject.id)"
      #expect(kinetics.n == 11)
      #expect(kinetics.cmax == subject.cmax, "\(what)")
      #expect(kinetics.tmax == subject.tmax, "\(what)")
      #expect(kinetics.clast == subject.clast, "\(what)")
      #expect(kinetics.tlast == subject.tlast, "\(what)")
      expectSame(kinetics.aucLast, subject.aucLast, "AUClast of \(what)")
      expectSame(
        ConcentrationCurve(samples)?.area(to: 6), subject.auc0to6, "AUC0-6 of \(what)")
      expectSame(kinetics.lambdaZ, subject.lambdaZ, "lambda-z of \(what)")
      expectSame(kinetics.halfLife, subject.halfLife, "half-life of \(what)")
      let after = samples.filter { $0.time > subject.tmax }.compactMap { sample in
        sample.concentration.map { (time: sample.time, concentration: $0) }
      }
      let slope = try TerminalSlope(after)
      #expect(slope.points == subject.points, "\(what)")
      expectSame(slope.adjustedRSquared, subject.adjustedRSquared, "R² of \(what)")
    }
  }

  private func kinetics(_ samples: [(Double, Double?)]) -> Kinetics {
    Kinetics(samples.map { Sample($0.0, $0.1) })
  }

  @Test("without a sample at time 0 the curve begins at 0; with one at what it says")
  func timeZero() {
    #expect(kinetics([(1, 4), (2, 4)]).aucLast == 6.0)
    #expect(kinetics([(0, 2), (1, 4), (2, 4)]).aucLast == 7.0)
    // What was drawn before the infusion is no part of the profile.
    let early = kinetics([(-1, 9), (1, 4), (2, 4)])
    #expect(early.n == 2)
    #expect(early.cmax == 4)
    #expect(early.aucLast == 6)
  }

  @Test("below the limit: 0 before the first quantifiable sample, left out between, ignored after")
  func belowLimit() {
    #expect(kinetics([(1, nil), (2, 4), (3, 4)]).aucLast == 6.0)
    // Between 4 and 4 the curve is straight: what lies there is left out, not 0.
    #expect(kinetics([(1, 4), (2, nil), (3, 4)]).aucLast == 10.0)
    let after = kinetics([(1, 4), (2, nil), (3, nil)])
    #expect(after.aucLast == 2)
    #expect(after.tlast == 1)
    #expect(after.persistence == Kinetics.Persistence(days: 1, isCensored: false))
  }

  @Test("linear up, logarithmic on every fall, linear where a value is 0")
  func areas() throws {
    // Up from 0 to 8, down to 2 and up again to 4, down to 1.
    let known = 4 + 6 / log4 + 3 + 3 / log4
    expectSame(kinetics([(1, 8), (2, 2), (3, 4), (4, 1)]).aucLast, known)
    // After the last quantifiable sample straight down to 0, where the limit lies beyond.
    let curve = try #require(ConcentrationCurve([Sample(0, 0), Sample(2, 4), Sample(4, nil)]))
    #expect(curve.area(to: 4) == 8.0)
    #expect(curve.area(to: 3) == 7.0)
    #expect(curve.area(to: 9) == 8)
    #expect(curve.area == 4)
  }

  private var log4: Double { 1.3862943611198906 }

  @Test("an area to a limit is interpolated around it: straight on a rise, as a power on a fall")
  func limits() throws {
    let rise = try #require(ConcentrationCurve([Sample(0, 0), Sample(4, 8)]))
    #expect(rise.area(to: 2) == 4)
    #expect(rise.area(to: 4) == 16)
    let fall = try #require(ConcentrationCurve([Sample(0, 8), Sample(2, 2)]))
    // At day 1 the fall is at 4.
    expectSame(fall.area(to: 1), 4 / (log4 / 2))
  }

  @Test(
    "the last sample is earlier than the limit: given where it is below the limit of quantification, else not, and says why"
  )
  func shortProfile() {
    let positive = kinetics([(1, 4), (20, 2)])
    #expect(positive.auc0to28 == nil)
    #expect(
      positive.reason("auc0to28") == "the last sample is before day 28 and still quantifiable")
    #expect(positive.persistence == Kinetics.Persistence(days: 20, isCensored: true))
    let gone = kinetics([(1, 4), (20, 2), (24, nil)])
    #expect(gone.auc0to28 != nil)
    #expect(gone.reason("auc0to28") == nil)
    #expect(gone.auc0to28 == gone.auc0to90)
  }

  @Test("all below the limit: nothing is given, nothing is 0, and everything says why")
  func allBelow() {
    let none = kinetics([(1, nil), (7, nil)])
    #expect(none.n == 2)
    #expect(none.cmax == nil && none.tmax == nil && none.clast == nil && none.tlast == nil)
    #expect(none.aucLast == nil && none.auc0to28 == nil && none.auc0to90 == nil)
    #expect(none.lambdaZ == nil && none.halfLife == nil && none.persistence == nil)
    #expect(none.reasons.count == 10)
    #expect(none.reason("cmax") == "no sample is above the limit of quantification")
    #expect(kinetics([]).reason("cmax") == "no sample")
  }

  @Test("a rising profile has no terminal slope; two samples after Tmax are too few")
  func noSlope() {
    let rising = kinetics([(1, 1), (2, 2), (3, 4), (4, 8)])
    #expect(rising.tmax == 4)
    #expect(rising.lambdaZ == nil)
    #expect(rising.reason("halfLife") == "0 quantifiable samples after Tmax, at least 3 are needed")
    let few = kinetics([(1, 9), (2, 4), (3, 2), (4, nil), (5, nil)])
    #expect(few.reason("lambdaZ") == "2 quantifiable samples after Tmax, at least 3 are needed")
    let flat = kinetics([(1, 9), (2, 4), (3, 4), (4, 4)])
    #expect(flat.reason("lambdaZ") == "the samples after Tmax do not fall")
    let up = kinetics([(1, 9), (2, 1), (3, 2), (4, 4)])
    #expect(up.reason("lambdaZ") == "the samples after Tmax do not fall")
  }

  @Test("halving every day: lambda-z is ln 2, the half-life a day, whatever the samples' order")
  func halving() {
    let fall = kinetics([(4, 4), (1, 16), (2, 16), (3, 8), (5, 2), (6, 1)])
    #expect(fall.tmax == 1, "the first of ties")
    expectSame(fall.lambdaZ, 0.6931471805599453)
    expectSame(fall.halfLife, 1)
  }
}
