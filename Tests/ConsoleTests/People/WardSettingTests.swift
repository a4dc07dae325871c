import Clinical
import Terminal
import Testing

import Console

@Suite("A setting of a patient is a physician's, one of the ward an administrator's")
struct WardSettingTests {
  @Test(
    "by the table of roles",
    arguments: [
      (Clinical.Role.physician, "n", true), (.physician, "y", false), (.administrator, "y", true),
      (.administrator, "n", false),
    ])
  func setting(_ role: Clinical.Role, _ wholeWard: String, _ isStored: Bool) {
    var bench = Bench(role: role)
    bench.effects += bench.console.update(.command("enter.setting"))
    #expect(bench.form?.kind == .setting)
    for (field, text) in [("setting", "limits.spo2.low"), ("value", "90"), ("reason", "agreed")] {
      bench.console.entry.open?.focus(on: field)
      bench.type(text)
    }
    bench.console.entry.open?.focus(on: "whole")
    bench.type(wholeWard)
    bench.press("F2")
    #expect(bench.saved.count == (isStored ? 1 : 0))
    if isStored {
      #expect(bench.saved.first?.items.first?.isOfPatient == (wholeWard == "n"))
    } else {
      let who = wholeWard == "y" ? "administrator" : "physician"
      #expect(bench.console.message?.text.contains(who) == true)
    }
  }

  @Test("a nurse opens no form of settings")
  func nurse() {
    var bench = Bench(role: .nurse)
    bench.effects += bench.console.update(.command("enter.setting"))
    #expect(bench.form == nil)
    #expect(bench.console.message?.text.contains("physician") == true)
  }
}
