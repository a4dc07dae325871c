/// Indomethacin in six subjects (R's data set Indometh), with the answers of PKNCA, copied as facts.
enum PublishedKinetics {
  struct Subject {
    let id: String
    let concentrations: [Double]
    let cmax: Double
    let tmax: Double
    let tlast: Double
    let clast: Double
    /// From time 0, where the concentration counts as 0.
    let aucLast: Double
    let auc0to6: Double
    let lambdaZ: Double
    let halfLife: Double
    let adjustedRSquared: Double
    let points: Int
  }

  static let times = [0.25, 0.5, 0.75, 1, 1.25, 2, 3, 4, 5, 6, 8]

  static let indometh: [Subject] = [
    Subject(
      id: "1", concentrations: [1.5, 0.94, 0.78, 0.48, 0.37, 0.19, 0.12, 0.11, 0.08, 0.07, 0.05],
      cmax: 1.5, tmax: 0.25, tlast: 8, clast: 0.05, aucLast: 1.7193652899819196,
      auc0to6: 1.60048475350238, lambdaZ: 0.158320482400297, halfLife: 4.37812701206527,
      adjustedRSquared: 0.994133454852432, points: 3),
    Subject(
      id: "2", concentrations: [2.03, 1.63, 0.71, 0.7, 0.64, 0.36, 0.32, 0.2, 0.25, 0.12, 0.08],
      cmax: 2.03, tmax: 0.25, tlast: 8, clast: 0.08, aucLast: 2.889143599552922,
      auc0to6: 2.69183932256281, lambdaZ: 0.302280019819912, halfLife: 2.293063170278,
      adjustedRSquared: 0.94019327035662, points: 9),
    Subject(
      id: "3", concentrations: [2.72, 1.49, 1.16, 0.8, 0.8, 0.39, 0.22, 0.12, 0.11, 0.08, 0.08],
      cmax: 2.72, tmax: 0.25, tlast: 8, clast: 0.08, aucLast: 2.8817113386363893,
      auc0to6: 2.72171133863639, lambdaZ: 0.421892648718165, halfLife: 1.64294680807056,
      adjustedRSquared: 0.860304308417396, points: 10),
    Subject(
      id: "4", concentrations: [1.85, 1.39, 1.02, 0.89, 0.59, 0.4, 0.16, 0.11, 0.1, 0.07, 0.07],
      cmax: 1.85, tmax: 0.25, tlast: 8, clast: 0.07, aucLast: 2.444245862401566,
      auc0to6: 2.30424586240157, lambdaZ: 0.429076150334429, halfLife: 1.61544094217237,
      adjustedRSquared: 0.850507676587819, points: 10),
    Subject(
      id: "5", concentrations: [2.05, 1.04, 0.81, 0.39, 0.3, 0.23, 0.13, 0.11, 0.08, 0.1, 0.06],
      cmax: 2.05, tmax: 0.25, tlast: 8, clast: 0.06, aucLast: 1.9211984306181333,
      auc0to6: 1.76458921550044, lambdaZ: 0.252747784168332, halfLife: 2.74244612209262,
      adjustedRSquared: 0.854451592499318, points: 8),
    Subject(
      id: "6", concentrations: [2.31, 1.44, 1.03, 0.84, 0.64, 0.42, 0.24, 0.17, 0.13, 0.1, 0.09],
      cmax: 2.31, tmax: 0.25, tlast: 8, clast: 0.09, aucLast: 2.84131382780238,
      auc0to6: 2.65148939618178, lambdaZ: 0.353520521401733, halfLife: 1.9606985693831,
      adjustedRSquared: 0.890232924145633, points: 9),
  ]
}
