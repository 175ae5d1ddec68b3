/** The names beside the points, where there is room for them. */
import { radiusOf } from "./network-shapes.js";

const MOST_NAMES = 60
const BUTTONS = { width: 62, height: 160 }
const HEIGHT = 17
const LONGEST = 28

/** Names of the points with most lines first, as long as none covers another, a named point or the buttons. */
export function writeNames(painter, view) {
  const { pen, px, py } = painter
  const taken = [[view.width - BUTTONS.width, 0, view.width, BUTTONS.height]]
  let count = 0
  pen.font = `13px ${painter.font}`
  pen.textAlign = "center"
  for (const index of painter.byDegree) {
    if (count >= MOST_NAMES) break
    const y = py[index] + radiusOf(painter, index) + 13
    if (px[index] < 0 || y < 0 || px[index] > view.width || y > view.height) continue
    const label = short(painter.network.labels[index])
    const half = widthOf(painter, index, label) / 2 + 2
    // A name stays whole at the edge.
    const x = Math.min(Math.max(px[index], half + 4), Math.max(view.width - half - 4, half + 4))
    const box = [x - half, y - HEIGHT + 4, x + half, y + 4]
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue
    const radius = radiusOf(painter, index)
    taken.push(box, [px[index] - radius, py[index] - radius, px[index] + radius, py[index] + radius])
    count += 1
    writeName(painter, label, [x, y], painter.network.kind[index] ? painter.soft : painter.ink)
  }
}

/** Measured once: letters have different widths, and fonts too. */
function widthOf(painter, index, label) {
  painter.widths ??= []
  painter.widths[index] ??= painter.pen.measureText(label).width
  return painter.widths[index]
}

export function writeName(painter, label, [x, y], colour) {
  const { pen } = painter
  pen.lineWidth = 4
  pen.lineJoin = "round"
  pen.strokeStyle = painter.paper
  pen.strokeText(label, x, y)
  pen.fillStyle = colour
  pen.fillText(label, x, y)
}

const short = (label) => (label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label)
