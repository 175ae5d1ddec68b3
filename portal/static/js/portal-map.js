/**
 * <portal-map src="points.geojson" data-basemap="world.topo.json france.topo.json" data-bounds="-5.2,41.3,9.6,51.1"
 *   data-label="…" data-zoom-in="…" data-zoom-out="…" data-close="…" data-several="{count} …" data-attribution="…">
 *   the same points as a list, which stays when the map cannot be drawn
 * </portal-map>
 * One place only: data-focus="latitude,longitude,zoom" and no src.
 */
import { circleMarker, control, geoJSON, map as createMap } from "../vendor/leaflet-1.9.4/leaflet.js"
import { drawBasemap, fetchJSON } from "./basemap.js"
import { listenToKeys } from "./marker-keys.js"
import { addMarkers } from "./markers.js"

const numbers = (text) => text.split(",").map(Number)

class PortalMap extends HTMLElement {
  async connectedCallback() {
    const { basemap, focus } = this.dataset
    try {
      const drawings = Promise.all(basemap.split(" ").map(fetchJSON))
      const points = focus ? [] : (await fetchJSON(this.getAttribute("src"))).features
      this.draw(await drawings, points.filter(({ geometry }) => geometry))
    } catch (error) {
      this.dataset.failed = error.message
    }
  }

  disconnectedCallback() {
    this.map?.remove()
  }

  draw(drawings, points) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches
    this.map = createMap(this.canvas(), this.options(still))
    this.frame(points)
    drawBasemap(this.map, drawings)
    listenToKeys(this.map, addMarkers(this.map, points, { ...this.dataset, still }), still)
    if (this.dataset.focus) {
      const [latitude, longitude] = numbers(this.dataset.focus)
      circleMarker([latitude, longitude], { className: "map-spot", radius: 8, interactive: false }).addTo(this.map)
    }
  }

  /** The element the map is drawn in; the list makes room for it at the last moment. */
  canvas() {
    const canvas = document.createElement("div")
    canvas.className = "map-canvas"
    canvas.setAttribute("role", "region")
    canvas.setAttribute("aria-label", this.dataset.label)
    canvas.addEventListener("pointerdown", () => this.map.scrollWheelZoom.enable(), { once: true })
    this.replaceChildren(canvas)
    return canvas
  }

  options(still) {
    const { zoomIn, zoomOut, attribution, focus } = this.dataset
    const motion = { zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still }
    return { ...motion, keyboard: false, scrollWheelZoom: false, minZoom: 2, maxZoom: 12, attributionControl: false }
  }
}

customElements.define("portal-map", PortalMap)
