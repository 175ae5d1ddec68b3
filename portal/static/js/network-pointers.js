/** The network under the mouse and the fingers: drag to move, wheel or pinch to zoom, point to read, click to open. */

const STILL = 5

export function listenToPointers(canvas, view, open) {
  const fingers = new Map()
  let moved = 0

  canvas.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, place(canvas, event))
    canvas.setPointerCapture(event.pointerId)
    moved = 0
  })
  canvas.addEventListener("pointermove", (event) => {
    const now = place(canvas, event)
    const before = fingers.get(event.pointerId)
    if (!before) return hover(canvas, view, now)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other) view.zoom(distance(now, other) / (distance(before, other) || 1), other)
    else view.move(now[0] - before[0], now[1] - before[1])
    moved += distance(now, before)
    fingers.set(event.pointerId, now)
  })
  for (const name of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(name, (event) => {
      const known = fingers.delete(event.pointerId)
      if (!known || name !== "pointerup" || moved > STILL) return
      const index = view.at(place(canvas, event))
      // A finger first reads, then opens; a mouse has read already.
      if (index >= 0 && (event.pointerType === "mouse" || index === view.picked)) open(view.node(index))
      view.pick(index)
    })
  }
  canvas.addEventListener("pointerleave", () => { if (document.activeElement !== canvas) view.pick(-1) })
  canvas.addEventListener("wheel", (event) => {
    // A wheel that scrolls the page must not be caught on its way: the drawing takes it once it has been touched.
    if (document.activeElement !== canvas && !event.ctrlKey) return
    event.preventDefault()
    view.zoom(1.0015 ** -event.deltaY, place(canvas, event))
  }, { passive: false })
}

function hover(canvas, view, position) {
  const index = view.at(position)
  canvas.classList.toggle("is-over", Boolean(view.node(index)?.url))
  view.pick(index)
}

const distance = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by)

function place(canvas, event) {
  const { left, top } = canvas.getBoundingClientRect()
  return [event.clientX - left, event.clientY - top]
}
