import Clinical
import SampleWard
import Testing

@Suite("Who lies in the sample ward")
struct WardPeopleTests {
  let ward = Samples.ward

  @Test("twenty patients from 2 to 60 years, a third of them under 18")
  func ages() throws {
    let patients = Samples.patients(ward)
    #expect(patients.count == 20)
    let demo = try #require(demoMoment(ward))
    let ages = try patients.map { patient in
      let birth = try #require(ward.of(patient).birthDate)
      return Samples.shanghai.date(of: demo).completedYears(since: birth)
    }
    #expect(ages.min() == 2)
    #expect(ages.max() == 60)
    #expect((6...8).contains(ages.filter { $0 < 18 }.count))
  }

  @Test("every patient has a name, a hospital number of their own and a bed of the unit")
  func identities() throws {
    var numbers: Set<String> = []
    var beds: [String: [PatientID]] = [:]
    for patient in Samples.patients(ward) {
      for event in ward.of(patient) {
        if case .patient(let details) = event.content {
          #expect(details.name?.isEmpty == false)
          numbers.insert(details.hospitalNumber ?? "")
        }
        if case .stay(let stay) = event.content, stay.action == .admission {
          #expect(stay.unit == "7B")
          beds[try #require(stay.bed), default: []].append(patient)
        }
      }
    }
    #expect(numbers.count == 20)
    #expect(beds.values.filter { $0.count == 2 }.count == 2)
    // One after another, never together.
    let demo = try #require(demoMoment(ward))
    for shared in beds.values where shared.count == 2 {
      #expect(shared.filter { ward.of($0).isInHouse(at: demo) }.count == 1)
    }
  }

  @Test("names in Chinese and in Latin letters, two of them alike")
  func names() {
    let names = ward.compactMap { event -> String? in
      if case .patient(let details) = event.content { details.name } else { nil }
    }
    let chinese = names.filter { $0.unicodeScalars.contains { $0.value >= 0x4E00 } }
    #expect(chinese.count >= 8)
    #expect(names.count - chinese.count >= 8)
    #expect(names.contains("王芳") && names.contains("王芬"))
  }

  @Test("nurses, physicians and an administrator write under their own login")
  func users() {
    var roles: [String: Role] = [:]
    for event in ward {
      if case .user(let user) = event.content { roles[user.login] = user.role }
    }
    #expect(Set(roles.values).isSuperset(of: [.nurse, .physician, .administrator]))
    for event in ward {
      guard let login = event.by else { continue }
      #expect(roles[login] == event.role)
    }
  }

  @Test("at least fourteen are in house between day −4 and day +29, each with twelve hours to come")
  func inHouse() throws {
    let demo = try #require(demoMoment(ward))
    #expect(demo == Instant(microseconds: 1_772_742_600_000_000))
    let today = Samples.shanghai.dayNumber(of: demo)
    let staying = Samples.patients(ward).filter { ward.of($0).isInHouse(at: demo) }
    let days = staying.compactMap { patient in
      ward.of(patient).infusedAt.map { Int(today - Samples.shanghai.dayNumber(of: $0)) }
    }
    #expect(days.filter { (-4...29).contains($0) }.count >= 14)
    for patient in staying {
      let last = try #require(ward.of(patient).map { $0.recorded(in: Samples.shanghai) }.max())
      #expect(last >= demo + .hours(12))
    }
  }
}
