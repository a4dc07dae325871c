/// Lines of events as a person or an importer writes them.
enum Lines {
  static let patient =
    #"{"patient":"CD7-003","kind":"patient","at":"2026-02-24T09:00:00+08:00","name":"王芳","sex":"female","birthDate":"1997-05-02"}"#
  static let infusion =
    #"{"patient":"CD7-003","kind":"infusion","at":"2026-03-01T10:20:00+08:00","product":"anti-CD7 CAR-T"}"#
  static let feverOnset =
    #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-04T18:05:00+08:00","temperature":{"value":38.6,"unit":"Cel"}}"#
  static let cannula =
    #"{"patient":"CD7-003","kind":"oxygen","at":"2026-03-06T02:15:00+08:00","device":"nasalCannula","flow":{"value":4,"unit":"L/min"}}"#
  static let round =
    #"{"id":"6f0c0000-0000-4000-8000-000000000001","patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00+08:00","temperature":{"value":38.4,"unit":"Cel"},"site":"axillary","heartRate":{"value":118,"unit":"/min"},"systolic":{"value":104,"unit":"mm[Hg]"},"diastolic":{"value":60,"unit":"mm[Hg]"},"respiratoryRate":{"value":22,"unit":"/min"},"spo2":{"value":93,"unit":"%"}}"#
  static let ice =
    #"{"patient":"CD7-003","kind":"ice","at":"2026-03-06T04:12:00+08:00","orientation":4,"naming":3,"commands":1,"writing":1,"attention":1}"#

  /// The course of one patient up to 04:12 on day 5.
  static let course = [patient, infusion, feverOnset, cannula, round, ice]

  /// The round at 04:10 with another temperature, written down at 05:00.
  static let correction =
    #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00+08:00","recordedAt":"2026-03-06T05:00:00+08:00","temperature":{"value":37.4,"unit":"Cel"},"systolic":{"value":104,"unit":"mm[Hg]"},"spo2":{"value":93,"unit":"%"},"corrects":"6f0c0000-0000-4000-8000-000000000001","reason":"typed 38.4 for 37.4"}"#

  /// A round of vital signs, `minute` minutes after noon of day 3; every minute another event.
  static func vitals(_ minute: Int, patient: String = "CD7-009") -> String {
    let hour = 12 + minute / 60 % 12
    let day = 4 + minute / 720
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return
      #"{"patient":"\#(patient)","kind":"vitals","at":"2026-03-\#(two(day))T\#(two(hour)):\#(two(minute % 60)):00+08:00","heartRate":{"value":\#(60 + minute % 60),"unit":"/min"}}"#
  }

  static func file(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}
