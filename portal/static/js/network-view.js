/** What is seen of the network: where one looks, what is picked, and one drawing per frame at most. */
import { NetworkFrame } from "./network-frame.js";
import { Painter } from "./network-painter.js";

export class NetworkView extends NetworkFrame {
  constructor(canvas, network, tell) {
    super(network)
    Object.assign(this, { canvas, network, tell, picked: -1 })
    this.painter = new Painter(canvas, network)
    this.resizing = new ResizeObserver(() => this.resize())
    this.resizing.observe(canvas)
    this.scheme = matchMedia("(prefers-color-scheme: dark)")
    this.recolour = () => { this.painter.readColours(); this.ask() }
    this.scheme.addEventListener("change", this.recolour)
    this.resize() // The observer speaks after the next layout: buttons may be pressed before.
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

  whole() {
    super.whole()
    this.ask()
  }

  zoom(factor, at) {
    super.zoom(factor, at)
    this.ask()
  }

  move(dx, dy) {
    super.move(dx, dy)
    this.ask()
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
    super.reveal(index)
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
