import Compiler
import Content
import Decisions

@testable import Terminal

/// A small help centre in two languages.
enum Sample {
  static let configuration = """
    locales: [en-us, nl-nl]
    title:
      en-us: Help
      nl-nl: Hulp
    """

  static let codes = """
    # My code doesn't arrive

    Look at your phone first.

    |Problem|Solution|
    |---|---|
    |No message comes|Check the signal.<br><br>If you still get nothing, follow [Set up](setup.md#set-up).|
    |The code is late|Ask for one new code.|
    |None of these|Call the service desk.|
    """

  static let setup = """
    # Set up the app

    ## Set up

    Have your phone ready.

    1. Install the app.
    2. Scan the code.

       > [!NOTE]
       > Hold still.

    3. Sign in.

    ## If it fails

    Go to [My code doesn't arrive](codes.md).
    """

  /// A translation, side by side as localization writes it.
  static let dutchCodes = """
    # <span data-ttu-id="a-101">Mijn code komt niet</span><span class="sxs-lookup"><span data-stu-id="a-101">My code doesn't arrive</span></span>

    <span data-ttu-id="a-102">Kijk eerst op je telefoon.</span><span class="sxs-lookup"><span data-stu-id="a-102">Look at your phone first.</span></span>

    |<span data-ttu-id="a-103">Probleem</span><span class="sxs-lookup"><span data-stu-id="a-103">Problem</span></span>|<span data-ttu-id="a-104">Oplossing</span><span class="sxs-lookup"><span data-stu-id="a-104">Solution</span></span>|
    |---|---|
    |<span data-ttu-id="a-105">Er komt geen bericht</span><span class="sxs-lookup"><span data-stu-id="a-105">No message comes</span></span>|<span data-ttu-id="a-106">Controleer het bereik.</span><span class="sxs-lookup"><span data-stu-id="a-106">Check the signal.</span></span><br><br><span data-ttu-id="a-107">Komt er nog niets, volg [Instellen](setup.md#set-up).</span><span class="sxs-lookup"><span data-stu-id="a-107">If you still get nothing, follow [Set up](setup.md#set-up).</span></span>|
    |<span data-ttu-id="a-108">De code is laat</span><span class="sxs-lookup"><span data-stu-id="a-108">The code is late</span></span>|<span data-ttu-id="a-109">Vraag één nieuwe code.</span><span class="sxs-lookup"><span data-stu-id="a-109">Ask for one new code.</span></span>|
    |<span data-ttu-id="a-110">Geen van deze</span><span class="sxs-lookup"><span data-stu-id="a-110">None of these</span></span>|<span data-ttu-id="a-111">Bel de servicedesk.</span><span class="sxs-lookup"><span data-stu-id="a-111">Call the service desk.</span></span>|
    """

  static let files = [
    "waymark.yml": configuration, "en-us/codes.md": codes, "en-us/setup.md": setup,
    "nl-nl/codes.md": dutchCodes,
  ]

  static func library(_ files: [String: String] = files) async -> Library {
    let folder = ContentFolder(files: files.keys.sorted()) { files[$0].map { Array($0.utf8) } }
    return await LibraryCompiler.compile(folder, fallbackLocale: nil).library
  }

  static func session() async -> WalkSession {
    WalkSession(await library(), locale: .americanEnglish)
  }
}

extension WalkSession {
  /// Applies lines as somebody would type them; returns the last outcome.
  @discardableResult
  mutating func type(_ lines: String...) -> Outcome {
    var last = Outcome.help
    for line in lines { last = apply(Command(line)) }
    return last
  }

  /// The id of the node on which the reader stands.
  var here: String? { visit?.walk.node.id.rawValue }

  /// The prompt as lines of plain text.
  func shown(width: Int = 60) -> [String] {
    var layout = PromptLayout()
    layout.isPaired = isPaired
    return PromptText(prompt, library: library, phrases: phrases, layout: layout)
      .paragraphs.lines(width: width).map { $0.map(\.text).joined() }
  }
}
