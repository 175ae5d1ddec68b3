/** Points of a map: real elements with a name, and what opens when one is chosen. */
import { divIcon, marker } from "../vendor/leaflet-1.9.4/leaflet.js";
import { bubble } from "./bubble.js";

const SIZE = 24
const BUBBLE_WIDTH = { most: 280, least: 160 }
// The room the zoom buttons take beside a bubble.
const BUTTONS = 50

/** Put features on the map, those of one place together; return the markers from west to east. */
export function addMarkers(map, features, words, still) {
  return [...features.reduce(gather, new Map()).values()]
    .map((here) => placeMarker(map, here, words, still).addTo(map))
    .sort((one, other) => one.getLatLng().lng - other.getLatLng().lng)
}

/** Two points less than eleven metres apart are one place. */
function gather(places, feature) {
  const key = feature.geometry.coordinates.map((degrees) => degrees.toFixed(4)).join()
  return places.set(key, [...(places.get(key) ?? []), feature])
}

function placeMarker(map, here, words, still) {
  const [longitude, latitude] = here[0].geometry.coordinates
  const count = here.length > 1 ? String(here.length) : ""
  const icon = divIcon({ className: "map-marker", html: count, iconSize: [SIZE, SIZE], popupAnchor: [0, -SIZE / 2] })
  const maxWidth = Math.min(BUBBLE_WIDTH.most, map.getSize().x - 2 * BUTTONS)
  return marker([latitude, longitude], { icon, keyboard: false, riseOnHover: true })
    .bindPopup(() => bubble(here), { autoPan: false, maxWidth, minWidth: BUBBLE_WIDTH.least })
    .on("add", ({ target }) => describe(target.getElement(), here, words))
    .on("popupopen", ({ target, popup }) => settle(map, target, popup.getElement(), words, still))
    .on("popupclose", ({ target }) => target.getElement().setAttribute("aria-expanded", "false"))
}

function describe(element, here, { several }) {
  const titles = here.map(({ properties }) => properties.title ?? properties.name).join(", ")
  element.setAttribute("role", "button")
  element.setAttribute("aria-expanded", "false")
  element.setAttribute("aria-label", here.length > 1 ? `${several.replace("{count}", here.length)} ${titles}` : titles)
}

/** Once open, say so, name the button that closes, and bring the whole bubble into view. */
function settle(map, marker, element, words, still) {
  marker.getElement().setAttribute("aria-expanded", "true")
  element.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", words.close)
  const aside = element.offsetWidth / 2 + 5
  map.panInside(marker.getLatLng(), {
    paddingTopLeft: [aside + BUTTONS, element.offsetHeight + SIZE],
    paddingBottomRight: [aside, SIZE],
    animate: !still,
  })
}
