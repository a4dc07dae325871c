import Clinical
import Grading
import Testing

@Suite("NEWS2")
struct NEWS2Tests {
  /// A row where everything gives 0, with some cells changed.
  private func points(_ changes: [String: String]) throws -> String {
    var cells = [
      "age": "40", "rr": "16", "spo2": "97", "o2": "air", "sbp": "120", "pulse": "70",
      "consciousness": "alert", "temp": "37.0",
    ]
    for (name, value) in changes { cells[name] = value }
    let line = cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return try scored("NEWS2", line.joined(separator: "|")).scoreText
  }

  static let bands: [(String, String)] = [
    ("rr", "8:3 9:1 11:1 12:0 20:0 21:2 24:2 25:3 8.5:3 11.5:1 20.5:2 24.5:3"),
    ("spo2", "91:3 92:2 93:2 94:1 95:1 96:0 100:0 91.5:3 95.5:1"),
    ("sbp", "90:3 91:2 100:2 101:1 110:1 111:0 219:0 220:3 90.5:3 110.5:1"),
    ("pulse", "40:3 41:1 50:1 51:0 90:0 91:1 110:1 111:2 130:2 131:3"),
    ("temp", "35.0:3 35.1:1 36.0:1 36.1:0 38.0:0 38.1:1 39.0:1 39.1:2 35.04:3 35.05:1 38.05:1"),
    ("consciousness", "alert:0 confusion:3 voice:3 pain:3 unresponsive:3 C:3 A:0"),
    ("o2", "air:0 oxygen:2"),
  ]

  @Test("Both sides of every band, and between two the worse", arguments: bands)
  func band(_ column: String, _ pairs: String) throws {
    for pair in pairs.split(separator: " ") {
      let parts = pair.split(separator: ":").map(String.init)
      #expect(try points([column: parts[0]]) == parts[1], "\(column) \(parts[0])")
    }
  }

  @Test("Scale 2 on air and on oxygen, both sides of every band")
  func secondScale() throws {
    let onAir = "83:3 84:2 85:2 86:1 87:1 88:0 92:0 93:0 97:0 100:0"
    // Oxygen itself gives 2.
    let onOxygen = "83:5 84:4 86:3 88:2 92:2 93:3 94:3 95:4 96:4 97:5"
    for (air, pairs) in [("air", onAir), ("oxygen", onOxygen)] {
      for pair in pairs.split(separator: " ") {
        let parts = pair.split(separator: ":").map(String.init)
        #expect(
          try points(["spo2": parts[0], "scale": "2", "o2": air]) == parts[1], "\(air) \(parts[0])")
      }
    }
  }

  @Test(
    "A missing item gives no score, and is named",
    arguments: [
      "age", "rr", "spo2", "o2", "sbp", "pulse", "consciousness", "temp",
    ])
  func missing(_ column: String) throws {
    #expect(try points([column: ""]) == "-")
  }

  @Test("15 years: the site's PEWS, never a score; 16 years: a score")
  func children() throws {
    let child = try scored(
      "NEWS2", "age=15|rr=30|spo2=97|o2=air|sbp=120|pulse=70|avpu=A|temp=37.0")
    #expect(child.score == nil && child.parts == [] && child.verdict == nil)
    #expect(child.notApplicable == "under 16: use the site's PEWS")
    #expect(try points(["age": "16"]) == "0")
  }

  @Test("What the sum means: 4, 5, 6, 7, and a single 3")
  func verdicts() throws {
    let rows = [
      ("rr=16|pulse=111|sbp=100", "low"),
      ("rr=25|pulse=70|sbp=120", "low-medium: urgent ward review"),
      ("rr=25|pulse=111|sbp=120", "medium: urgent response"),
      ("rr=25|pulse=111|sbp=110", "medium: urgent response"),
      ("rr=25|pulse=111|sbp=100", "high: emergency response"),
    ]
    for (row, verdict) in rows {
      let result = try scored("NEWS2", "age=40|spo2=97|o2=air|avpu=A|temp=37.0|" + row)
      #expect(result.verdict == verdict, "\(row)")
    }
  }

  @Test("A value that is only a limit gives no score")
  func censored() throws {
    let result = try scored(
      "NEWS2", "age=40|rr=16|spo2=<92|o2=air|sbp=120|pulse=70|avpu=A|temp=37.0")
    #expect(result.score == nil)
    #expect(result.missing == [MissingInput("spo2", "only a limit is known")])
  }
}
