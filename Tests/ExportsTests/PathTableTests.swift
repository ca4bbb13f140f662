import Compiler
import CustomDump
import Exports
import Testing

@Suite struct PathTableTests {
  @Test func `a path is a line with its answers, its length and its end`() async {
    let article = """
      # Print

      ## Problems, all

      |Problem|Solution|
      |---|---|
      |It says "no paper", then stops|Fill the tray.<br><br>If it still stops, restart it.|
      |None of these|Call the print room.|

      ## Next

      1. Read.
      2. Rest.
      """
    let library = await LibraryCompiler.compile(
      ContentFolder(["print.md": article]), fallbackLocale: nil
    ).library
    let diagrams = await TreeDiagram.diagrams(of: library, articles: library.articles, locale: nil)
    let text = PathTable.csv(diagrams).replacing("\r\n", with: "⏎\n")
    expectNoDifference(
      text.replacing(/,[0-9]{3} [0-9]{3},/, with: ",CODE,"),
      #"""
      article,question,answers,length,end,end kind,end code,end id⏎
      print,"Problems, all","It says ""no paper"", then stops > Yes, that solved it",2,Solved,resolved,CODE,print/problems-all/it-says-no-paper-then-stops/solved⏎
      print,"Problems, all","It says ""no paper"", then stops > No, it's still not working > Yes, that solved it",3,Solved,resolved,CODE,print/problems-all/it-says-no-paper-then-stops/2/solved⏎
      print,"Problems, all","It says ""no paper"", then stops > No, it's still not working > No, it's still not working",3,Get help,escalation,CODE,print/problems-all/it-says-no-paper-then-stops/2/contact⏎
      print,"Problems, all",None of these,1,Call the print room.,escalation,CODE,print/problems-all/none-of-these⏎

      """#)
  }
}
