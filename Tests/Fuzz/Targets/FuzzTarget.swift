/// A part of the product that reads what strangers write.
enum FuzzTarget: String, CaseIterable {
  /// An article's bytes, to its tree.
  case article
  /// A pipe table's rows.
  case table
  /// The YAML at the head of an article.
  case frontMatter = "front-matter"
  /// Side-by-side mark-up.
  case units
  /// `waymark.yml`.
  case configuration
  /// `permalinks.json`.
  case permalinks
  /// The list of moved articles.
  case redirections
  /// `toc.yml`.
  case contents
  /// A tree export, as `diff` reads it.
  case tree
  /// A translation that comes back, as `xliff import` reads it.
  case xliff
  /// Keys, and answers typed as lines.
  case terminal

  /// Feeds the bytes to the part, and stops the process when a promise is broken.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .article: FuzzedArticle.read(bytes)
    case .table: FuzzedArticle.read(Array("|a|b|\n|---|:-:|\n".utf8) + bytes)
    case .frontMatter:
      FuzzedArticle.read(Array("---\n".utf8) + bytes + Array("\n---\n# a\n".utf8))
    case .units:
      FuzzedArticle.read(
        Array(#"# <span data-ttu-id="aaaaa-101">"#.utf8) + bytes
          + Array(
            #"</span><span class="sxs-lookup"><span data-stu-id="aaaaa-101">b</span></span>"#.utf8))
    case .configuration: FuzzedFolder.compile("waymark.yml", bytes)
    case .permalinks: FuzzedFolder.readPermalinks(bytes)
    case .redirections: FuzzedFolder.compile(".openpublishing.redirection.json", bytes)
    case .contents: FuzzedFolder.compile("en-us/toc.yml", bytes)
    case .tree: FuzzedExport.readTree(bytes)
    case .xliff: FuzzedExport.readXLIFF(bytes)
    case .terminal: FuzzedTerminal.type(bytes)
    }
  }

  /// What no file of the project can be fed as, for lack of such a file.
  var seed: [UInt8] {
    switch self {
    case .tree: FuzzedExport.tree
    case .xliff: Array(FuzzedExport.xliff.utf8)
    case .terminal:
      Array("1\n2\nb\nchange 1\nf code\ng codes\nl nl\np\nn\n\u{1B}[A\u{1B}[B/no\r".utf8)
    default: []
    }
  }
}
