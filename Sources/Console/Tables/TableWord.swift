/// The key of a text about tables that are imported; `TableCatalogue` has it in each language.
package enum TableWord: String, CaseIterable, Sendable {
  case commandTable, commandChange, commandLines, commandSave, commandImport
  case hintChange, hintLines, hintSave, hintImport
  case title, chooseFile, reading, mayNot, oneAtATime, saving, importing
  case layout, layoutLong, layoutWide, patient, time, clock, code, value, unit
  case dateOrder, orderTold, orderYear, orderDay, orderMonth
  case decimal, thousands, skip, point, comma, blank, apostrophe, none
  case notSaid, notTaken, otherTest, variableTitle, unitTitle, ownUnit, typeUnit
  case columnWhat, columnSaid, columnExample
  case firstLines, refusedLines, understood, refusedNone, sayFirst, sayVariables
  case savedMapping, importTitle, doNotImport, importNow, nothingNew
}

extension Catalogue {
  /// The text of a key with its places filled.
  package func callAsFunction(_ word: TableWord, _ arguments: String...) -> String {
    Self.filled(TableCatalogue.text(word, in: language), arguments)
  }
}

/// The words about imported tables in each language.
package enum TableCatalogue {
  /// The text of a key; in English where the language has none.
  package static func text(_ word: TableWord, in language: String) -> String {
    let texts = language.hasPrefix("zh") ? simplifiedChinese : english
    return texts[word] ?? english[word] ?? word.rawValue
  }

  package static let english: [TableWord: String] = [
    .commandTable: "Import a table (CSV)", .commandChange: "Say what the chosen row is",
    .commandLines: "First lines, or only the refused ones", .commandSave: "Save the mapping",
    .commandImport: "Import the table", .hintChange: "Change", .hintLines: "Refused lines",
    .hintSave: "Save mapping", .hintImport: "Import",
    .title: "Import a table", .chooseFile: "Which file? Type its path, or choose",
    .reading: "reading", .mayNot: "a nurse or a physician imports tables",
    .oneAtATime: "wait until the table is read", .saving: "saving", .importing: "importing",
    .layout: "Layout", .layoutLong: "one result a line", .layoutWide: "one variable a column",
    .patient: "Whose it is", .time: "Time", .clock: "Time of day beside it", .code: "Test",
    .value: "Result", .unit: "Unit", .dateOrder: "Order of dates",
    .orderTold: "as each date tells; refused where it does not",
    .orderYear: "year-month-day", .orderDay: "day-month-year", .orderMonth: "month-day-year",
    .decimal: "Decimals", .thousands: "Thousands", .skip: "Lines above headings", .point: "point",
    .comma: "comma",
    .blank: "blank", .apostrophe: "apostrophe", .none: "none",
    .notSaid: "not said yet", .notTaken: "not taken",
    .otherTest: "another test, part of no rule", .variableTitle: "What is {0}?",
    .unitTitle: "In which unit is {0}?", .ownUnit: "the unit in its own column",
    .typeUnit: "type the unit", .columnWhat: "What", .columnSaid: "In this file",
    .columnExample: "Example", .firstLines: "First lines as understood",
    .refusedLines: "Refused lines",
    .understood: "{0} of {1} lines understood: {2} new, {3} already there",
    .refusedNone: "no line is refused", .sayFirst: "say first: {0}",
    .sayVariables: "say of one column at least what it is",
    .savedMapping: "by the mapping beside the file",
    .importTitle: "{0} new events; {1} lines refused stay out", .doNotImport: "Do not import",
    .importNow: "Import {0}", .nothingNew: "nothing in it is new",
  ]

  package static let simplifiedChinese: [TableWord: String] = [
    .commandTable: "导入表格 (CSV)", .commandChange: "说明所选行的含义",
    .commandLines: "前几行,或仅被拒绝的行", .commandSave: "保存对应关系",
    .commandImport: "导入表格", .hintChange: "更改", .hintLines: "被拒绝的行",
    .hintSave: "保存对应", .hintImport: "导入",
    .title: "导入表格", .chooseFile: "哪个文件?输入路径或选择",
    .reading: "正在读取", .mayNot: "由护士或医生导入表格",
    .oneAtATime: "请等待表格读取完毕", .saving: "正在保存", .importing: "正在导入",
    .layout: "布局", .layoutLong: "每行一个结果", .layoutWide: "每列一个变量",
    .patient: "患者", .time: "时间", .clock: "旁边的时刻列", .code: "项目",
    .value: "结果", .unit: "单位", .dateOrder: "日期顺序",
    .orderTold: "由日期本身判断;无法判断则拒绝",
    .orderYear: "年-月-日", .orderDay: "日-月-年", .orderMonth: "月-日-年",
    .decimal: "小数点", .thousands: "千位分隔", .skip: "标题行以上的行数", .point: "点", .comma: "逗号",
    .blank: "空格", .apostrophe: "撇号", .none: "无",
    .notSaid: "尚未说明", .notTaken: "不导入",
    .otherTest: "其他项目,不参与任何规则", .variableTitle: "{0} 是什么?",
    .unitTitle: "{0} 的单位是什么?", .ownUnit: "单位在其自身列中",
    .typeUnit: "输入单位", .columnWhat: "内容", .columnSaid: "在此文件中",
    .columnExample: "示例", .firstLines: "前几行的理解", .refusedLines: "被拒绝的行",
    .understood: "共 {1} 行,理解 {0} 行:新增 {2},已有 {3}",
    .refusedNone: "没有被拒绝的行", .sayFirst: "请先说明:{0}",
    .sayVariables: "请至少说明一列的含义", .savedMapping: "按文件旁的对应关系",
    .importTitle: "新增 {0} 个事件;{1} 行被拒绝,不导入", .doNotImport: "不导入",
    .importNow: "导入 {0}", .nothingNew: "没有新内容",
  ]
}
