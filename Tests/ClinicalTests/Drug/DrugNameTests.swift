import Clinical
import Testing

@Suite("Names of drugs and agents")
struct DrugNameTests {
  @Test("no name means two drugs, and every name leads to its drug in any case")
  func drugs() {
    var owner: [String: String] = [:]
    for drug in DrugTable.drugs {
      for name in [drug.generic] + drug.otherNames {
        let folded = DrugNames.folded(name)
        #expect(owner[folded] == nil, "\(name) is both \(owner[folded] ?? "") and \(drug.generic)")
        owner[folded] = drug.generic
        #expect(DrugTable.drug(named: name.uppercased())?.generic == drug.generic)
        #expect(DrugTable.drug(named: " \(name)\n")?.generic == drug.generic)
      }
    }
    #expect(DrugTable.drug(named: "zebrafishin") == nil)
  }

  @Test("every name of an agent leads to one, and the text forms to themselves")
  func agents() {
    for agent in VasoactiveAgent.allCases {
      #expect(VasoactiveAgent(name: agent.rawValue) == agent)
    }
    for name in VasoactiveAgent.knownNames {
      #expect(VasoactiveAgent(name: name) != nil, "\(name)")
      #expect(VasoactiveAgent(name: name.uppercased()) == VasoactiveAgent(name: name), "\(name)")
    }
    #expect(VasoactiveAgent(name: "aspirin") == nil)
  }

  @Test("epinephrine and norepinephrine are never taken for each other")
  func notConfused() {
    for name in ["adrenaline", "epi", "adr", "肾上腺素", "epinephrine"] {
      #expect(VasoactiveAgent(name: name) == .epinephrine)
    }
    for name in ["noradrenaline", "norepi", "ne", "nad", "去甲肾上腺素", "levophed"] {
      #expect(VasoactiveAgent(name: name) == .norepinephrine)
    }
  }
}
