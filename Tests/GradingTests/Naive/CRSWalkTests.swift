import Clinical
import Grading
import Testing

@Suite("The whole table of CRS, written a second time")
struct CRSWalkTests {
  static let flows: [Double?] = [nil, 0, 5.9, 6.0, 6.1, 40]
  static let indications: [Oxygen.Indication?] = [nil] + Oxygen.Indication.allCases

  static var everyOxygen: [(device: Oxygen.Device, flow: Double?, indication: Oxygen.Indication?)?]
  {
    var all: [(device: Oxygen.Device, flow: Double?, indication: Oxygen.Indication?)?] = [nil]
    for device in Oxygen.Device.allCases {
      for flow in flows {
        for indication in indications { all.append((device, flow, indication)) }
      }
    }
    return all
  }

  typealias Agent = CRSBedside.Agent
  static var everyAgents: [[Agent]] {
    var all: [[Agent]] = [[]]
    for agent in VasoactiveAgent.allCases {
      all.append([Agent(agent: agent)])
      all.append([Agent(agent: agent, isPush: true)])
      all.append([Agent(agent: agent, indication: .hypotension)])
      all.append([Agent(agent: agent, indication: .sepsis)])
      all.append([Agent(agent: agent, isPush: true, indication: .sepsis)])
      for other in [VasoactiveAgent.norepinephrine, .vasopressin, .dobutamine, .midodrine, .other]
      where other != agent {
        all.append([Agent(agent: agent), Agent(agent: other)])
        all.append([Agent(agent: agent), Agent(agent: other, isPush: true)])
        all.append([Agent(agent: agent), Agent(agent: other, indication: .sepsis)])
      }
    }
    all.append([.norepinephrine, .epinephrine, .vasopressin].map { Agent(agent: $0) })
    all.append([.vasopressin, .terlipressin, .dobutamine].map { Agent(agent: $0) })
    all.append([Agent(agent: .norepinephrine), Agent(agent: .norepinephrine, isPush: true)])
    return all
  }

  @Test("Every oxygen support, in every context of fever, beside every kind of pressure")
  func oxygen() {
    var differences = Differences()
    for oxygen in Self.everyOxygen {
      for past in CRSBedside.Past.allCases {
        for temperature in CRSBedside.Temperature.allCases {
          for saturation in CRSBedside.Saturation.allCases {
            for pressure in CRSBedside.Pressure.allCases {
              let bedside = CRSBedside(
                past: past, temperature: temperature, pressure: pressure, saturation: saturation,
                oxygen: oxygen)
              differences.compare(bedside.engine, bedside.verdict, "\(bedside)")
            }
          }
        }
      }
    }
    #expect(differences.count == 0, "\(differences.report)")
    #expect(differences.walked == 673 * 6 * 3 * 4 * 3)
  }

  @Test("Every agent alone and beside others, with and without bolus, in every context of fever")
  func agents() {
    let supports: [(device: Oxygen.Device, flow: Double?, indication: Oxygen.Indication?)?] = [
      nil, (.roomAir, nil, nil), (.nasalCannula, 3, nil), (.nasalCannula, nil, nil),
      (.highFlowNasalCannula, 5, nil), (.simpleFaceMask, 5, nil), (.cpap, nil, nil),
    ]
    var differences = Differences()
    for agents in Self.everyAgents {
      for past in CRSBedside.Past.allCases {
        for temperature in CRSBedside.Temperature.allCases {
          for pressure in CRSBedside.Pressure.allCases {
            for bolus in [false, true] {
              for oxygen in supports {
                let bedside = CRSBedside(
                  past: past, temperature: temperature, pressure: pressure,
                  saturation: oxygen == nil ? .missing : .adequate, bolus: bolus, agents: agents,
                  oxygen: oxygen)
                differences.compare(bedside.engine, bedside.verdict, "\(bedside)")
              }
            }
          }
        }
      }
    }
    #expect(differences.count == 0, "\(differences.report)")
  }
}
