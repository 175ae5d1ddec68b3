/** Markers with the keyboard: one tab stop, arrows between them, Enter opens, Escape closes and comes back. */

export function listenToKeys(map, markers, still) {
  const container = map.getContainer()
  const directions = directionsBetween(markers)
  const markerOf = (element) => markers.find((marker) => marker.getElement() === element)

  markers.forEach((marker, rank) => { marker.getElement().tabIndex = rank ? -1 : 0 })
  container.addEventListener("focusin", ({ target }) => {
    if (markerOf(target)) markers.forEach((marker) => { marker.getElement().tabIndex = marker === markerOf(target) ? 0 : -1 })
  })
  container.addEventListener("keydown", (event) => {
    const current = markerOf(event.target)
    const open = markers.find((marker) => marker.isPopupOpen())
    if (event.key === "Escape" && open) close(open)
    else if (current && directions[event.key]) reach(map, directions[event.key](current), still)
    else if (current && ["Enter", " "].includes(event.key)) openAndEnter(current)
    else return
    event.preventDefault()
  })
}

/** Left and right follow longitude, up and down follow latitude: each way reaches every marker. */
function directionsBetween(fromWest) {
  const fromNorth = [...fromWest].sort((one, other) => other.getLatLng().lat - one.getLatLng().lat)
  return {
    ArrowRight: (current) => neighbour(fromWest, current, 1),
    ArrowLeft: (current) => neighbour(fromWest, current, -1),
    ArrowDown: (current) => neighbour(fromNorth, current, 1),
    ArrowUp: (current) => neighbour(fromNorth, current, -1),
    Home: () => fromWest[0],
    End: () => fromWest.at(-1),
  }
}

function neighbour(markers, current, by) {
  return markers.at((markers.indexOf(current) + by) % markers.length)
}

function reach(map, marker, still) {
  map.panInside(marker.getLatLng(), { padding: [40, 40], animate: !still })
  marker.getElement().focus({ preventScroll: true })
}

function openAndEnter(marker) {
  marker.openPopup()
  marker.getPopup().getElement().querySelector("a[href]")?.focus({ preventScroll: true })
}

function close(marker) {
  marker.closePopup()
  marker.getElement().focus({ preventScroll: true })
}
