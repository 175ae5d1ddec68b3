/** Points of a map: real elements with a name, and what opens when one is chosen. */
import { divIcon, marker } from "../vendor/leaflet-1.9.4/leaflet.js"

const SIZE = 24

/** Put features on the map, those of one place together; return the markers from west to east. */
export function addMarkers(map, features, words) {
  return [...features.reduce(gather, new Map()).values()]
    .map((here) => placeMarker(here, words).addTo(map))
    .sort((one, other) => one.getLatLng().lng - other.getLatLng().lng)
}

/** Two points less than eleven metres apart are one place. */
function gather(places, feature) {
  const key = feature.geometry.coordinates.map((degrees) => degrees.toFixed(4)).join()
  return places.set(key, [...(places.get(key) ?? []), feature])
}

function placeMarker(here, words) {
  const [longitude, latitude] = here[0].geometry.coordinates
  const count = here.length > 1 ? String(here.length) : ""
  const icon = divIcon({ className: "map-marker", html: count, iconSize: [SIZE, SIZE], popupAnchor: [0, -SIZE / 2] })
  return marker([latitude, longitude], { icon, keyboard: false, riseOnHover: true })
    .bindPopup(() => popup(here), { autoPan: !words.still, maxWidth: 280, minWidth: 200 })
    .on("add", ({ target }) => describe(target.getElement(), here, words))
    .on("popupopen popupclose", ({ type, target }) =>
      target.getElement().setAttribute("aria-expanded", type === "popupopen"))
    .on("popupopen", ({ popup: bubble }) => {
      bubble.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", words.close)
    })
}

function describe(element, here, { several }) {
  const titles = here.map(({ properties }) => title(properties)).join(", ")
  element.setAttribute("role", "button")
  element.setAttribute("aria-expanded", "false")
  element.setAttribute("aria-label", here.length > 1 ? `${several.replace("{count}", here.length)} ${titles}` : titles)
}

const title = ({ title, name }) => title ?? name ?? ""

/** What a bubble says: for each thing here, its title as a link, its place and a sentence. */
function popup(here) {
  const list = document.createElement("ul")
  list.className = "map-popup"
  list.append(...here.map(({ properties }) => entry(properties)))
  return list
}

function entry(properties) {
  const item = document.createElement("li")
  const link = item.appendChild(document.createElement("a"))
  link.textContent = title(properties)
  link.href = properties.url
  for (const text of [properties.place?.label, properties.summary].filter(Boolean)) {
    item.appendChild(document.createElement("p")).textContent = text
  }
  return item
}
