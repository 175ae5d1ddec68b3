/** The lines of the network. */

/** Stroke the lines in sight that are confirmed, or not; return how many. */
export function strokeLines(painter, view, { confirmed, dash, strength }) {
  const { pen, px, py } = painter
  const { edges } = painter.network
  let count = 0
  pen.beginPath()
  for (let at = 0; at < edges.length; at += 3) {
    if (edges[at + 2] !== confirmed) continue
    const [source, target] = [edges[at], edges[at + 1]]
    if (Math.max(px[source], px[target]) < 0 || Math.min(px[source], px[target]) > view.width) continue
    if (Math.max(py[source], py[target]) < 0 || Math.min(py[source], py[target]) > view.height) continue
    pen.moveTo(px[source], py[source])
    pen.lineTo(px[target], py[target])
    count += 1
  }
  pen.setLineDash(dash)
  pen.strokeStyle = painter.line
  pen.globalAlpha = (count > 2000 ? 0.35 : 0.7) * strength
  pen.lineWidth = 1
  pen.stroke()
  pen.globalAlpha = 1
  pen.setLineDash([])
  return count
}
