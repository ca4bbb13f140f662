import Content
import CustomDump
import Testing

@testable import Site

@Suite struct TopicGroupTests {
  private func topics(_ folder: String, _ count: Int, asks: Int = 0) -> [Topic] {
    (1...count).map { number in
      Topic(
        id: "\(folder)a\(number)", title: "\(folder)\(number)",
        page: "en-us/\(folder)a\(number).html",
        asks: number > count - asks)
    }
  }

  @Test func `a list that a reader can look through has no folders`() {
    #expect(TopicGroup.folders(of: topics("docs/mail/", 40)).isEmpty)
  }

  @Test func `a long list is cut where paths first differ, and each folder shows what asks first`()
    throws
  {
    let index = Topic(
      id: "docs/wi-fi/index", title: "Wireless networks", page: "en-us/docs/wi-fi/index.html",
      asks: false)
    let all =
      topics("docs/mail-and-chat/", 38, asks: 2) + topics("docs/wi-fi/deep/", 3) + [index]
      + topics("docs/", 2)
    let folders = TopicGroup.folders(of: all)
    expectNoDifference(folders.map(\.title), ["Mail and chat", "Wireless networks", nil])
    expectNoDifference(folders.map(\.topics.count), [38, 4, 2])
    let mail = try #require(folders.first)
    expectNoDifference(
      mail.shown.map(\.id),
      [37, 38, 1, 2, 3].map { "docs/mail-and-chat/a\($0)" })
    expectNoDifference(mail.page(in: .americanEnglish), "en-us/-/in/mail-and-chat.html")
    expectNoDifference(folders[1].shown.count, 4)
  }

  @Test func `a group takes in the topics of another with its name`() {
    var groups = [TopicGroup(name: "toc-1", title: "Mail", topics: topics("m/", 1))]
    groups.merge(TopicGroup(name: "mail", title: "mail", topics: topics("mail/", 2)))
    groups.merge(TopicGroup(name: "", title: nil, topics: topics("", 1)))
    expectNoDifference(groups.map(\.topics.count), [3, 1])
  }
}
