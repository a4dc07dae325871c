/// Lines that are taken, to the letter: the contract's own, then one or more of every kind with
/// every field that it has.
enum Examples {
  /// Contract 1.0, with an id in place of the shortened one.
  static let ofTheContract = [
    #"{"patient":"CD7-003","kind":"patient","at":"2026-02-24T09:00:00+08:00","name":"王芳","sex":"female","birthDate":"1997-05-02","diagnosis":"T-ALL","hospitalNumber":"00884471","weight":{"value":58,"unit":"kg"}}"#,
    #"{"patient":"CD7-003","kind":"stay","at":"2026-02-24T09:00:00+08:00","action":"admission","unit":"7B","bed":"B07"}"#,
    #"{"patient":"CD7-003","kind":"infusion","at":"2026-03-01T10:20:00+08:00","product":"anti-CD7 CAR-T","dose":{"value":1,"unit":"10*6/kg"},"donor":"autologous"}"#,
    #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00+08:00","temperature":{"value":38.4,"unit":"Cel"},"site":"axillary","heartRate":{"value":118,"unit":"/min"},"systolic":{"value":92,"unit":"mm[Hg]"},"diastolic":{"value":50,"unit":"mm[Hg]"},"respiratoryRate":{"value":22,"unit":"/min"},"spo2":{"value":93,"unit":"%"}}"#,
    #"{"patient":"CD7-003","kind":"oxygen","at":"2026-03-06T02:15:00+08:00","device":"nasalCannula","flow":{"value":4,"unit":"L/min"}}"#,
    #"{"patient":"CD7-003","kind":"ice","at":"2026-03-06T04:12:00+08:00","orientation":4,"naming":3,"commands":1,"writing":0,"attention":1}"#,
    #"{"patient":"CD7-003","kind":"vasopressor","at":"2026-03-06T05:00:00+08:00","agent":"norepinephrine","action":"start","rate":{"value":0.08,"unit":"ug/kg/min"}}"#,
    #"{"patient":"CD7-003","kind":"lab","at":"2026-03-06T06:00:00+08:00","results":[{"code":"IL6","value":874,"unit":"pg/mL"},{"code":"IL10","comparator":"<","value":2.5,"unit":"pg/mL"}]}"#,
    #"{"patient":"CD7-003","kind":"status","at":"2026-05-02","state":"alive"}"#,
    #"{"patient":"CD7-003","kind":"vitals","at":"2026-03-06T04:10:00+08:00","temperature":{"value":37.4,"unit":"Cel"},"corrects":"6f0c5b1e-9d0a-8c41-a3f7-2b8d4e6f1a90","reason":"typed 38.4 for 37.4"}"#,
    #"{"patient":"CD7-003","kind":"retraction","at":"2026-03-06T04:30:00+08:00","retracts":"6f0c5b1e-9d0a-8c41-a3f7-2b8d4e6f1a90","reason":"wrong patient"}"#,
  ]

  private static let id = "0197f0a4-6c1e-7b3a-9d52-3f6b8c0e1a2d"
  private static func of(_ kind: String, _ fields: String, at: String = "2026-03-06T04:10Z")
    -> String
  {
    #"{"patient":"CD7-003","kind":"\#(kind)","at":"\#(at)"\#(fields.isEmpty ? "" : "," + fields)}"#
  }
  private static func ofWard(_ kind: String, _ fields: String) -> String {
    #"{"kind":"\#(kind)","at":"2026-03-06T04:10Z",\#(fields)}"#
  }

  static let ofEveryKind = [
    ofWard(
      "site",
      #""name":"Ward 7B","timeZone":"Asia/Shanghai","languages":["en","zh-Hans"],"demoMoment":"2026-03-06T04:12:30.5+08:00""#
    ),
    ofWard("setting", #""name":"D-05","value":48,"reason":"ward meeting""#),
    of(
      "setting",
      #""name":"limits.systolic","value":{"low":85,"who":["nurse",true,null]},"reason":"habitual""#),
    ofWard("setting", #""name":"plan.ice.15-21","value":null,"reason":"back to the plan""#),
    ofWard("user", #""login":"wli","name":"Li Wei","role":"nurse","active":true"#),
    of(
      "patient",
      #""name":"王芳","sex":"female","birthDate":"1997-05-02","diagnosis":"T-ALL","weight":{"value":58,"unit":"kg"},"height":{"value":165,"unit":"cm"},"developmentalDelay":false,"hospitalNumber":"00884471","language":"zh""#
    ),
    of("patient", ""),
    of(
      "enrolment", #""consented":true,"screenFailure":false,"reason":"inclusion 4""#,
      at: "2026-02-20"),
    of("stay", #""action":"return","unit":"ICU","bed":"3","level":"intensiveCare""#),
    of("leukapheresis", #""collected":true"#, at: "2026-02-10"),
    of(
      "lymphodepletion", #""drug":"fludarabine","dose":{"value":30,"unit":"mg/m2"}"#,
      at: "2026-02-24"),
    of(
      "infusion",
      #""product":"anti-CD7 CAR-T","dose":{"value":1,"unit":"10*6/kg"},"donor":"allogeneic","vector":"lot 7""#
    ),
    of(
      "vitals",
      #""temperature":{"value":38.4,"unit":"Cel"},"site":"axillary","heartRate":{"value":118,"unit":"/min"},"pulse":{"value":116,"unit":"/min"},"systolic":{"value":92,"unit":"mm[Hg]"},"diastolic":{"value":50,"unit":"mm[Hg]"},"meanArterial":{"value":64,"unit":"mm[Hg]"},"respiratoryRate":{"value":22,"unit":"/min"},"spo2":{"value":93,"unit":"%"},"position":"lying""#
    ),
    of(
      "oxygen",
      #""device":"highFlowNasalCannula","flow":{"value":30,"unit":"L/min"},"fio2":{"value":0.40,"unit":"1"},"indication":"hypoxia""#
    ),
    of("fluidBolus", #""volume":{"value":500,"unit":"mL"},"indication":"hypotension""#),
    of(
      "vasopressor",
      #""agent":"other","name":"centhaquine","action":"change","rate":{"value":0.1,"unit":"ug/kg/min"},"switchFrom":"vasopressin","indication":"sepsis""#
    ),
    of(
      "medication",
      #""drug":"tocilizumab","class":"anticytokine","dose":{"value":8,"unit":"mg/kg"},"route":"iv","indication":"CRS","action":"give""#
    ),
    of(
      "ice",
      #""items":{"year":1,"month":1,"city":1,"hospital":0,"object1":1,"object2":1,"object3":1,"command":1,"writing":0,"attention":1},"orientation":3,"naming":3,"commands":1,"writing":0,"attention":1,"total":8,"status":"done","wordSet":"B","writingSample":"The sky\nis","handwritingChanged":true,"baseline":false"#
    ),
    of("ice", #""status":"unarousable""#),
    of("capd", #""items":[0,1,2,3,4,0,1,2],"total":13,"status":"done","baseline":true"#),
    of("capd", #""status":"sedated""#),
    of("consciousness", #""level":"tactile","cause":"sedation""#),
    of(
      "seizure",
      #""type":"nonConvulsive","duration":{"value":4,"unit":"min"},"resolved":true,"returnedToBaseline":false,"eegOnly":true,"continues":"\#(id)""#
    ),
    of("motor", #""finding":"deepFocalWeakness","side":"left""#),
    of("intracranial", #""findings":["papilloedema","cushingTriad"]"#),
    of("finding", #""name":"splenomegaly","present":true"#),
    of(
      "lab",
      #""results":[{"code":"CARCOP","value":12345,"unit":"copies/ug","comparator":">=","lower":0,"upper":10,"lloq":50,"uloq":1000000,"status":"final"},{"code":"X:Anti-HLA","value":-1.5,"unit":"MFI"}],"laboratory":"Central","kit":"K7","specimen":"EDTA plasma""#
    ),
    of("attribution", #""domain":"hypotension","cause":"other","note":"sepsis""#),
    of("adjudication", #""scale":"ASTCT-CRS-2019","grade":1,"computed":2,"reason":"positional""#),
    of(
      "adverseEvent",
      #""term":"Neutropenia","grade":4,"scale":"CTCAE 5","start":"2026-03-02","stop":"2026-03-09T08:00Z","serious":false,"relatedness":"related","action":"none","outcome":"resolved""#
    ),
    of(
      "response", #""response":"CRi","mrd":"negative","sites":["marrow","CNS"],"method":"flow""#,
      at: "2026-04-01"),
    of("transplant", #""donor":"sibling","purpose":"consolidation""#, at: "2026-05-01"),
    of("newTherapy", #""therapy":"nelarabine""#, at: "2026-06-01"),
    of("status", #""state":"death","principalCause":"infection""#),
    of("notDone", #""what":"vitals","reason":"offWard""#),
    of(
      "acknowledgement",
      #""alert":"A04:CD7-003:2026-03-06T04:10:00Z","rule":"A04","note":"seen","until":"2026-03-06T05:10:00Z""#
    ),
    of("note", #""text":"Mother asks\nfor the doctor""#),
    of("retraction", #""retracts":"\#(id)","reason":"wrong patient""#),
    of(
      "vitals",
      #""id":"\#(id)","recordedAt":"2026-03-06T04:11:30.25Z","by":"wli","role":"nurse","source":"console","set":"\#(id)","spo2":{"value":97,"unit":"%","comparator":">="}"#
    ),
  ]

  static let all = ofTheContract + ofEveryKind + ofSessions

  static let hash = String(repeating: "0a", count: 32)

  private static func ofSession(_ kind: String, _ fields: String) -> String {
    #"{"kind":"\#(kind)","at":"2026-03-06T04:10+08:00","session":"monday 1",\#(fields)}"#
  }

  /// Kinds that only a training store takes.
  static let ofSessions = [
    ofSession(
      "session",
      #""as":"learner","action":"start","scenario":{"name":"masked-fever","title":"Masked fever","hash":"\#(hash)"}"#
    ),
    ofSession("session", #""as":"instructor","action":"join""#),
    ofSession("session", #""as":"learner","action":"leave""#),
    ofSession(
      "session",
      #""as":"learner","action":"finish","debrief":{"agreement":{"percent":83.333333333333},"rules":["CRS-FEVER"],"ends":null,"late":false}"#
    ),
    ofSession("position", #""as":"instructor","state":"playing","speed":600"#),
    ofSession("position", #""as":"learner","state":"paused","speed":1"#),
    ofSession("answer", #""as":"learner","question":"q1""#),
    ofSession(
      "answer",
      #""as":"learner","question":"change:2026-03-06T04:10:00+08:00","crs":2,"icans":"notGradable","sure":"medium","facts":["a","b"],"next":[]"#
    ),
    ofSession(
      "injection",
      #""as":"instructor","event":{"id":"\#(id)","patient":"SC-01","kind":"vitals","at":"2026-03-06T04:10:00+08:00","temperature":{"value":39.40,"unit":"Cel"}}"#
    ),
    ofSession("annotation", #""as":"instructor","text":"看氧气""#),
  ]
}
