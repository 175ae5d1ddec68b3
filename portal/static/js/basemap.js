/** The background of the maps: our own drawings, as vectors that the style sheet colours. */
import { divIcon, geoJSON, layerGroup, marker } from "../vendor/leaflet-1.9.4/leaflet.js";
import { feature, mesh } from "../vendor/topojson-client-3.1.0/topojson-client.js";

export async function fetchJSON(address, options) {
  const response = await fetch(address, options)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

/** Draw each object of each topology, in order: areas, régions as lines between them, towns as names. */
export function drawBasemap(map, drawings) {
  map.createPane("basemap").style.zIndex = 200
  map.createPane("towns").style.zIndex = 450
  for (const drawing of drawings) {
    for (const [name, object] of Object.entries(drawing.objects)) {
      if (name === "towns") drawTowns(map, feature(drawing, object).features)
      else drawAreas(map, name, name === "regions" ? borders(drawing, object) : feature(drawing, object))
    }
  }
}

/** The lines that separate two territories, without the coast, which is drawn already. */
function borders(drawing, object) {
  return mesh(drawing, object, (one, other) => one !== other)
}

function drawAreas(map, name, shapes) {
  const className = `map-area map-area-${name}`
  geoJSON(shapes, { pane: "basemap", interactive: false, style: { className } }).addTo(map)
}

/** Write the names of towns, each from the zoom where it finds room. */
function drawTowns(map, towns) {
  const byZoom = new Map()
  for (const town of towns) {
    const { zoom } = town.properties
    byZoom.set(zoom, (byZoom.get(zoom) ?? layerGroup()).addLayer(townName(town)))
  }
  const refresh = () => byZoom.forEach((names, zoom) =>
    map.getZoom() >= zoom ? names.addTo(map) : names.remove())
  map.on("zoomend", refresh).whenReady(refresh)
}

function townName({ geometry: { coordinates: [longitude, latitude] }, properties: { name, zoom } }) {
  // Written by the style sheet: decoration, for the eye only, that no search in the page stumbles upon.
  const text = document.createElement("span")
  text.dataset.name = name
  text.setAttribute("aria-hidden", "true")
  const icon = divIcon({ className: `map-town map-town-${zoom}`, html: text, iconSize: null })
  return marker([latitude, longitude], { icon, pane: "towns", interactive: false, keyboard: false })
}
