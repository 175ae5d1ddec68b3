/**
 * <portal-map src="points.geojson" data-basemap="world.topo.json france.topo.json" data-bounds="west,south,east,north"
 *   data-label="…" data-zoom-in="…" data-zoom-out="…" data-close="…" data-several="{count} …" data-attribution="…">
 *   the same points as a list, which stays when the map cannot be drawn
 * </portal-map>
 * One place only: data-focus="latitude,longitude,zoom" and no src.
 */
import { circleMarker } from "../vendor/leaflet-1.9.4/leaflet.js";
import { drawBasemap, fetchJSON } from "./basemap.js";
import { createView, frame, numbers } from "./map-view.js";
import { listenToKeys } from "./marker-keys.js";
import { addMarkers } from "./markers.js";

class PortalMap extends HTMLElement {
  async connectedCallback() {
    const { basemap, focus } = this.dataset
    const addresses = [...basemap.split(/\s+/).filter(Boolean), ...(focus ? [] : [this.getAttribute("src")])]
    try {
      const drawings = await Promise.all(addresses.map(fetchJSON))
      const points = focus ? [] : drawings.pop().features
      if (this.isConnected) this.draw(drawings, points.filter(({ geometry }) => geometry))
    } catch (error) {
      this.dataset.failed = error.message
    }
  }

  disconnectedCallback() {
    this.map?.remove()
  }

  draw(drawings, points) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches
    const list = [...this.childNodes]
    this.replaceChildren(this.canvas())
    try {
      this.map = createView(this.firstChild, this.dataset, still)
      frame(this.map, points, this.dataset)
      drawBasemap(this.map, drawings)
      listenToKeys(this.map, addMarkers(this.map, points, this.dataset, still), still)
      if (this.dataset.focus) this.spot()
    } catch (error) {
      this.replaceChildren(...list)
      throw error
    }
  }

  canvas() {
    const canvas = document.createElement("div")
    canvas.className = "map-canvas"
    canvas.setAttribute("role", "region")
    canvas.setAttribute("aria-label", this.dataset.label)
    return canvas
  }

  /** The one place of a small map: a dot, and nothing to press. */
  spot() {
    circleMarker(numbers(this.dataset.focus).slice(0, 2), { className: "map-spot", radius: 8, interactive: false })
      .addTo(this.map)
  }
}

customElements.define("portal-map", PortalMap)
