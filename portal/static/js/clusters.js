/** What is in view, close things as one marker with their number. */
import { layerGroup } from "../vendor/leaflet-1.9.4/leaflet.js";
import Supercluster from "../vendor/supercluster-9.1.0/supercluster.js";
import { placeMarker } from "./map-marker.js";

const RADIUS = 60
// A marker whose middle is just outside still shows its edge.
const MARGIN = 0.1

export class Clusters {
  constructor(map, words, still) {
    this.map = map
    this.words = words
    this.still = still
    this.layer = layerGroup().addTo(map)
    this.markers = []
    // A bubble belongs to the marker it opened from, which another zoom may merge with others.
    map.on("zoomstart", () => { this.isZooming = true; map.closePopup() }).on("zoomend", () => { this.isZooming = false })
    // Later: whoever closed it may still be on their way back to its marker.
    map.on("popupclose", () => requestAnimationFrame(() => { if (map.hasLayer(this.layer) && !this.isZooming) this.draw() }))
  }

  /** Hold these features from now on, and draw those in view. */
  hold(features, types) {
    this.types = types
    this.index = new Supercluster({
      radius: RADIUS,
      extent: 256,
      maxZoom: this.map.getMaxZoom(),
      map: ({ n }) => ({ n }),
      reduce: (sum, { n }) => { sum.n += n },
    }).load(features)
    this.draw()
  }

  /** Draw anew, from west to east, one tab stop in all; whoever stood on a marker stands on the closest one. */
  draw() {
    const open = this.markers.filter((one) => one.isPopupOpen())
    const held = this.markers.find((one) => one.getElement() === document.activeElement)?.getLatLng()
    for (const one of this.markers) if (!open.includes(one)) this.layer.removeLayer(one)
    const others = this.inView().filter((feature) => !open.some((one) => one.getLatLng().equals(positionOf(feature))))
    this.markers = [...open, ...others.map((feature) => placeMarker(this, feature))]
      .sort((one, other) => one.getLatLng().lng - other.getLatLng().lng)
    this.markers.forEach((one, rank) => { one.getElement().tabIndex = rank ? -1 : 0 })
    if (held) this.nearest(held)?.getElement().focus({ preventScroll: true })
  }

  inView() {
    const bounds = this.map.getBounds().pad(MARGIN)
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    return this.index.getClusters(box, Math.floor(this.map.getZoom()))
  }

  nearest(position) {
    const distance = (one) => one.getLatLng().distanceTo(position)
    return this.markers.reduce((best, one) => (best && distance(best) <= distance(one) ? best : one), undefined)
  }
}

function positionOf({ geometry: { coordinates: [longitude, latitude] } }) {
  return [latitude, longitude]
}
