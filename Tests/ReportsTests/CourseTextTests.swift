import Reports
import Testing

@Suite("A course as text, word for word")
struct CourseTextTests {
  @Test("nobody is graded before an infusion, and nothing is 0 that is not known")
  func notInfused() throws {
    let made = Made([
      #"{"patient":"A-1","kind":"patient","at":"2026-03-05T09:00:00+08:00","name":"王芳","sex":"female","birthDate":"1997-05-02","hospitalNumber":"00884471"}"#,
      Line.vitals("2026-03-05T18:00:00+08:00", ["temperature": "36.8"]),
    ])
    #expect(
      ReportText.text(try made.course()) == """
        COURSE SUMMARY
        A-1 · 王芳 · no. 00884471 · born 1997-05-02 · no infusion yet · 28 y female
          As of           2026-03-06 04:30 (+08:00)
          Record          file made.jsonl, without a store
          Settings        all as the defaults
          Warning         Not a medical device. Not an alarm system. The rules have not
                          yet been reviewed by a haematologist.

        -- PATIENT ---------------------------------------------------------------------
          Subject         A-1
          Name            王芳
          Hospital no.    00884471
          Born            1997-05-02
          Age             28 y
          Sex             female
          Diagnosis       not recorded
          Weight          not recorded
          Stay            in house
          Infusion        no infusion yet
          Lymphodepletion not recorded

        -- GRADES ----------------------------------------------------------------------
          CRS             --, does not apply: no infusion yet, highest in 24 h --
          worst of course never gradable

          ICANS           --, does not apply: no infusion yet, highest in 24 h --
          worst of course never gradable
          instrument      ICE

        -- EVIDENCE --------------------------------------------------------------------
          CRS now: --

          - nothing gives 1 or more

          ICANS now: --

          - nothing gives 1 or more

        -- TREATMENTS ------------------------------------------------------------------
          Tocilizumab     none on record
          Anticytokine    none on record
          Corticosteroid  none on record
          Vasopressor     none on record
          Fluid bolus     none on record
          Antipyretic     none on record
          Oxygen          not recorded

          - Tocilizumab: 3 doses left of those in 24 h, 4 of those in all; another is
            within the limits now

        -- ADVERSE EVENTS --------------------------------------------------------------
          none reported

        -- ALERTS ----------------------------------------------------------------------
          no alert stands

        -- OBSERVATIONS DUE ------------------------------------------------------------
          What         Time              State                    Why
          vital signs  2026-03-05 09:00  amber, late by 19 h 30   daily before the
                                         min                      infusion; last 03-05
                                                                  18:00; never pressure,
                                                                  SpO2
          cytokines    2026-03-06 09:00  in 4 h 30 min            the baseline before
                                                                  the infusion; none on
                                                                  record
          ICE          2026-03-06 09:00  in 4 h 30 min            the baseline before
                                                                  the infusion; none on
                                                                  record
          labs         2026-03-06 09:00  in 4 h 30 min            the baseline before
                                                                  the infusion; none on
                                                                  record

        -- CORRECTIONS -----------------------------------------------------------------
          nothing was corrected or taken back

        """)
  }

  @Test("a death ends the grades; what is corrected and taken back stands with its reason")
  func dead() throws {
    let made = Made([
      Made.infusion,
      #"{"id":"6f0c0000-0000-4000-8000-000000000001","patient":"A-1","kind":"vitals","at":"2026-03-04T10:00:00+08:00","recordedAt":"2026-03-04T10:01:00+08:00","temperature":{"value":39.4,"unit":"Cel"}}"#,
      #"{"patient":"A-1","kind":"vitals","at":"2026-03-04T10:00:00+08:00","recordedAt":"2026-03-04T10:30:00+08:00","by":"wang","temperature":{"value":38.4,"unit":"Cel"},"corrects":"6f0c0000-0000-4000-8000-000000000001","reason":"typed 39.4 for 38.4"}"#,
      #"{"id":"6f0c0000-0000-4000-8000-000000000002","patient":"A-1","kind":"note","at":"2026-03-04T11:00:00+08:00","recordedAt":"2026-03-04T11:00:00+08:00","text":"x"}"#,
      #"{"patient":"A-1","kind":"retraction","at":"2026-03-04T12:00:00+08:00","recordedAt":"2026-03-04T12:00:00+08:00","retracts":"6f0c0000-0000-4000-8000-000000000002","reason":"wrong patient"}"#,
      #"{"patient":"A-1","kind":"status","at":"2026-03-05T16:10:00+08:00","state":"death","principalCause":"crs"}"#,
    ])
    let text = ReportText.text(try made.course())
    #expect(text.contains("  Stay            died D+4 03-05 16:10, principal cause crs\n"))
    #expect(text.contains("  CRS             5, final, highest in 24 h 5\n"))
    #expect(
      text.contains(
        """
          Recorded         State       What                    By    Reason
          D+3 03-04 10:30  corrected   vitals D+3 03-04 10:00  wang  typed 39.4 for 38.4
          D+3 03-04 12:00  taken back  note D+3 03-04 11:00    --    wrong patient
        """), "\(text)")
    #expect(text.contains("nothing is due: not in house"))
    // No line of a page is wider than a terminal.
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let sheet = ReportText.lines(of: try made.sheet())
    #expect(sheet.contains("  - died D+4 03-05 16:10, principal cause crs"))
    #expect(!sheet.contains { $0.contains("Guideline") || $0.contains("would be") })
  }

  @Test("treatments with their doses and times; a rate confirmed again is no change")
  func treatments() throws {
    func pressor(_ at: String, _ action: String, _ rate: String?) -> String {
      let amount = rate.map { #","rate":{"value":\#($0),"unit":"ug/kg/min"}"# } ?? ""
      return
        #"{"patient":"A-1","kind":"vasopressor","at":"2026-03-05T\#(at):00+08:00","agent":"norepinephrine","action":"\#(action)"\#(amount)}"#
    }
    let made = Made([
      Made.infusion,
      #"{"patient":"A-1","kind":"patient","at":"2026-03-01T09:00:00+08:00","weight":{"value":58,"unit":"kg"}}"#,
      #"{"patient":"A-1","kind":"medication","at":"2026-03-04T20:00:00+08:00","drug":"Actemra","dose":{"value":8,"unit":"mg/kg"},"route":"iv"}"#,
      #"{"patient":"A-1","kind":"medication","at":"2026-03-06T02:00:00+08:00","drug":"tocilizumab","dose":{"value":8,"unit":"mg/kg"},"route":"iv"}"#,
      #"{"patient":"A-1","kind":"medication","at":"2026-03-06T03:00:00+08:00","drug":"dexamethasone","dose":{"value":10,"unit":"mg"}}"#,
      pressor("05:00", "start", "0.08"), pressor("06:00", "change", "0.08"),
      pressor("07:00", "change", "0.12"), pressor("09:00", "stop", nil),
    ])
    let text = ReportText.text(try made.course())
    #expect(
      text.contains(
        """
          Tocilizumab     tocilizumab 8 mg/kg iv: D+3 03-04 20:00, D+5 03-06 02:00
          Anticytokine    none on record
          Corticosteroid  dexamethasone 10 mg: D+5 03-06 03:00
          Vasopressor     norepinephrine: start 0.08 mcg/kg/min D+4 03-05 05:00, change
                          0.12 mcg/kg/min D+4 03-05 07:00, stop D+4 03-05 09:00
        """), "\(text)")
    #expect(
      text.contains(
        """
          - Tocilizumab: 2 doses left of those in 24 h, 2 of those in all; the next
            within the limits from 10:00
          - dexamethasone: 10 mg in 24 h, number of doses 1
        """), "\(text)")
    let day = try made.sheet().items("Patient summary").first { $0.hasPrefix("Given in 24 h") }
    #expect(
      day
        == "Given in 24 h: tocilizumab 8 mg/kg iv: 02:00; dexamethasone 10 mg: 03:00; norepinephrine: start 0.08 mcg/kg/min D+4 05:00, stop D+4 09:00, changes of rate 1, 0.12 to 0.12 mcg/kg/min"
    )
  }

  @Test("a vasopressor whose stop only a trainee wrote is said to run")
  func unsignedStop() throws {
    func stop(_ role: String) -> String {
      #"{"patient":"A-1","kind":"vasopressor","at":"2026-03-06T04:00:00+08:00","role":"\#(role)","agent":"norepinephrine","action":"stop"}"#
    }
    let start =
      #"{"patient":"A-1","kind":"vasopressor","at":"2026-03-06T03:00:00+08:00","agent":"norepinephrine","action":"start","rate":{"value":0.1,"unit":"ug/kg/min"}}"#
    func support(_ role: String) throws -> String? {
      try Made([Made.infusion, start, stop(role)]).sheet().items("Patient summary")
        .first { $0.hasPrefix("Support") }
    }
    #expect(
      try support("trainee")
        == "Support: no oxygen on record; norepinephrine 0.1 mcg/kg/min since 03:00 (its stop is not co-signed)"
    )
    #expect(try support("nurse") == "Support: no oxygen on record; no vasopressor runs")
  }
}
