import EventText
import Testing

@Suite("What a neurological observation is refused for")
struct NeurologyRefusalTests {
  @Test(
    "ICE",
    arguments: [
      RefusalRow("ice", "", nil, "ice without any points", "\"status\": notDone, refused"),
      RefusalRow("ice", #""handwritingChanged":true"#, nil, "ice without any points"),
      RefusalRow("ice", #""status":"done""#, "status", "\"done\" stands without any points"),
      RefusalRow(
        "ice", #""orientation":5"#, "orientation", "5 cannot be true; possible are 0 to 4"),
      RefusalRow("ice", #""orientation":-1"#, "orientation", "-1 cannot be true"),
      RefusalRow("ice", #""orientation":3.5"#, "orientation", "3.5 is not a whole number"),
      RefusalRow(
        "ice", #""orientation":"3""#, "orientation", "stands where a whole number belongs",
        "without quotes"),
      RefusalRow("ice", #""orientation":true"#, "orientation", "true stands where"),
      RefusalRow("ice", #""naming":4"#, "naming", "possible are 0 to 3"),
      RefusalRow("ice", #""commands":2"#, "commands", "possible are 0 to 1"),
      RefusalRow("ice", #""total":11"#, "total", "possible are 0 to 10"),
      RefusalRow("ice", #""items":[1,1]"#, "items", "a list stands where the items of ICE belong"),
      RefusalRow(
        "ice", #""items":{"yaer":1}"#, "items.yaer", "ICE has no such item", nearest: "year"),
      RefusalRow("ice", #""items":{"year":2}"#, "items.year", "possible are 0 to 1"),
      RefusalRow(
        "ice", #""items":{"year":1,"month":1,"city":1,"hospital":0},"orientation":4"#,
        "orientation", "4 does not agree with the items, which give 3"),
      RefusalRow("ice", #""items":{"year":0},"orientation":4"#, "orientation", "which give 0 to 3"),
      RefusalRow(
        "ice", #""orientation":4,"naming":3,"commands":1,"writing":0,"attention":1,"total":10"#,
        "total", "10 does not agree with the single points, which give 9"),
      RefusalRow("ice", #""orientation":4,"total":3"#, "total", "which give 4 to 10"),
      RefusalRow(
        "ice", #""total":9,"status":"refused""#, "status",
        "\"refused\" gives no score, yet there are points"),
      RefusalRow("ice", #""total":0,"status":"asleep""#, "status", "gives no score"),
      RefusalRow("ice", #""items":{"year":1},"status":"sedated""#, "status", "gives no score"),
      RefusalRow(
        "ice", #""total":3,"status":"unarousable""#, "status",
        "an unarousable patient cannot score 3"),
      RefusalRow("ice", #""total":9,"status":"Done""#, "status", "", nearest: "done"),
      RefusalRow(
        "ice", #""total":9,"baseline":"yes""#, "baseline", "stands where true or false belongs"),
      RefusalRow(
        "ice", #""total":9,"baseline":1"#, "baseline",
        "the number 1 stands where true or false belongs"),
    ])
  func ice(row: RefusalRow) throws { try row.check() }

  @Test(
    "CAPD, consciousness, motor and intracranial findings",
    arguments: [
      RefusalRow("capd", "", nil, "capd without any points"),
      RefusalRow("capd", #""total":33"#, "total", "possible are 0 to 32"),
      RefusalRow(
        "capd", #""items":[0,1,2,3,4,0,1]"#, "items", "there are 7 of eight",
        "eight whole numbers from 0 to 4"),
      RefusalRow("capd", #""items":[0,1,2,3,4,0,1,2,3]"#, "items", "there are 9 of eight"),
      RefusalRow(
        "capd", #""items":[0,1,2,3,5,0,1,2]"#, "items[4]", "5 cannot be true; possible are 0 to 4"),
      RefusalRow(
        "capd", #""items":[0,1,2,3,null,0,1,2]"#, "items[4]",
        "null stands where a whole number belongs"),
      RefusalRow("capd", #""items":{"1":0}"#, "items", "an object stands where the items belong"),
      RefusalRow(
        "capd", #""items":[0,1,2,3,4,0,1,2],"total":12"#, "total",
        "12 does not agree with the items, which give 13"),
      RefusalRow("capd", #""total":9,"status":"intubated""#, "status", "gives no score"),
      RefusalRow(
        "capd", #""total":9,"status":"unarousable""#, "status",
        "an unarousable patient cannot score 9"),
      RefusalRow("consciousness", "", "level", "it is missing", "awake, voice, tactile"),
      RefusalRow("consciousness", #""level":"alert""#, "level", "is not one of its words"),
      RefusalRow(
        "consciousness", #""level":"voice","cause":"ICANS""#, "cause", "", nearest: "icans"),
      RefusalRow("seizure", #""type":"generalized""#, "type", "", nearest: "generalised"),
      RefusalRow("seizure", #""resolved":"no""#, "resolved", "stands where true or false belongs"),
      RefusalRow("seizure", #""continues":"yesterday""#, "continues", "is not an id"),
      RefusalRow("motor", "", "finding", "it is missing"),
      RefusalRow("motor", #""finding":"weakness""#, "finding", "is not one of its words"),
      RefusalRow("intracranial", "", "findings", "it is missing"),
      RefusalRow("intracranial", #""findings":[]"#, "findings", "the list is empty", "[\"none\"]"),
      RefusalRow("intracranial", #""findings":"none""#, "findings", "stands where a list belongs"),
      RefusalRow(
        "intracranial", #""findings":["none","haemorrhage"]"#, "findings",
        "\"none\" stands beside a finding"),
      RefusalRow(
        "intracranial", #""findings":["papilledema"]"#, "findings[0]", "", nearest: "papilloedema"),
      RefusalRow("finding", #""name":"splenomegaly""#, "present", "it is missing"),
      RefusalRow("finding", #""present":true"#, "name", "it is missing"),
    ])
  func others(row: RefusalRow) throws { try row.check() }
}
