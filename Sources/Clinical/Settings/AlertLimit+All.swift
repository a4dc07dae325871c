extension AlertLimit {
  /// What the limit is: name, words, unit, documented default, and the values that it takes.
  package var row: Row {
    switch self {
    case .a01Neutrophils:
      make("A01.neutrophils", "a new fever is the highest at or below", "10*9/L", tenths(5), 0...2)
    case .a02Temperature:
      make("A02.temperature", "an early high fever begins at", "Cel", tenths(389), 38...42)
    case .a02Hours: make("A02.hours", "an early fever is one within", "h", 36, 1...168)
    case .a03Hours: make("A03.hours", "a fever is refractory after more than", "h", 72, 24...336)
    case .a04Systolic:
      make(
        "A04.systolic", "systolic pressure is low below, above 10 years of age", "mm[Hg]", 90,
        60...120)
    case .a04Percent:
      make("A04.percent", "or below this share of the baseline", "%", 80, 50...100)
    case .a04Below: make("A04.below", "and below", "mm[Hg]", 100, 60...140)
    case .a05Fall: make("A05.fall", "a fall from the baseline of", "mm[Hg]", 40, 10...100)
    case .a06Saturation: make("A06.spo2", "saturation is low below", "%", 90, 70...95)
    case .a06Seconds:
      make("A06.seconds", "readings of a device count when this far apart", "s", 60, 0...600)
    case .a06bRoomAir:
      make("A06b.roomAir", "saturation on room air is watched at or below", "%", 93, 85...97)
    case .a06bOxygen:
      make("A06b.oxygen", "saturation on oxygen is watched below", "%", 92, 85...97)
    case .a09Grades:
      make("A09.grades", "a rise of CRS by so many grades is the highest", "", 2, 1...4)
    case .a09Hours: make("A09.hours", "when it happens within", "h", 12, 1...48)
    case .a11Points:
      make("A11.points", "a fall of ICE by so many points is the highest", "", 3, 1...10)
    case .a11Hours: make("A11.hours", "against any score of the last", "h", 24, 1...72)
    case .a11bPoints:
      make("A11b.points", "a rise of CAPD by so many points is the highest", "", 3, 1...32)
    case .a11bHours: make("A11b.hours", "against any score of the last", "h", 24, 1...72)
    case .a11bTotal: make("A11b.total", "and so is a rise to", "", 9, 1...32)
    case .a13Minutes: make("A13.minutes", "a seizure is prolonged from", "min", 5, 1...30)
    case .a14Rise:
      make("A14.rise", "Cushing: systolic pressure above the baseline by", "mm[Hg]", 30, 10...100)
    case .a14HeartRate: make("A14.heartRate", "Cushing: heart rate below", "/min", 60, 30...100)
    case .a14BreathsLow:
      make("A14.breaths.low", "Cushing: respiratory rate below", "/min", 10, 4...20)
    case .a14BreathsHigh:
      make("A14.breaths.high", "Cushing: or respiratory rate above", "/min", 24, 16...60)
    case .a15Hours: make("A15.hours", "ICE or CAPD not assessable for more than", "h", 12, 1...72)
    case .a19Hours: make("A19.hours", "an antipyretic hides a fever for", "h", 6, 1...24)
    case .a20Day: make("A20.day", "doses of tocilizumab in 24 h", "", 3, 1...10)
    case .a20Total: make("A20.total", "doses of tocilizumab in all", "", 4, 1...20)
    case .a20Hours: make("A20.hours", "hours between two doses of tocilizumab", "h", 8, 1...48)
    case .a20Milligrams: make("A20.milligrams", "one dose of tocilizumab", "mg", 800, 100...2000)
    case .a21Hours:
      make("A21.hours", "CRS 2 or more without tocilizumab for more than", "h", 2, 1...48)
    case .a22Hours:
      make("A22.hours", "a response to tocilizumab is asked for after", "h", 8, 1...48)
    case .a23Hours: make("A23.hours", "a rise counts as a flare within", "h", 72, 12...168)
    case .a24Fold: make("A24.fold", "IL-6 has risen at", "fold", 2, 1...100)
    case .a24Hours: make("A24.hours", "against a value of the last", "h", 24, 1...168)
    case .a24Value: make("A24.value", "and is above", "pg/mL", 100, 0...100_000)
    case .a24Mute: make("A24.mute", "days after tocilizumab without this alert", "d", 7, 0...30)
    case .a25Value: make("A25.value", "IL-6 is very high from", "pg/mL", 1000, 10...1_000_000)
    case .a25Mute: make("A25.mute", "days after tocilizumab without this alert", "d", 7, 0...30)
    case .a26Value: make("A26.value", "ferritin is high above", "ug/L", 10_000, 100...1_000_000)
    case .a26Highest:
      make("A26.highest", "and the highest above", "ug/L", 100_000, 1000...10_000_000)
    case .a27Value: make("A27.value", "fibrinogen is low below", "g/L", tenths(15), 0...4)
    case .a27Highest: make("A27.highest", "and the highest below", "g/L", 1, 0...4)
    case .a28Fold:
      make("A28.fold", "ferritin above so many times its limit or baseline", "fold", 2, 1...100)
    case .a28Liver:
      make("A28.liver", "AST or ALT above so many times its limit or baseline", "fold", 5, 1...100)
    case .a28Fibrinogen: make("A28.fibrinogen", "fibrinogen below", "g/L", tenths(15), 0...4)
    case .a28Day: make("A28.day", "after this day the setting is given", "d", 7, 0...30)
    case .a28Recovery:
      make("A28.recovery", "a count recovers, and falls again, by this share", "%", 50, 10...200)
    case .a29Days: make("A29.days", "CRS is prolonged after more than", "d", 7, 1...30)
    case .a29Hours:
      make("A29.hours", "CRS 3 or more is prolonged after more than", "h", 72, 1...336)
    case .a33Days: make("A33.days", "days with neutrophils at or below 0.5 10*9/L", "d", 14, 1...31)
    case .a33DeepDays:
      make("A33.deepDays", "days with neutrophils at or below 0.1 10*9/L", "d", 7, 1...31)
    case .a34Platelets: make("A34.platelets", "platelets below", "10*9/L", 20, 1...100)
    case .a36Temperature:
      make("A36.temperature", "a temperature is asked about from", "Cel", 42, 40...45)
    case .a36Systolic:
      make(
        "A36.systolic", "pressure on a vasopressor is asked about from", "mm[Hg]", 180, 140...300)
    case .a36Flow:
      make("A36.flow", "a high-flow cannula is asked about at or below", "L/min", 6, 0...20)
    case .a36Minutes:
      make("A36.minutes", "two findings contradict one another within", "min", 60, 1...720)
    case .a38Hours:
      make("A38.hours", "a sedative explains a fall of consciousness for", "h", 2, 1...24)
    case .a39Potassium: make("A39.potassium", "potassium from", "mmol/L", 6, 4...10)
    case .a39Phosphate: make("A39.phosphate", "phosphate from", "mmol/L", hundredths(145), 1...5)
    case .a39PhosphateChild:
      make("A39.phosphate.child", "phosphate from, under 18 years", "mmol/L", tenths(21), 1...5)
    case .a39Urate: make("A39.urate", "urate from", "umol/L", 476, 100...2000)
    case .a39Calcium: make("A39.calcium", "calcium at or below", "mmol/L", hundredths(175), 1...3)
    case .a39Change: make("A39.change", "or a change from the baseline by", "%", 25, 5...200)
    case .a39Days: make("A39.days", "within, after the infusion", "d", 7, 1...30)
    case .rearmHighest:
      make("alerts.rearm.highest", "a highest alert comes back after", "min", 15, 1...720)
    case .rearmOthers:
      make("alerts.rearm.others", "any other alert comes back after", "min", 60, 1...1440)
    case .escalate:
      make("alerts.escalate", "the next person is named after", "min", 5, 1...120)
    }
  }

  private func make(
    _ id: String, _ text: String, _ unit: String, _ standard: DecimalNumber,
    _ range: ClosedRange<DecimalNumber>
  ) -> Row {
    Row(id: id, text: text, unit: unit, standard: standard, range: range)
  }

  private func tenths(_ n: Int) -> DecimalNumber { DecimalNumber(tenths: n) }

  private func hundredths(_ n: Int) -> DecimalNumber {
    DecimalNumber(n).scaled(by: 1, over: 100, places: 2)
  }
}
