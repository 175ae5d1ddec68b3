/** Buttons that lead the map to what no single view can show: overseas, Québec, and back. */
import { latLngBounds } from "../vendor/leaflet-1.9.4/leaflet.js";
import { numbers } from "./map-view.js";

/** Show those of the buttons that lead somewhere, each with the number of things there: the page's own, which knows territories, or else that of what lies in the frame. */
export function offerPlaces(map, group, points, still) {
  if (!group) return
  let offered = 0
  for (const button of group.querySelectorAll("button[data-bounds]")) {
    const [west, south, east, north] = numbers(button.dataset.bounds)
    const bounds = latLngBounds([south, west], [north, east])
    const count = Number(button.dataset.count ?? countInside(bounds, points))
    button.hidden = !count
    if (count) offered += 1
    const number = button.querySelector(".count")
    if (number) number.textContent = count.toLocaleString(document.documentElement.lang)
    button.addEventListener("click", () => map.fitBounds(bounds, { animate: !still }))
  }
  group.hidden = offered < 2
}

function countInside(bounds, points) {
  return points.reduce((sum, { geometry: { coordinates: [longitude, latitude] }, properties: { n } }) =>
    bounds.contains([latitude, longitude]) ? sum + n : sum, 0)
}
