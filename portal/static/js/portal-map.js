/**
 * <portal-map src="/api/v1/map?type=…" data-basemap="world.topo.json france.topo.json" data-places="id of the buttons"
 *   data-label data-zoom-in data-zoom-out data-close data-one data-several data-here data-more data-list data-late data-again data-attribution> what stays when the map cannot be drawn </portal-map>
 * `src` answers like /api/v1/map. One place only: data-focus="latitude,longitude,zoom" and no src.
 */
import { circleMarker } from "../vendor/leaflet-1.9.4/leaflet.js";
import { drawBasemap, fetchJSON } from "./basemap.js";
import { Clusters } from "./clusters.js";
import { MapData } from "./map-data.js";
import { keepRenewed } from "./map-notice.js";
import { offerPlaces } from "./map-places.js";
import { createView, frame, numbers } from "./map-view.js";
import { listenToKeys } from "./marker-keys.js";

class PortalMap extends HTMLElement {
  async connectedCallback() {
    const drawings = this.dataset.basemap.split(/\s+/).filter(Boolean).map((drawing) => fetchJSON(drawing))
    this.data = this.dataset.focus ? null : new MapData(this.getAttribute("src"))
    try {
      const [points, ...basemap] = await Promise.all([this.data?.everywhere() ?? [], ...drawings])
      if (this.isConnected) this.draw(basemap, points)
    } catch (error) {
      this.dataset.failed = error.message
    }
  }

  disconnectedCallback() {
    this.data?.forget()
    this.map?.remove()
  }

  draw(basemap, points) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches
    const fallback = [...this.childNodes]
    const canvas = document.createElement("div")
    Object.assign(canvas, { className: "map-canvas", role: "region", ariaLabel: this.dataset.label })
    this.replaceChildren(canvas)
    try {
      this.map = createView(canvas, this.dataset, still)
      frame(this.map, points, this.dataset)
      drawBasemap(this.map, basemap)
      this.data ? this.show(points, still) : this.spot()
    } catch (error) {
      this.replaceChildren(...fallback)
      throw error
    }
  }

  show(points, still) {
    const clusters = new Clusters(this.map, this.dataset, still)
    clusters.hold(points, this.data.types)
    listenToKeys(this.map, clusters, still)
    offerPlaces(this.map, document.getElementById(this.dataset.places), points, still)
    keepRenewed(this.map, this, (notice) => this.data.renew(this.map, clusters, notice))
    this.dataset.drawn = ""
  }

  /** The one place of a small map: a dot, and nothing to press. */
  spot() {
    const [latitude, longitude] = numbers(this.dataset.focus)
    circleMarker([latitude, longitude], { className: "map-spot", radius: 8, interactive: false }).addTo(this.map)
  }
}

customElements.define("portal-map", PortalMap)
