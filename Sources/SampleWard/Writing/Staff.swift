import Clinical

/// The invented people of the ward who write into its record.
struct Staff {
  struct Member {
    var login: String
    var name: String
    var role: Role
  }

  static let nurses = [
    Member(login: "liuyan", name: "刘燕", role: .nurse),
    Member(login: "sunli", name: "孙丽", role: .nurse),
    Member(login: "huangmei", name: "黄梅", role: .nurse),
    Member(login: "tkeller", name: "Theresa Keller", role: .nurse),
    Member(login: "maqiang", name: "马强", role: .nurse),
    Member(login: "jsantos", name: "Joana Santos", role: .nurse),
  ]
  static let physicians = [
    Member(login: "chenjie", name: "陈洁", role: .physician),
    Member(login: "zhaoheng", name: "赵恒", role: .physician),
    Member(login: "rmeyer", name: "Ruth Meyer", role: .physician),
  ]
  static let others = [
    Member(login: "wutao", name: "吴涛", role: .administrator),
    Member(login: "guoxin", name: "郭欣", role: .instructor),
    Member(login: "fengyu", name: "冯雨", role: .reader),
  ]

  /// Who is on shift: nurses by day, evening and night, each with part of the beds; a physician by
  /// day.
  static func writer(_ author: Author, at moment: Moment, bedside: Int) -> Member? {
    switch author {
    case .office: return nil
    case .nurse:
      let hour = moment.minuteOfDay / 60
      let shift = (7..<15).contains(hour) ? 0 : (15..<23).contains(hour) ? 1 : 2
      return nurses[shift * 2 + abs(bedside) % 2]
    case .physician: return physicians[abs(moment.day + bedside) % physicians.count]
    }
  }
}
