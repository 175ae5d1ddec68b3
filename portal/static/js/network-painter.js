/** Draws the network: lines in two strokes, points by kind, names where there is room. Colours are those of the page. */

const VARIABLES = { dynamic: "--madder-vivid", outside: "--edge", person: "--weld-vivid", method: "--woad-vivid", place: "--green-vivid" }
const SIZE = 3.5
const MOST_NAMES = 60
const LETTER = 6.6
const HEIGHT = 17

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
    this.lines(view, 1, [])
    this.lines(view, 0, [4, 4])
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

  lines(view, confirmed, dash) {
    const { pen, px, py } = this
    const { edges } = this.network
    pen.beginPath()
    for (let at = 0; at < edges.length; at += 3) {
      if (edges[at + 2] !== confirmed) continue
      pen.moveTo(px[edges[at]], py[edges[at]])
      pen.lineTo(px[edges[at + 1]], py[edges[at + 1]])
    }
    pen.setLineDash(dash)
    pen.strokeStyle = this.line
    pen.globalAlpha = edges.length > 6000 ? 0.3 : 0.6
    pen.lineWidth = 1
    pen.stroke()
    pen.globalAlpha = 1
    pen.setLineDash([])
  }

  points() {
    const { pen } = this
    this.byKind.forEach((indexes, kind) => {
      pen.beginPath()
      for (const index of indexes) this.mark(index, this.network.kinds[kind], this.radius(index))
      pen.fillStyle = this.colours[kind]
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
      const [x, y] = [px[index], py[index] + this.radius(index) + 13]
      if (x < 0 || y < 0 || x > view.width || y > view.height) continue
      const label = short(this.network.labels[index])
      const half = (label.length * LETTER) / 2
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
