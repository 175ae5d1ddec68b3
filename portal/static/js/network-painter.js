/** Draws the network: lines in two strokes, points by kind, names where there is room. Colours are those of the page. */
import { strokeLines } from "./network-lines.js";
import { writeNames } from "./network-names.js";
import { showPicked } from "./network-picked.js";
import { fillPoints } from "./network-shapes.js";

const VARIABLES = { dynamic: "--madder-vivid", outside: "--edge", person: "--weld-vivid", method: "--woad-vivid", place: "--green-vivid" }
const SIZE = 3.5
// More lines than this and dashes are dust; they cost dear, drawn by thousands.
const MOST_DASHES = 1500

export class Painter {
  constructor(canvas, network) {
    this.canvas = canvas
    this.pen = canvas.getContext("2d")
    this.network = network
    this.byDegree = [...network.labels.keys()].sort((one, other) => network.degree[other] - network.degree[one])
    this.byKind = network.kinds.map((_, kind) => this.byDegree.filter((index) => network.kind[index] === kind))
    this.readColours()
  }

  readColours() {
    // A var() of the page may hold light-dark(): only a computed colour says which one applies.
    const probe = document.createElement("i")
    probe.hidden = true
    this.canvas.parentElement.append(probe)
    const colour = (name) => {
      probe.style.color = `var(${name})`
      return getComputedStyle(probe).color
    }
    this.colours = this.network.kinds.map((kind) => colour(VARIABLES[kind]))
    const [ink, soft, paper, line] = ["--ink", "--ink-soft", "--surface", "--edge"].map(colour)
    Object.assign(this, { ink, soft, paper, line, font: getComputedStyle(probe).fontFamily })
    probe.remove()
  }

  draw(view) {
    const { pen } = this
    this.place(view)
    pen.setTransform(view.ratio, 0, 0, view.ratio, 0, 0)
    pen.clearRect(0, 0, view.width, view.height)
    const crowded = strokeLines(this, view, { confirmed: 1, dash: [], strength: 1 }) > MOST_DASHES
    strokeLines(this, view, { confirmed: 0, dash: crowded ? [] : [4, 4], strength: crowded ? 0.5 : 1 })
    fillPoints(this, view)
    writeNames(this, view)
    if (view.picked >= 0) showPicked(this, view.picked)
  }

  /** Where each point is on the screen, once a frame. */
  place(view) {
    const { x, y } = this.network
    this.px ??= new Float32Array(x.length)
    this.py ??= new Float32Array(x.length)
    const { scale, centre, width, height } = view
    for (let index = 0; index < x.length; index += 1) {
      this.px[index] = (x[index] - centre[0]) * scale + width / 2
      this.py[index] = (y[index] - centre[1]) * scale + height / 2
    }
    this.size = Math.min(9, Math.max(1.5, SIZE * Math.sqrt(scale / 12)))
  }
}
