/** An empty map as the page asked for it: what it frames, its buttons, whether it moves. */
import { control, latLngBounds, map as createMap } from "../vendor/leaflet-1.9.4/leaflet.js";

const MARGIN = [30, 30]
const WIDEST_ZOOM = 2
const CLOSEST_ZOOM = 16
const CLOSEST_FIRST_ZOOM = 9
// West, south, east, north of mainland France; then the south-west and north-east corners of what surrounds it.
const HEXAGON = [-5.2, 41.3, 9.6, 51.1]
const AROUND = latLngBounds([40, -12], [54, 12])

/** Numbers written in an attribute, separated by commas. */
export const numbers = (text) => text.split(",").map(Number)

export function createView(canvas, words, still) {
  const motion = { zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still }
  const map = createMap(canvas, {
    ...motion,
    minZoom: WIDEST_ZOOM,
    maxZoom: CLOSEST_ZOOM,
    // Quarters of a zoom, so that what is framed fills the frame.
    zoomSnap: 0.25,
    dragging: !(words.focus && matchMedia("(pointer: coarse)").matches),
    keyboard: false,
    scrollWheelZoom: false,
    zoomControl: false,
    attributionControl: false,
  })
  control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  control.attribution({ prefix: false }).addAttribution(words.attribution).addTo(map)
  // A wheel that scrolls the page must not be caught on its way: the map takes it once it has been touched.
  canvas.addEventListener("pointerdown", () => map.scrollWheelZoom.enable(), { once: true })
  return map
}

/** Show one place, the bounds the page gave (west, south, east, north), or else the points. */
export function frame(map, points, { focus, bounds }) {
  if (focus) {
    const [latitude, longitude, zoom] = numbers(focus)
    map.setView([latitude, longitude], zoom)
  } else if (bounds || !points.length) {
    const [west, south, east, north] = bounds ? numbers(bounds) : HEXAGON
    map.fitBounds([[south, west], [north, east]])
  } else {
    map.fitBounds(latLngBounds(mainland(points)), { padding: MARGIN, maxZoom: CLOSEST_FIRST_ZOOM })
  }
}

/** The points around mainland France when there are any: with one overseas, the rest would shrink to a dot. */
function mainland(points) {
  const positions = points.map(({ geometry: { coordinates: [longitude, latitude] } }) => [latitude, longitude])
  const near = positions.filter((position) => AROUND.contains(position))
  return near.length ? near : positions
}
