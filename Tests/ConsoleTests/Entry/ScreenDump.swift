import Testing

@testable import Console

@Suite("dump") struct Dump {
  @Test func dump() {
    var bench = Bench()
    bench.press("v")
    bench.type("389 118 84/49 26 93 h30/40 a")
    print(bench.screen(80, 24))
    print(bench.screen(120, 40))
    bench.press("Enter")
    print(bench.screen(80, 24))
    bench = Bench(language: "zh")
    bench.press("i")
    bench.type("1101110")
    print(bench.screen(120, 40))
    print(bench.screen(80, 24))
    bench = Bench()
    bench.press("m")
    bench.type("toci")
    bench.press("Tab")
    print(bench.screen(100, 30))
    print(bench.plain.joined(separator: "\n"))
  }
}
