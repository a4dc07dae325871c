import Clinical
import Grading

/// Measures what the README shows, each figure on its own line.
@main
struct Benchmarks {
  static func main() {
    foldFromMemory()
    oneMoreEvent()
  }

  /// Decoded events in memory into a graded course.
  static func foldFromMemory() {
    let events = MeasuredCourse.events(200_000)
    let best =
      (0..<5).map { _ in
        seconds { _ = GradedCourse(events, zone: MeasuredCourse.zone) }
      }.min() ?? 0
    print("fold from memory: \(Int(Double(events.count) / best)) events/s")
  }

  /// One event later than all others, into courses of growing length.
  static func oneMoreEvent() {
    for count in [100, 1000, 5000, 50_000] {
      let events = MeasuredCourse.events(count + 1000)
      var course = GradedCourse(Array(events.prefix(count)), zone: MeasuredCourse.zone)
      let time = seconds { for event in events.dropFirst(count) { course.insert(event) } }
      print("one more event at \(count): \(Int(time * 1_000_000)) ns")
    }
  }

  static func seconds(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let elapsed = clock.measure(work)
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }
}
