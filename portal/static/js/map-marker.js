/** One marker: a real element with a name; chosen, it comes closer, or opens when it never comes apart. */
import { divIcon, latLngBounds, marker } from "../vendor/leaflet-1.9.4/leaflet.js";
import { openBubble } from "./map-bubble.js";

const SIZE = 26
const LARGER = [[10, 32], [100, 38], [1000, 46], [10000, 54]]

export function placeMarker(clusters, feature) {
  // Of the very index it was drawn from: another one may be held by the time it is chosen.
  const { index, map, words } = clusters
  const { geometry: { coordinates: [longitude, latitude] }, properties } = feature
  const one = marker([latitude, longitude], { icon: iconOf(properties.n), keyboard: false, riseOnHover: true })
  one.leaves = () => (properties.cluster ? index.getLeaves(properties.cluster_id, Infinity) : [feature])
  one.splits = () => zoomOfSplit(map, index, properties)
  one.choose = () => (one.splits() === null ? openBubble(clusters, one) : comeCloser(clusters, one))
  one.on("click", one.choose).addTo(clusters.layer)
  name(one.getElement(), properties, one.splits() !== null, words)
  return one
}

function iconOf(n) {
  const size = LARGER.findLast(([least]) => n >= least)?.[1] ?? SIZE
  const className = n > 1 ? "map-marker map-cluster" : "map-marker"
  return divIcon({ className, html: n > 1 ? short(n) : "", iconSize: [size, size], popupAnchor: [0, -size / 2] })
}

/** A number that fits in a marker: 950, 1,2 k, 34 k. */
function short(n) {
  const compact = { notation: "compact", maximumSignificantDigits: 2 }
  return n < 1000 ? String(n) : new Intl.NumberFormat(document.documentElement.lang, compact).format(n)
}

function name(element, { n, name: title }, splits, { one, several, here }) {
  const sentence = n === 1 ? one : splits ? several : here
  const count = n.toLocaleString(document.documentElement.lang)
  element.setAttribute("role", "button")
  element.setAttribute("aria-label", (n === 1 && title) || sentence.replace("{count}", count))
  if (!splits) element.setAttribute("aria-expanded", "false")
}

/** The zoom at which it comes apart; null when it never does, or is one thing. */
function zoomOfSplit(map, index, { cluster, cluster_id: number, bbox }) {
  const zoom = cluster ? index.getClusterExpansionZoom(number) : map.getZoom() + 2
  return (cluster || bbox) && zoom <= map.getMaxZoom() ? zoom : null
}

function comeCloser({ map, still }, one) {
  const bounds = latLngBounds(one.leaves().flatMap(corners))
  const zoom = Math.min(map.getMaxZoom(), Math.max(one.splits(), map.getBoundsZoom(bounds)))
  map.setView(zoom > one.splits() ? bounds.getCenter() : one.getLatLng(), zoom, { animate: !still })
}

/** What a feature covers: its square, or its point. */
function corners({ geometry: { coordinates: [longitude, latitude] }, properties: { bbox } }) {
  return bbox ? [[bbox[1], bbox[0]], [bbox[3], bbox[2]]] : [[latitude, longitude]]
}
