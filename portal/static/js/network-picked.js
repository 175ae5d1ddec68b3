import { writeName } from "./network-names.js";
import { radiusOf, traceShape } from "./network-shapes.js";

/** The picked point, its lines, and the names at their ends. */
export function showPicked(painter, picked) {
  const { pen, px, py } = painter
  const { edges, labels, kinds, kind } = painter.network
  const ends = new Set()
  pen.beginPath()
  for (let at = 0; at < edges.length; at += 3) {
    const [source, target] = [edges[at], edges[at + 1]]
    if (source !== picked && target !== picked) continue
    pen.moveTo(px[source], py[source])
    pen.lineTo(px[target], py[target])
    ends.add(source === picked ? target : source)
  }
  pen.strokeStyle = painter.ink
  pen.lineWidth = 2
  pen.stroke()
  for (const index of [...ends, picked]) {
    pen.beginPath()
    traceShape(painter, index, kinds[kind[index]], radiusOf(painter, index) + (index === picked ? 3 : 1))
    pen.fillStyle = painter.colours[kind[index]]
    pen.fill()
    pen.stroke()
  }
  pen.font = `700 14px ${painter.font}`
  writeName(painter, labels[picked], [px[picked], py[picked] + radiusOf(painter, picked) + 17], painter.ink)
}
