/** Markers with the keyboard: one tab stop, arrows between them, Enter opens or comes closer, Escape closes and comes back. */

export function listenToKeys(map, clusters, still) {
  const container = map.getContainer()
  const markerOf = (element) => clusters.markers.find((marker) => marker.getElement() === element)

  container.addEventListener("focusin", ({ target }) => {
    if (markerOf(target)) clusters.markers.forEach((marker) => { marker.getElement().tabIndex = marker === markerOf(target) ? 0 : -1 })
  })
  container.addEventListener("keydown", (event) => {
    const current = markerOf(event.target)
    const open = clusters.markers.find((marker) => marker.isPopupOpen())
    if (event.key === "Escape" && open) close(open)
    else if (current && steps[event.key]) reach(map, steps[event.key](clusters.markers, current), still)
    else if (current && ["Enter", " "].includes(event.key)) enter(current.choose())
    else return
    event.preventDefault()
  })
}

/** Left and right follow longitude, up and down follow latitude: each way reaches every marker in view. */
const steps = {
  ArrowRight: (markers, current) => neighbour(markers, current, 1),
  ArrowLeft: (markers, current) => neighbour(markers, current, -1),
  ArrowDown: (markers, current) => neighbour(fromNorth(markers), current, 1),
  ArrowUp: (markers, current) => neighbour(fromNorth(markers), current, -1),
  Home: (markers) => markers[0],
  End: (markers) => markers.at(-1),
}

function fromNorth(markers) {
  return [...markers].sort((one, other) => other.getLatLng().lat - one.getLatLng().lat)
}

function neighbour(markers, current, by) {
  return markers.at((markers.indexOf(current) + by) % markers.length)
}

function reach(map, marker, still) {
  marker.getElement().focus({ preventScroll: true })
  map.panInside(marker.getLatLng(), { padding: [40, 40], animate: !still })
}

function enter(opened) {
  opened?.getPopup().getElement().querySelector("a[href]")?.focus({ preventScroll: true })
}

function close(marker) {
  marker.closePopup()
  marker.getElement().focus({ preventScroll: true })
}
