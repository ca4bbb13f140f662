import Content
import Decisions

extension TreeSVG {
  /// Where everything stands, in pixels from the upper left corner.
  ///
  /// Levels are columns: the lines with their labels, then the boxes. A language that runs from
  /// right to left has the root on the right.
  struct Drawing {
    static let fontSize = 13.0
    static let lineHeight = 17.0
    static let ascent = 12.0
    static let padding = 8.0
    private static let margin = 16.0
    private static let rowGap = 12.0
    private static let stem = 14.0
    private static let corner = 6.0
    private static let longestText = 17.0
    private static let longestLabel = 11.0

    struct Shape {
      var x = 0.0
      var y = 0.0
      var width: Double
      var height: Double
      var radius: Double
      var lines: [String]
      var showsCode: Bool
    }

    let diagram: TreeDiagram
    /// One for each box of the diagram, as are the labels.
    private(set) var shapes: [Shape]
    private(set) var labels: [[String]]
    private(set) var width = 0.0
    private(set) var height = 0.0
    /// For each level where its lines begin, before mirroring.
    private var lineStarts: [Double] = []
    private let levels: [Int]
    private let middles: [Double]

    init(_ diagram: TreeDiagram) {
      self.diagram = diagram
      shapes = diagram.boxes.map(Self.shape)
      labels = diagram.boxes.map { box in
        let label = box.answer?.label ?? ""
        return label.isEmpty
          ? [] : LineBreaker.lines(of: label, width: Self.longestLabel, limit: 4)
      }
      var levels: [Int] = []
      for box in diagram.boxes { levels.append(box.parent.map { levels[$0] + 1 } ?? 0) }
      self.levels = levels
      let heights = zip(shapes, labels).map { shape, label in
        max(shape.height, Double(label.count) * Self.lineHeight)
      }
      let layout = TidyLayout(
        parents: diagram.boxes.map(\.parent), heights: heights, gap: Self.rowGap)
      middles = layout.middles.map { $0 + Self.margin }
      height = layout.height + 2 * Self.margin
      placeColumns()
    }

    private static func shape(of box: TreeDiagram.Box) -> Shape {
      let isEnd = box.kind == .resolved || box.kind == .escalation
      let lines = LineBreaker.lines(of: box.text, width: longestText, limit: isEnd ? 3 : 4)
      let showsCode = box.kind != .resolved
      let longest = max(lines.map(LineBreaker.width).max() ?? 0, showsCode ? 4 : 0)
      let count = Double(lines.count + (showsCode ? 1 : 0))
      return Shape(
        width: (longest * fontSize + 2 * padding).rounded(.up),
        height: count * lineHeight + 2 * padding - 3, radius: isEnd ? 14 : 4, lines: lines,
        showsCode: showsCode)
    }

    private mutating func placeColumns() {
      var x = Self.margin
      for level in 0...(levels.max() ?? 0) {
        let members = levels.indices.filter { levels[$0] == level }
        lineStarts.append(x)
        let label = members.flatMap { labels[$0] }.map(LineBreaker.width).max() ?? 0
        if level > 0 { x += label * Self.fontSize + 3.5 * Self.stem }
        for index in members {
          shapes[index].x = x
          shapes[index].y = middles[index] - shapes[index].height / 2
        }
        x += members.map { shapes[$0].width }.max() ?? 0
      }
      width = x + Self.margin
      guard diagram.locale.isRightToLeft else { return }
      for index in shapes.indices {
        shapes[index].x = width - shapes[index].x - shapes[index].width
      }
    }

    private func mirrored(_ x: Double) -> Double { diagram.locale.isRightToLeft ? width - x : x }

    /// Where the text in a box begins.
    func start(of shape: Shape) -> Double {
      diagram.locale.isRightToLeft
        ? shape.x + shape.width - Self.padding : shape.x + Self.padding
    }

    /// The line from a box's parent, around a corner where they are not level, and its label.
    func line(to index: Int) -> (path: String, labelStart: Double, labelBaseline: Double) {
      let parent = diagram.boxes[index].parent ?? 0
      let isMirrored = diagram.locale.isRightToLeft
      let from = isMirrored ? shapes[parent].x : shapes[parent].x + shapes[parent].width
      let to = isMirrored ? shapes[index].x + shapes[index].width : shapes[index].x
      let bus = mirrored(lineStarts[levels[index]] + Self.stem)
      let labelStart = mirrored(lineStarts[levels[index]] + 2 * Self.stem)
      let text = Double(labels[index].count) * Self.lineHeight
      let words = (labels[index].map(LineBreaker.width).max() ?? 0) * Self.fontSize
      let gap = isMirrored ? -4.0 : 4.0
      var path = path(
        from: (from, middles[parent]), bus: bus, to: (labelStart - gap, middles[index]))
      let end = labelStart + (isMirrored ? -words : words) + gap
      path += "M\(TreeSVG.number(end)) \(TreeSVG.number(middles[index]))H\(TreeSVG.number(to))"
      return (path, labelStart, middles[index] - text / 2 + Self.ascent)
    }

    private func path(
      from start: (x: Double, y: Double), bus: Double, to end: (x: Double, y: Double)
    ) -> String {
      func text(_ value: Double) -> String { TreeSVG.number(value) }
      let begin = "M\(text(start.x)) \(text(start.y))"
      let rise = end.y - start.y
      guard abs(rise) >= 1 else { return "\(begin)H\(text(end.x))" }
      let radius = min(Self.corner, abs(rise) / 2)
      let down = rise > 0 ? radius : -radius
      let ahead = end.x > start.x ? radius : -radius
      return begin + "H\(text(bus - ahead))Q\(text(bus)) \(text(start.y)) \(text(bus)) "
        + "\(text(start.y + down))V\(text(end.y - down))Q\(text(bus)) \(text(end.y)) "
        + "\(text(bus + ahead)) \(text(end.y))H\(text(end.x))"
    }
  }
}
