/// Published answers of R's `survival`, copied as facts, for its data set aml (leukaemia maintained by
/// chemotherapy or not; Miller, Survival Analysis, 1981).
enum Published {
  static let aml: [(time: Double, isEvent: Bool, group: String)] = [
    (9, true, "Maintained"),
    (13, true, "Maintained"),
    (13, false, "Maintained"),
    (18, true, "Maintained"),
    (23, true, "Maintained"),
    (28, false, "Maintained"),
    (31, true, "Maintained"),
    (34, true, "Maintained"),
    (45, false, "Maintained"),
    (48, true, "Maintained"),
    (161, false, "Maintained"),
    (5, true, "Nonmaintained"),
    (5, true, "Nonmaintained"),
    (8, true, "Nonmaintained"),
    (8, true, "Nonmaintained"),
    (12, true, "Nonmaintained"),
    (16, false, "Nonmaintained"),
    (23, true, "Nonmaintained"),
    (27, true, "Nonmaintained"),
    (30, true, "Nonmaintained"),
    (33, true, "Nonmaintained"),
    (43, true, "Nonmaintained"),
    (45, true, "Nonmaintained"),
  ]

  struct Row {
    let group: String
    let time: Double
    let atRisk: Int
    let events: Int
    let censored: Int
    let survival: Double
    let standardError: Double?
    let lower: Double?
    let upper: Double?

    init(
      _ group: String, _ time: Double, _ atRisk: Int, _ events: Int, _ censored: Int,
      _ survival: Double, _ standardError: Double?, _ lower: Double?, _ upper: Double?
    ) {
      self.group = group
      self.time = time
      self.atRisk = atRisk
      self.events = events
      self.censored = censored
      self.survival = survival
      self.standardError = standardError
      self.lower = lower
      self.upper = upper
    }
  }

  /// `summary(survfit(Surv(time, event) ~ group, aml, conf.type = "log-log"), censored = TRUE)`.
  static let amlTable: [Row] = [
    Row(
      "Maintained", 9, 11, 1, 0, 0.909090909090909, 0.0866784172041448,
      0.5080802057699297, 0.986673822667823),
    Row(
      "Maintained", 13, 10, 1, 1, 0.818181818181818, 0.1162912998303329,
      0.4474286146821814, 0.951162228582492),
    Row(
      "Maintained", 18, 8, 1, 0, 0.715909090909091, 0.1396649705572278,
      0.3501903859079384, 0.899023974191053),
    Row(
      "Maintained", 23, 7, 1, 0, 0.613636363636364, 0.1526323310273120,
      0.2657520400012861, 0.835299243250221),
    Row(
      "Maintained", 28, 6, 0, 1, 0.613636363636364, 0.1526323310273120,
      0.2657520400012861, 0.835299243250221),
    Row(
      "Maintained", 31, 5, 1, 0, 0.490909090909091, 0.1641932672211358,
      0.1673309097768508, 0.753399790370811),
    Row(
      "Maintained", 34, 4, 1, 0, 0.368181818181818, 0.1626688858270948,
      0.0928295749369852, 0.657040832398164),
    Row(
      "Maintained", 45, 3, 0, 1, 0.368181818181818, 0.1626688858270948,
      0.0928295749369852, 0.657040832398164),
    Row(
      "Maintained", 48, 2, 1, 0, 0.184090909090909, 0.1534927457862937,
      0.0117384801231896, 0.525014842726641),
    Row(
      "Maintained", 161, 1, 0, 1, 0.184090909090909, 0.1534927457862937,
      0.0117384801231896, 0.525014842726641),
    Row(
      "Nonmaintained", 5, 12, 2, 0, 0.8333333333333334, 0.1075828707279838,
      0.48171494219537886, 0.955509365728065),
    Row(
      "Nonmaintained", 8, 10, 2, 0, 0.6666666666666667, 0.1360827634879544,
      0.33701893254140197, 0.859711799084440),
    Row(
      "Nonmaintained", 12, 8, 1, 0, 0.5833333333333334, 0.1423187606383278,
      0.27013892408549733, 0.800940192333387),
    Row(
      "Nonmaintained", 16, 7, 0, 1, 0.5833333333333334, 0.1423187606383278,
      0.27013892408549733, 0.800940192333387),
    Row(
      "Nonmaintained", 23, 6, 1, 0, 0.4861111111111112, 0.1481300625534829,
      0.19187661961872829, 0.729671569779485),
    Row(
      "Nonmaintained", 27, 5, 1, 0, 0.3888888888888890, 0.1469861839480328,
      0.12627201219539366, 0.649817408289315),
    Row(
      "Nonmaintained", 30, 4, 1, 0, 0.2916666666666667, 0.1387151691349874,
      0.07240160890777184, 0.560886052671409),
    Row(
      "Nonmaintained", 33, 3, 1, 0, 0.1944444444444445, 0.1218745053804462,
      0.03119864293121194, 0.461429476238114),
    Row(
      "Nonmaintained", 43, 2, 1, 0, 0.0972222222222222, 0.0918663649675205,
      0.00574630569586383, 0.348903861110750),
    Row(
      "Nonmaintained", 45, 1, 1, 0, 0.0000000000000000, nil,
      nil, nil),
  ]

  /// Medians with their limits, follow-up, and what the curve says at a time.
  struct Summary {
    let interval: String
    let group: String
    let median: [Double?]
    let followUp: Double?
    /// At 6, 12, 24: S, lower, upper, at risk.
    let landmarks: [[Double]]
  }

  static let amlSummaries: [Summary] = [
    Summary(
      interval: "log-log", group: "Maintained",
      median: [31.0000000000000, 13.0000000000000, nil], followUp: 103.0000000000000,
      landmarks: [
        [1, 1, 1, 11], [0.909090909090909, 0.508080205769930, 0.986673822667823, 10],
        [0.613636363636364, 0.265752040001286, 0.835299243250221, 6],
      ]),
    Summary(
      interval: "log-log", group: "Nonmaintained",
      median: [23.00000000000000, 5.00000000000000, 33.00000000000000], followUp: nil,
      landmarks: [
        [0.833333333333333, 0.481714942195379, 0.955509365728065, 10],
        [0.583333333333333, 0.270138924085497, 0.800940192333387, 8],
        [0.486111111111111, 0.191876619618728, 0.729671569779485, 5],
      ]),
    Summary(
      interval: "log", group: "Maintained",
      median: [31.0000000000000, 18.0000000000000, nil], followUp: 103.0000000000000,
      landmarks: [
        [1, 1, 1, 11], [0.909090909090909, 0.754133845081525, 1.000000000000000, 10],
        [0.613636363636364, 0.376867059501680, 0.999157600228473, 6],
      ]),
    Summary(
      interval: "log", group: "Nonmaintained",
      median: [23.00000000000000, 8.00000000000000, nil], followUp: nil,
      landmarks: [
        [0.833333333333333, 0.647036987013362, 1.000000000000000, 10],
        [0.583333333333333, 0.361613705210385, 0.940998012173809, 8],
        [0.486111111111111, 0.267518248858267, 0.883319225339558, 5],
      ]),
    Summary(
      interval: "plain", group: "Maintained",
      median: [31.0000000000000, 18.0000000000000, 48.0000000000000], followUp: 103.0000000000000,
      landmarks: [
        [1, 1, 1, 11], [0.909090909090909, 0.739204333133848, 1.000000000000000, 10],
        [0.613636363636364, 0.314482491946437, 0.912790235326290, 6],
      ]),
    Summary(
      interval: "plain", group: "Nonmaintained",
      median: [23.00000000000000, 8.00000000000000, 33.00000000000000], followUp: nil,
      landmarks: [
        [0.833333333333333, 0.622474781353057, 1.000000000000000, 10],
        [0.583333333333333, 0.304393688157834, 0.862272978508832, 8],
        [0.486111111111111, 0.195781523478619, 0.776440698743603, 5],
      ]),
  ]
}
