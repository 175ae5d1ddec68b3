/** What is seen of the network: where one looks, what is picked, and one drawing per frame at most. */
import { Painter } from "./network-painter.js";

const MARGIN = 36
// Names are wider than high.
const SIDE = 0.12
const CLOSEST = 90
const REACH = 14

export class NetworkView {
  constructor(canvas, network, tell) {
    Object.assign(this, { canvas, network, tell, picked: -1 })
    this.painter = new Painter(canvas, network)
    this.resizing = new ResizeObserver(() => this.resize())
    this.resizing.observe(canvas)
    this.scheme = matchMedia("(prefers-color-scheme: dark)")
    this.recolour = () => { this.painter.readColours(); this.ask() }
    this.scheme.addEventListener("change", this.recolour)
  }

  stop() {
    this.resizing.disconnect()
    this.scheme.removeEventListener("change", this.recolour)
  }

  resize() {
    const { width, height } = this.canvas.getBoundingClientRect()
    const ratio = devicePixelRatio || 1
    Object.assign(this.canvas, { width: width * ratio, height: height * ratio })
    Object.assign(this, { width, height, ratio })
    if (this.scale) this.ask()
    else this.whole()
  }

  /** Frame everything. */
  whole() {
    const { x, y } = this.network
    const [left, right] = span(x)
    const [top, bottom] = span(y)
    const side = Math.max(MARGIN, this.width * SIDE)
    this.fit = Math.min((this.width - 2 * side) / (right - left || 1), (this.height - 2 * MARGIN) / (bottom - top || 1), CLOSEST)
    this.scale = this.fit
    this.centre = [(left + right) / 2, (top + bottom) / 2]
    this.ask()
  }

  zoom(factor, at = [this.width / 2, this.height / 2]) {
    const before = this.toPlane(at)
    this.scale = Math.min(Math.max(this.scale * factor, this.fit / 2), Math.max(CLOSEST, this.fit) * 2)
    const after = this.toPlane(at)
    this.centre = [this.centre[0] + before[0] - after[0], this.centre[1] + before[1] - after[1]]
    this.ask()
  }

  move(dx, dy) {
    this.centre = [this.centre[0] - dx / this.scale, this.centre[1] - dy / this.scale]
    this.ask()
  }

  toPlane([px, py]) {
    return [(px - this.width / 2) / this.scale + this.centre[0], (py - this.height / 2) / this.scale + this.centre[1]]
  }

  toScreen(index) {
    const { x, y } = this.network
    return [(x[index] - this.centre[0]) * this.scale + this.width / 2, (y[index] - this.centre[1]) * this.scale + this.height / 2]
  }

  /** The point under the pointer, or -1. */
  at(position) {
    const [px, py] = this.toPlane(position)
    const { x, y } = this.network
    let best = -1
    let least = (REACH / this.scale) ** 2
    for (let index = 0; index < x.length; index += 1) {
      const distance = (x[index] - px) ** 2 + (y[index] - py) ** 2
      if (distance < least) [best, least] = [index, distance]
    }
    return best
  }

  node(index) {
    const { labels, urls, degree } = this.network
    return index < 0 ? null : { label: labels[index], url: urls[index], degree: degree[index] }
  }

  pick(index) {
    if (index === this.picked) return
    this.picked = index
    this.tell(this.node(index))
    this.ask()
  }

  /** Bring a point into sight. */
  reveal(index) {
    const [px, py] = this.toScreen(index)
    if (px < MARGIN || py < MARGIN || px > this.width - MARGIN || py > this.height - MARGIN) {
      this.centre = [this.network.x[index], this.network.y[index]]
    }
    this.pick(index)
    this.ask()
  }

  ask() {
    if (this.waiting) return
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0
      this.draw()
    })
  }

  draw() {
    const started = performance.now()
    this.painter.draw(this)
    this.canvas.dataset.ms = (performance.now() - started).toFixed(1)
  }
}

function span(values) {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return values.length ? [least, most] : [0, 0]
}
