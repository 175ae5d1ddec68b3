/** The points of the network: a shape for each kind, larger with more lines. */

// Smaller than this a shape is a spot: shapes cost dear, drawn by thousands.
const SPOT = 3

export function fillPoints(painter, view) {
  const { pen, px, py } = painter
  painter.byKind.forEach((indexes, kind) => {
    pen.fillStyle = painter.colours[kind]
    pen.beginPath()
    for (const index of indexes) {
      const radius = radiusOf(painter, index)
      const [x, y] = [px[index], py[index]]
      if (x < -radius || y < -radius || x > view.width + radius || y > view.height + radius) continue
      if (radius < SPOT) pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius)
      else traceShape(painter, index, painter.network.kinds[kind], radius)
    }
    pen.fill()
  })
}

export function radiusOf(painter, index) {
  return painter.size * (1 + Math.min(1.2, Math.sqrt(painter.network.degree[index]) / 6))
}

export function traceShape(painter, index, kind, radius) {
  const { pen, px, py } = painter
  const [x, y] = [px[index], py[index]]
  if (kind === "dynamic") {
    pen.moveTo(x + radius, y)
    pen.arc(x, y, radius, 0, 2 * Math.PI)
  } else if (kind === "outside") {
    pen.rect(x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.6)
  } else {
    const sides = { person: 3, method: 4, place: 6 }[kind]
    for (let side = 0; side < sides; side += 1) {
      const turn = (2 * Math.PI * side) / sides - Math.PI / 2
      pen[side ? "lineTo" : "moveTo"](x + radius * 1.15 * Math.cos(turn), y + radius * 1.15 * Math.sin(turn))
    }
    pen.closePath()
  }
}
