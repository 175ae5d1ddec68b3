/** The network with the keyboard: arrows go from point to point, plus and minus zoom, Enter opens, Escape lets go. */

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }

export function listenToKeys(canvas, view, open) {
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (WAYS[event.key]) view.reveal(next(view, WAYS[event.key]))
    else if (event.key === "+") view.zoom(1.5)
    else if (event.key === "-") view.zoom(1 / 1.5)
    else if (event.key === "0") view.whole()
    else if (event.key === "Escape") view.pick(-1)
    else if (event.key === "Enter" && view.picked >= 0) open(view.node(view.picked))
    else return
    event.preventDefault()
  })
  canvas.addEventListener("blur", () => view.pick(-1))
}

/** The nearest point that way; from nowhere, the one with most lines. */
function next(view, [dx, dy]) {
  const { x, y } = view.network
  if (view.picked < 0) return view.painter.byDegree[0]
  let best = view.picked
  let least = Infinity
  for (let index = 0; index < x.length; index += 1) {
    const [ox, oy] = [x[index] - x[view.picked], y[index] - y[view.picked]]
    const along = ox * dx + oy * dy
    const aside = Math.abs(ox * dy) + Math.abs(oy * dx)
    const cost = along + 2 * aside
    if (along > 0 && cost < least) [best, least] = [index, cost]
  }
  return best
}
