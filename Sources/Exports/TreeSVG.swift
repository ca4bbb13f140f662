import Content
package import Decisions

/// Draws a tree as an SVG picture: text that can be selected, light and dark, nothing from outside.
package enum TreeSVG {
  /// One picture.
  ///
  /// - Parameters:
  ///   - diagram: what to draw.
  ///   - addresses: where a box leads when it is chosen, relative to the picture; boxes without an
  ///     address are no links.
  /// - Returns: an SVG 1.1 document as UTF-8.
  package static func render(
    _ diagram: TreeDiagram, addresses: [Node.ID: String] = [:]
  ) -> [UInt8] {
    let drawing = Drawing(diagram)
    let isRightToLeft = diagram.locale.isRightToLeft
    var xml = XMLWriter(isDocument: false)
    xml.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "xml:lang": diagram.locale.display,
        "direction": isRightToLeft ? "rtl" : nil, "width": number(drawing.width),
        "height": number(drawing.height),
        "viewBox": "0 0 \(number(drawing.width)) \(number(drawing.height))",
      ]
    ) { xml in
      xml.line(1)
      xml.element("title") { $0.text(diagram.title) }
      xml.line(1)
      xml.element("style") { $0.text(String(decoding: PackageResources.tree_css, as: UTF8.self)) }
      for index in diagram.boxes.indices.dropFirst() { draw(line: index, of: drawing, &xml) }
      for (index, box) in diagram.boxes.enumerated() {
        xml.line(1)
        guard let address = addresses[box.id] else {
          draw(index, of: drawing, level: 1, &xml)
          continue
        }
        xml.element("a", ["href": address]) { xml in draw(index, of: drawing, level: 2, &xml) }
      }
      xml.line(0)
    }
    return xml.bytes + [0x0A]
  }

  private static func draw(
    _ index: Int, of drawing: Drawing, level: Int, _ xml: inout XMLWriter
  ) {
    let box = drawing.diagram.boxes[index]
    let shape = drawing.shapes[index]
    xml.element("g", ["class": box.kind.rawValue]) { xml in
      xml.element("title") { $0.text(box.text) }
      xml.element(
        "rect",
        [
          "x": number(shape.x), "y": number(shape.y), "width": number(shape.width),
          "height": number(shape.height), "rx": number(shape.radius),
        ])
      let start = drawing.start(of: shape)
      lines(shape.lines, x: start, y: shape.y + Drawing.padding + Drawing.ascent, nil, &xml)
      if shape.showsCode {
        let y = shape.y + shape.height - Drawing.padding
        // In right-to-left text the groups of digits would change places.
        let isMirrored = drawing.diagram.locale.isRightToLeft
        xml.element(
          "text",
          [
            "class": "code", "x": number(start), "y": number(y),
            "direction": isMirrored ? "ltr" : nil, "text-anchor": isMirrored ? "end" : nil,
          ]
        ) { $0.text(box.code) }
      }
    }
  }

  private static func draw(line index: Int, of drawing: Drawing, _ xml: inout XMLWriter) {
    guard let answer = drawing.diagram.boxes[index].answer else { return }
    let line = drawing.line(to: index)
    xml.line(1)
    xml.element("g", ["class": "line \(answer.role.rawValue)"]) { xml in
      xml.element("path", ["d": line.path])
      lines(drawing.labels[index], x: line.labelStart, y: line.labelBaseline, nil, &xml)
    }
  }

  private static func lines(
    _ lines: [String], x: Double, y: Double, _ name: String?, _ xml: inout XMLWriter
  ) {
    xml.element("text", ["class": name, "x": number(x), "y": number(y)]) { xml in
      for (index, line) in lines.enumerated() {
        xml.element(
          "tspan", ["x": number(x), "dy": index == 0 ? nil : number(Drawing.lineHeight)]
        ) {
          $0.text(line + (index < lines.count - 1 ? space(behind: line) : ""))
        }
      }
    }
  }

  /// What parts two lines when they are copied.
  private static func space(behind line: String) -> String {
    line.last.map { LineBreaker.isWide($0) } ?? true ? "" : " "
  }

  /// Half pixels are fine enough, and short.
  static func number(_ value: Double) -> String {
    let halves = Int((value * 2).rounded())
    return halves.isMultiple(of: 2)
      ? String(halves / 2) : "\(halves < 0 && halves > -2 ? "-" : "")\(halves / 2).5"
  }
}
