extension DocumentedChoice {
  static func hours(
    _ id: String, _ text: String, _ path: any WritableKeyPath<ChoiceSettings, TimeSpan> & Sendable,
    _ range: ClosedRange<Int> = 1...336, awaits: Bool = false
  ) -> DocumentedChoice {
    DocumentedChoice(
      id: id, text: text, form: .hours(range), awaitsConfirmation: awaits,
      read: {
        // Tenths of an hour are the finest that a setting may be written in.
        .number(
          DecimalNumber(tenths: Int($0[keyPath: path].microseconds / 360_000_000)))
      },
      write: { settings, value in
        guard case .number(let hours) = value, hours >= DecimalNumber(range.lowerBound),
          hours <= DecimalNumber(range.upperBound)
        else { return false }
        settings[keyPath: path] = TimeSpan(
          microseconds: Int64(hours.roundedHalfUp(places: 1)) * 360_000_000)
        return true
      })
  }

  static func minutes(
    _ id: String, _ text: String, _ path: any WritableKeyPath<ChoiceSettings, TimeSpan> & Sendable,
    _ range: ClosedRange<Int>
  ) -> DocumentedChoice {
    DocumentedChoice(
      id: id, text: text, form: .minutes(range), awaitsConfirmation: false,
      read: { .number(DecimalNumber(Int($0[keyPath: path].microseconds / 60_000_000))) },
      write: { settings, value in
        guard case .number(let number) = value, let minutes = number.whole,
          range.contains(minutes)
        else { return false }
        settings[keyPath: path] = .minutes(Int64(minutes))
        return true
      })
  }

  static func whole(
    _ id: String, _ text: String, _ path: any WritableKeyPath<ChoiceSettings, Int> & Sendable,
    _ range: ClosedRange<Int>, unit: String = "", awaits: Bool = false
  ) -> DocumentedChoice {
    DocumentedChoice(
      id: id, text: text, form: .whole(range, unit: unit), awaitsConfirmation: awaits,
      read: { .number(DecimalNumber($0[keyPath: path])) },
      write: { settings, value in
        guard case .number(let number) = value, let whole = number.whole, range.contains(whole)
        else { return false }
        settings[keyPath: path] = whole
        return true
      })
  }

  static func wholeOrOff(
    _ id: String, _ text: String, _ path: any WritableKeyPath<ChoiceSettings, Int?> & Sendable,
    _ range: ClosedRange<Int>, unit: String
  ) -> DocumentedChoice {
    DocumentedChoice(
      id: id, text: text, form: .wholeOrOff(range, unit: unit), awaitsConfirmation: false,
      read: { $0[keyPath: path].map { .number(DecimalNumber($0)) } ?? .text("off") },
      write: { settings, value in
        switch value {
        case .text("off"):
          settings[keyPath: path] = nil
          return true
        case .number(let number):
          guard let whole = number.whole, range.contains(whole) else { return false }
          settings[keyPath: path] = whole
          return true
        default: return false
        }
      })
  }

  static func oneOf<Option: RawRepresentable<String> & CaseIterable & Sendable>(
    _ id: String, _ text: String, _ path: any WritableKeyPath<ChoiceSettings, Option> & Sendable,
    awaits: Bool = false
  ) -> DocumentedChoice {
    DocumentedChoice(
      id: id, text: text, form: .oneOf(Option.allCases.map(\.rawValue)),
      awaitsConfirmation: awaits,
      read: { .text($0[keyPath: path].rawValue) },
      write: { settings, value in
        guard case .text(let word) = value, let option = Option(rawValue: word) else {
          return false
        }
        settings[keyPath: path] = option
        return true
      })
  }
}
