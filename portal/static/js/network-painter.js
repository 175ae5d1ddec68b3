/** Draws the network: lines in two strokes, points by kind, names where there is room. Colours are those of the page. */

const VARIABLES = { dynamic: "--madder-vivid", outside: "--edge", person: "--weld-vivid", method: "--woad-vivid", place: "--green-vivid" }
const SIZE = 3.5
const MOST_NAMES = 60
const LETTER = 6.6
const HEIGHT = 17
// Smaller than this, a shape is a spot; more lines than this, dashes are dust. Both cost dear, drawn by thousands.
const SPOT = 3
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
    const crowded = this.lines(view, 1, [], 1) > MOST_DASHES
    this.lines(view, 0, crowded ? [] : [4, 4], crowded ? 0.5 : 1)
    this.points(view)
    this.names(view)
    if (view.picked >= 0) this.picked(view)
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

  /** Stroke the lines in sight that are confirmed, or not; return how many. */
  lines(view, confirmed, dash, strength) {
    const { pen, px, py } = this
    const { edges } = this.network
    let count = 0
    pen.beginPath()
    for (let at = 0; at < edges.length; at += 3) {
      if (edges[at + 2] !== confirmed) continue
      const [source, target] = [edges[at], edges[at + 1]]
      if (Math.max(px[source], px[target]) < 0 || Math.min(px[source], px[target]) > view.width) continue
      if (Math.max(py[source], py[target]) < 0 || Math.min(py[source], py[target]) > view.height) continue
      pen.moveTo(px[source], py[source])
      pen.lineTo(px[target], py[target])
      count += 1
    }
    pen.setLineDash(dash)
    pen.strokeStyle = this.line
    pen.globalAlpha = (count > 2000 ? 0.35 : 0.7) * strength
    pen.lineWidth = 1
    pen.stroke()
    pen.globalAlpha = 1
    pen.setLineDash([])
    return count
  }

  points(view) {
    const { pen, px, py } = this
    this.byKind.forEach((indexes, kind) => {
      pen.fillStyle = this.colours[kind]
      pen.beginPath()
      for (const index of indexes) {
        const radius = this.radius(index)
        const [x, y] = [px[index], py[index]]
        if (x < -radius || y < -radius || x > view.width + radius || y > view.height + radius) continue
        if (radius < SPOT) pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius)
        else this.mark(index, this.network.kinds[kind], radius)
      }
      pen.fill()
    })
  }

  radius(index) {
    return this.size * (1 + Math.min(1.2, Math.sqrt(this.network.degree[index]) / 6))
  }

  mark(index, kind, radius) {
    const { pen, px, py } = this
    const [x, y] = [px[index], py[index]]
    if (kind === "dynamic") {
      pen.moveTo(x + radius, y)
      pen.arc(x, y, radius, 0, 2 * Math.PI)
    } else if (kind === "outside") {
      pen.rect(x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.6)
    } else {
      const sides = { person: 3, method: 4, place: 6 }[kind]
      for (let side = 0; side < sides; side += 1) {
        const turn = (2 * Math.PI * side) / sides - Math.PI / 2
        pen[side ? "lineTo" : "moveTo"](x + radius * 1.15 * Math.cos(turn), y + radius * 1.15 * Math.sin(turn))
      }
      pen.closePath()
    }
  }

  /** Names of the points with most lines first, as long as none covers another. */
  names(view) {
    const { pen, px, py } = this
    const taken = []
    pen.font = `13px ${this.font}`
    pen.textAlign = "center"
    for (const index of this.byDegree) {
      if (taken.length >= MOST_NAMES) break
      const y = py[index] + this.radius(index) + 13
      if (px[index] < 0 || y < 0 || px[index] > view.width || y > view.height) continue
      const label = short(this.network.labels[index])
      const half = (label.length * LETTER) / 2
      // A name stays whole at the edge.
      const x = Math.min(Math.max(px[index], half + 4), Math.max(view.width - half - 4, half + 4))
      const box = [x - half, y - HEIGHT + 4, x + half, y + 4]
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue
      taken.push(box)
      this.name(label, x, y, this.network.kind[index] ? this.soft : this.ink)
    }
  }

  name(label, x, y, colour) {
    const { pen } = this
    pen.lineWidth = 4
    pen.lineJoin = "round"
    pen.strokeStyle = this.paper
    pen.strokeText(label, x, y)
    pen.fillStyle = colour
    pen.fillText(label, x, y)
  }

  /** The picked point, its lines, and the names at their ends. */
  picked({ picked }) {
    const { pen, px, py } = this
    const { edges, labels, kinds, kind } = this.network
    const ends = new Set()
    pen.beginPath()
    for (let at = 0; at < edges.length; at += 3) {
      const [source, target] = [edges[at], edges[at + 1]]
      if (source !== picked && target !== picked) continue
      pen.moveTo(px[source], py[source])
      pen.lineTo(px[target], py[target])
      ends.add(source === picked ? target : source)
    }
    pen.strokeStyle = this.ink
    pen.lineWidth = 2
    pen.stroke()
    for (const index of [...ends, picked]) {
      pen.beginPath()
      this.mark(index, kinds[kind[index]], this.radius(index) + (index === picked ? 3 : 1))
      pen.fillStyle = this.colours[kind[index]]
      pen.fill()
      pen.stroke()
    }
    pen.font = `700 14px ${this.font}`
    this.name(labels[picked], px[picked], py[picked] + this.radius(picked) + 17, this.ink)
  }
}

const short = (label) => (label.length > 28 ? `${label.slice(0, 27)}…` : label)
