/// A unit of measurement, by its UCUM code (case-sensitive); the raw value is that code.
package enum Unit: String, CaseIterable, Sendable, Codable {
  case celsius = "Cel"
  case fahrenheit = "[degF]"
  case perMinute = "/min"
  case millimetreOfMercury = "mm[Hg]"
  case kilopascal = "kPa"
  case percent = "%"
  case one = "1"
  case litrePerMinute = "L/min"
  case millilitrePerMinute = "mL/min"
  case millilitre = "mL"
  case litre = "L"
  case kilogram = "kg"
  case gram = "g"
  case centimetre = "cm"
  case metre = "m"
  case second = "s"
  case minute = "min"
  case hour = "h"
  case milligram = "mg"
  case microgram = "ug"
  case internationalUnit = "[iU]"
  case milligramPerKilogram = "mg/kg"
  case microgramPerKilogram = "ug/kg"
  case internationalUnitPerKilogram = "[iU]/kg"
  case milligramPerSquareMetre = "mg/m2"
  case millimole = "mmol"
  case millionPerKilogram = "10*6/kg"
  case million = "10*6"
  case microgramPerKilogramMinute = "ug/kg/min"
  case microgramPerKilogramHour = "ug/kg/h"
  case microgramPerMinute = "ug/min"
  case microgramPerHour = "ug/h"
  case milligramPerMinute = "mg/min"
  case milligramPerHour = "mg/h"
  case milligramPerKilogramHour = "mg/kg/h"
  case internationalUnitPerMinute = "[iU]/min"
  case internationalUnitPerHour = "[iU]/h"
  case internationalUnitPerKilogramMinute = "[iU]/kg/min"
  case internationalUnitPerKilogramHour = "[iU]/kg/h"
  case millilitrePerHour = "mL/h"
  case picogramPerMillilitre = "pg/mL"
  case nanogramPerMillilitre = "ng/mL"
  case microgramPerMillilitre = "ug/mL"
  case microgramPerLitre = "ug/L"
  case milligramPerLitre = "mg/L"
  case milligramPerDecilitre = "mg/dL"
  case gramPerLitre = "g/L"
  case gramPerDecilitre = "g/dL"
  case unitPerLitre = "U/L"
  case unitPerMillilitre = "U/mL"
  case micromolePerLitre = "umol/L"
  case millimolePerLitre = "mmol/L"
  case billionPerLitre = "10*9/L"
  case millionPerLitre = "10*6/L"
  case perMicrolitre = "/uL"
  case thousandPerMicrolitre = "10*3/uL"
  case cellsPerMicrolitre = "{cells}/uL"
  case copiesPerMicrogram = "{copies}/ug"
  case milligramPerLitreFEU = "mg/L{FEU}"
  case nanogramPerMillilitreFEU = "ng/mL{FEU}"
  case microgramPerMillilitreFEU = "ug/mL{FEU}"

  /// The unit that a spelling means: the UCUM code itself, or one of the everyday spellings that
  /// contract 1.2 takes on input; `nil` for anything else. Case-sensitive, as UCUM is.
  package init?(spelling: String) {
    if let unit = Unit(rawValue: spelling) {
      self = unit
    } else if let unit = Self.everydaySpellings[spelling] {
      self = unit
    } else {
      return nil
    }
  }

  /// What a person reads: `°C`, `mmHg`, `mcg/kg/min`, `cells/uL`.
  ///
  /// Doses read `mcg`, never `µg` or `ug`, which are misread (contract 1.2).
  package var label: String { Self.labels[self] ?? rawValue }

  private static let labels: [Unit: String] = [
    .celsius: "°C", .fahrenheit: "°F", .millimetreOfMercury: "mmHg", .one: "",
    .internationalUnit: "IU", .internationalUnitPerKilogram: "IU/kg",
    .microgram: "mcg", .microgramPerKilogram: "mcg/kg",
    .microgramPerKilogramMinute: "mcg/kg/min", .microgramPerKilogramHour: "mcg/kg/h",
    .microgramPerMinute: "mcg/min", .microgramPerHour: "mcg/h",
    .internationalUnitPerMinute: "IU/min", .internationalUnitPerHour: "IU/h",
    .internationalUnitPerKilogramMinute: "IU/kg/min",
    .internationalUnitPerKilogramHour: "IU/kg/h",
    .millionPerKilogram: "x10^6/kg", .million: "x10^6",
    .billionPerLitre: "x10^9/L", .millionPerLitre: "x10^6/L",
    .thousandPerMicrolitre: "x10^3/uL",
    .cellsPerMicrolitre: "cells/uL", .copiesPerMicrogram: "copies/ug",
    .milligramPerLitreFEU: "mg/L FEU", .nanogramPerMillilitreFEU: "ng/mL FEU",
    .microgramPerMillilitreFEU: "ug/mL FEU",
  ]

  private static let everydaySpellings: [String: Unit] = [
    "°C": .celsius, "C": .celsius, "degC": .celsius, "℃": .celsius,
    "°F": .fahrenheit, "F": .fahrenheit, "degF": .fahrenheit, "℉": .fahrenheit,
    "bpm": .perMinute, "beats/min": .perMinute, "breaths/min": .perMinute, "1/min": .perMinute,
    "{beats}/min": .perMinute, "{breaths}/min": .perMinute, "/Min": .perMinute,
    "mmHg": .millimetreOfMercury, "mm Hg": .millimetreOfMercury,
    "l/min": .litrePerMinute, "lpm": .litrePerMinute, "LPM": .litrePerMinute,
    "ml/min": .millilitrePerMinute,
    "ml": .millilitre, "l": .litre,
    "sec": .second, "mins": .minute, "hr": .hour,
    "mcg": .microgram, "µg": .microgram, "μg": .microgram,
    "IU": .internationalUnit, "U": .internationalUnit, "[IU]": .internationalUnit,
    "units": .internationalUnit,
    "mcg/kg": .microgramPerKilogram, "µg/kg": .microgramPerKilogram,
    "μg/kg": .microgramPerKilogram, "U/kg": .internationalUnitPerKilogram,
    "IU/kg": .internationalUnitPerKilogram, "mg/m^2": .milligramPerSquareMetre,
    "mg/m²": .milligramPerSquareMetre,
    "10^6/kg": .millionPerKilogram, "x10^6/kg": .millionPerKilogram,
    "10*6{cells}/kg": .millionPerKilogram, "10^6": .million, "x10^6": .million,
    "mcg/kg/min": .microgramPerKilogramMinute, "µg/kg/min": .microgramPerKilogramMinute,
    "μg/kg/min": .microgramPerKilogramMinute, "ug/(kg.min)": .microgramPerKilogramMinute,
    "ug/kg.min": .microgramPerKilogramMinute,
    "mcg/kg/h": .microgramPerKilogramHour, "µg/kg/h": .microgramPerKilogramHour,
    "ug/kg/hr": .microgramPerKilogramHour,
    "mcg/min": .microgramPerMinute, "µg/min": .microgramPerMinute,
    "μg/min": .microgramPerMinute, "mcg/h": .microgramPerHour, "µg/h": .microgramPerHour,
    "mg/hr": .milligramPerHour, "mg/kg/hr": .milligramPerKilogramHour,
    "U/min": .internationalUnitPerMinute, "IU/min": .internationalUnitPerMinute,
    "units/min": .internationalUnitPerMinute,
    "U/h": .internationalUnitPerHour, "IU/h": .internationalUnitPerHour,
    "units/h": .internationalUnitPerHour, "U/hr": .internationalUnitPerHour,
    "U/kg/min": .internationalUnitPerKilogramMinute,
    "IU/kg/min": .internationalUnitPerKilogramMinute,
    "U/kg/h": .internationalUnitPerKilogramHour, "IU/kg/h": .internationalUnitPerKilogramHour,
    "ml/h": .millilitrePerHour, "mL/hr": .millilitrePerHour, "ml/hr": .millilitrePerHour,
    "ng/L": .picogramPerMillilitre, "pg/ml": .picogramPerMillilitre,
    "ng/ml": .nanogramPerMillilitre, "µg/L": .microgramPerLitre, "μg/L": .microgramPerLitre,
    "mcg/L": .microgramPerLitre, "ug/l": .microgramPerLitre,
    "ug/ml": .microgramPerMillilitre, "µg/mL": .microgramPerMillilitre,
    "mcg/mL": .microgramPerMillilitre,
    "mg/l": .milligramPerLitre, "mg/dl": .milligramPerDecilitre,
    "g/l": .gramPerLitre, "g/dl": .gramPerDecilitre,
    "IU/L": .unitPerLitre, "[iU]/L": .unitPerLitre, "U/l": .unitPerLitre,
    "IU/mL": .unitPerMillilitre, "[iU]/mL": .unitPerMillilitre, "U/ml": .unitPerMillilitre,
    "µmol/L": .micromolePerLitre, "μmol/L": .micromolePerLitre, "umol/l": .micromolePerLitre,
    "mmol/l": .millimolePerLitre,
    "10^9/L": .billionPerLitre, "G/L": .billionPerLitre, "x10^9/L": .billionPerLitre,
    "10^9/l": .billionPerLitre, "10*9/l": .billionPerLitre, "×10^9/L": .billionPerLitre,
    "10^6/L": .millionPerLitre, "x10^6/L": .millionPerLitre,
    "/µL": .perMicrolitre, "/μL": .perMicrolitre, "/ul": .perMicrolitre, "/mm3": .perMicrolitre,
    "1/uL": .perMicrolitre,
    "10^3/uL": .thousandPerMicrolitre, "K/uL": .thousandPerMicrolitre,
    "10^3/µL": .thousandPerMicrolitre, "x10^3/uL": .thousandPerMicrolitre,
    "cells/uL": .cellsPerMicrolitre, "cells/µL": .cellsPerMicrolitre,
    "cells/ul": .cellsPerMicrolitre,
    "copies/ug": .copiesPerMicrogram, "copies/µg": .copiesPerMicrogram,
    "copies/μg": .copiesPerMicrogram,
    "mg/L FEU": .milligramPerLitreFEU, "ng/mL FEU": .nanogramPerMillilitreFEU,
    "ug/mL FEU": .microgramPerMillilitreFEU,
  ]

  /// Every spelling that is taken, for the nearest-name help of a refusal.
  package static var allSpellings: [String] {
    allCases.map(\.rawValue) + everydaySpellings.keys.sorted()
  }
}
