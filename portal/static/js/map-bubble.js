/** The bubble of a marker: opened beside the zoom buttons, whole in view, closed by a button with a name. */
import { bubble } from "./bubble.js";

const WIDTH = { most: 280, least: 160 }
// The room the zoom buttons take beside a bubble, and a marker below it.
const BUTTONS = 50
const MARKER = 26
// What one bubble lists; the list of the page has the rest.
const MOST_LISTED = 50

export function openBubble({ map, words, types, still }, one) {
  const leaves = one.leaves()
  const named = leaves.filter(({ properties }) => properties.name).slice(0, MOST_LISTED)
  const more = named.length < leaves.length ? listAround(one.getLatLng(), words) : null
  const maxWidth = Math.min(WIDTH.most, map.getSize().x - 2 * BUTTONS)
  one.unbindPopup().bindPopup(bubble(named, types, more), { autoPan: false, maxWidth, minWidth: WIDTH.least })
  one.once("popupopen", ({ popup }) => settle(map, one, popup.getElement(), words, still))
    .once("popupclose", () => one.getElement()?.setAttribute("aria-expanded", "false"))
    .openPopup()
  return one
}

/** The list of what stands here, when a bubble cannot hold it all. */
function listAround({ lat, lng }, { list, more }) {
  const url = new URL(list, location.href)
  url.searchParams.set("pres", `${lat.toFixed(4)},${lng.toFixed(4)}`)
  url.searchParams.set("rayon", "1")
  return { name: more, url: url.href }
}

/** Once open, say so, name the button that closes, and bring the whole bubble into view. */
function settle(map, one, element, words, still) {
  one.getElement().setAttribute("aria-expanded", "true")
  element.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", words.close)
  const aside = element.offsetWidth / 2 + 5
  map.panInside(one.getLatLng(), {
    paddingTopLeft: [aside + BUTTONS, element.offsetHeight + MARKER],
    paddingBottomRight: [aside, MARKER],
    animate: !still,
  })
}
