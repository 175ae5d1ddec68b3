/** What the map draws, as the portal answers it: dynamics one by one, or squares where there are too many. */
import { latLngBounds } from "../vendor/leaflet-1.9.4/leaflet.js";
import { fetchJSON } from "./basemap.js";

const FIRST_ZOOM = 5
const AROUND_VIEW = 0.5
const WORLD = latLngBounds([-85, -180], [85, 180])

export class MapData {
  constructor(address) {
    this.address = address
    this.types = new Map()
  }

  /** Everything there is, as finely as a first look needs. */
  everywhere() {
    return this.ask(WORLD, FIRST_ZOOM)
  }

  /** Draw what is in view; ask for it first when what is held is too coarse, or lies elsewhere. When nobody answers, what is held stays. */
  async renew(map, clusters, notice) {
    const [view, zoom] = [map.getBounds(), Math.round(map.getZoom())]
    const holds = this.isWhole || (this.bounds.contains(view) && (this.isExact || zoom === this.zoom))
    try {
      // An answer about somewhere else must not come over what is in view.
      this.forget()
      if (holds) clusters.draw()
      else clusters.hold(await this.ask(onEarth(view.pad(AROUND_VIEW)), zoom), this.types)
      notice.hide()
    } catch (error) {
      if (error.name === "AbortError") return
      clusters.draw()
      notice.show()
    }
  }

  forget() {
    this.waiting?.abort()
  }

  async ask(bounds, zoom) {
    this.waiting = new AbortController()
    const separator = this.address.includes("?") ? "&" : "?"
    const address = `${this.address}${separator}bbox=${bounds.toBBoxString()}&z=${zoom}`
    const answer = await fetchJSON(address, { signal: this.waiting.signal })
    Object.assign(this, { bounds, zoom, isExact: answer.mode === "points" })
    this.isWhole = this.isExact && answer.total + answer.without_location >= answer.selected
    for (const { value, label } of answer.facets?.type ?? []) this.types.set(value, label)
    return (answer.points ?? answer.cells).map(feature)
  }
}

function feature({ lon, lat, n = 1, ...properties }) {
  return { type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] }, properties: { n, ...properties } }
}

function onEarth(bounds) {
  const within = (degrees, least, most) => Math.max(least, Math.min(degrees, most))
  const corner = ({ lat, lng }) => [within(lat, WORLD.getSouth(), WORLD.getNorth()), within(lng, WORLD.getWest(), WORLD.getEast())]
  return latLngBounds(corner(bounds.getSouthWest()), corner(bounds.getNorthEast()))
}
