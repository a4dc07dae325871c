import Clinical
import Testing

@Suite("What an entry of a vasopressor means")
struct VasopressorMeaningTests {
  static func entry(
    _ action: Vasopressor.Action, rate: DecimalNumber? = nil, name: String? = nil,
    _ agent: VasoactiveAgent = .norepinephrine
  ) -> Vasopressor {
    Vasopressor(
      agent: agent, name: name, action: action,
      rate: rate.map { Quantity($0, .microgramPerKilogramMinute) })
  }

  @Test("a rate of 0 is a stop, as the action is; a push dose is none")
  func stop() {
    #expect(Self.entry(.stop).isStop)
    #expect(Self.entry(.change, rate: 0).isStop)
    #expect(!Self.entry(.change, rate: 1).isStop)
    #expect(!Self.entry(.start).isStop)
    #expect(!Self.entry(.bolus, rate: 0).isStop)
  }

  @Test("not entered what for is hypotension")
  func purpose() {
    #expect(Self.entry(.start).purpose == .hypotension)
    #expect(FluidBolus().purpose == .hypotension)
    #expect(FluidBolus(indication: .transfusion).purpose == .transfusion)
  }

  @Test("the name tells two unknown agents apart and no known one from itself")
  func same() {
    let first = Self.entry(.start, name: "Drug A", .other)
    #expect(first.isSameDrug(as: Self.entry(.stop, name: " drug a", .other)))
    #expect(!first.isSameDrug(as: Self.entry(.stop, name: "drug b", .other)))
    #expect(Self.entry(.start, name: "noradrenaline").isSameDrug(as: Self.entry(.stop)))
  }
}
