import Clinical

extension WrittenTime {
  /// Takes a written time apart from its beginning.
  struct Scanner {
    private let text: String
    private var rest: ArraySlice<Unicode.Scalar>

    init(_ text: String) {
      self.text = text
      // Full-width digits and marks as their ASCII ones.
      rest =
        text.unicodeScalars.map { scalar in
          (0xFF01...0xFF5E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
            : scalar.value == 0x3000 || scalar.value == 0xA0 ? " " : scalar
        }[...]
    }

    var isAtEnd: Bool { rest.allSatisfy { $0 == " " } }

    /// Five digits, perhaps with a fraction: nothing else that is a time looks so.
    ///
    /// - Parameter point: before the fraction, as the file writes its decimals.
    func serial(point: Unicode.Scalar) -> DecimalNumber? {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard digits.count == 5 else { return nil }
      return value(point: point)
    }

    /// A part of a day as a spreadsheet keeps it: 0.25 is six in the morning.
    func partOfDay(point: Unicode.Scalar) -> DecimalNumber? {
      value(point: point).flatMap { $0 >= .zero && $0 < 1 ? $0 : nil }
    }

    // A point is read where the file writes commas too: spreadsheets keep the number itself.
    private func value(point: Unicode.Scalar) -> DecimalNumber? {
      // Ten places tell a hundredth of a second; programs write more than a number of ours holds.
      let whole = rest.prefix { $0 != "." && $0 != point }
      let places = rest.dropFirst(whole.count + 1)
      let isLong = places.count > 10 && places.allSatisfy { ("0"..."9").contains($0) }
      let text = String(
        String.UnicodeScalarView(isLong ? rest.prefix(whole.count + 11) : rest))
      guard let number = WrittenNumber(text, style: .init(point: point)) ?? WrittenNumber(text),
        number.comparator == nil
      else { return nil }
      return number.value
    }

    private mutating func number() -> (value: Int, digits: Int)? {
      var value = 0
      var digits = 0
      while let scalar = rest.first, ("0"..."9").contains(scalar), digits < 8 {
        value = value * 10 + Int(scalar.value - 48)
        digits += 1
        rest.removeFirst()
      }
      return digits > 0 ? (value, digits) : nil
    }

    private mutating func takes(_ marks: [Unicode.Scalar]) -> Unicode.Scalar? {
      guard let first = rest.first, marks.contains(first) else { return nil }
      rest.removeFirst()
      return first
    }

    /// The two numbers before a year at the end; `nil` for a date that is written otherwise.
    mutating func yearLast() -> (Int, Int)? {
      guard let first = number(), first.digits <= 2, let mark = takes(["-", "/", "."]),
        let second = number(), takes([mark]) != nil, number()?.digits == 4
      else { return nil }
      return (first.value, second.value)
    }

    mutating func date(_ order: Order?) throws(Problem) -> CalendarDate {
      guard let first = number() else { throw notATime(text) }
      if first.digits == 8 {
        let (year, month, day) = (first.value / 10_000, first.value / 100 % 100, first.value % 100)
        return try made(year, month, day)
      }
      guard let mark = takes(["-", "/", ".", "年"]), let second = number(),
        takes(mark == "年" ? ["月"] : [mark]) != nil, let third = number()
      else { throw notATime(text) }
      if mark == "年", takes(["日"]) == nil { throw notATime(text) }
      if first.digits == 4 {
        guard order == nil || order == .yearMonthDay || mark == "年" else {
          throw Problem(
            problem:
              "\"\(text.prefix(40))\" begins with the year, and the mapping says \(order?.rawValue ?? "")",
            remedy: "check the mapping's dateOrder against the file")
        }
        return try made(first.value, second.value, third.value)
      }
      guard third.digits == 4 else {
        throw Problem(
          problem: "\"\(text.prefix(40))\" does not write the year in four digits",
          remedy: "write it as 2026-03-06")
      }
      switch order {
      case .dayMonthYear: return try made(third.value, second.value, first.value)
      case .monthDayYear: return try made(third.value, first.value, second.value)
      case .yearMonthDay: throw notATime(text)
      case nil: break
      }
      if first.value == second.value || second.value > 12 {
        return try made(third.value, first.value, second.value)
      }
      if first.value > 12 { return try made(third.value, second.value, first.value) }
      throw Problem(
        problem: "in \"\(text.prefix(40))\" day and month cannot be told apart",
        remedy: "say dateOrder = \"day-month-year\" or \"month-day-year\" in the mapping")
    }

    private func made(_ year: Int, _ month: Int, _ day: Int) throws(Problem) -> CalendarDate {
      guard (1900...2199).contains(year),
        let date = CalendarDate(year: year, month: month, day: day)
      else {
        throw Problem(
          problem: "\"\(text.prefix(40))\" is no day of the calendar",
          remedy: "check it against the order that the mapping says")
      }
      return date
    }

    // `04:10`, `04:10:30.5`, `4:10 PM`, `04时10分`, each perhaps with an offset.
    mutating func clock() -> (microseconds: Int64, offset: Int32?)? {
      while takes([" ", "T"]) != nil {}
      guard var hour = number()?.value, takes([":", "时", "時"]) != nil, let minute = number()?.value
      else { return nil }
      var second = 0
      var fraction: Int64 = 0
      if takes([":", "分"]) != nil, let seconds = number() {
        second = seconds.value
        if takes([".", ","]) != nil, let part = number(), part.digits <= 6 {
          fraction = Int64(part.value)
          for _ in part.digits..<6 { fraction *= 10 }
        }
        _ = takes(["秒"])
      }
      while takes([" "]) != nil {}
      let word = String(String.UnicodeScalarView(rest.prefix(2))).uppercased()
      if word == "AM" || word == "PM" {
        rest = rest.dropFirst(2)
        guard (1...12).contains(hour) else { return nil }
        hour = hour % 12 + (word == "PM" ? 12 : 0)
        while takes([" "]) != nil {}
      }
      let offset = offset()
      guard isAtEnd, hour <= 23, minute <= 59, second <= 59 else { return nil }
      return (Int64((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction, offset)
    }

    private mutating func offset() -> Int32? {
      if takes(["Z", "z"]) != nil { return 0 }
      guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
      let digits = rest.dropFirst().filter { $0 != ":" }
      guard digits.count == 4, let value = Int32(String(String.UnicodeScalarView(digits))),
        value % 100 < 60, value < 1500
      else { return nil }
      rest = []
      return (value / 100 * 60 + value % 100) * 60 * (sign == "-" ? -1 : 1)
    }
  }
}
