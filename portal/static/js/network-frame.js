/** Where one looks in the network: what is framed, how close, and which point of the screen is which of the plane. */

export const MARGIN = 36
// Names are wider than high.
const SIDE = 0.12
// The buttons stand on the right.
const BUTTONS = 66
const CLOSEST = 90
const REACH = 14

export class NetworkFrame {
  constructor({ x, y }) {
    Object.assign(this, { x, y, width: 0, height: 0 })
  }

  /** Frame everything. */
  whole() {
    const { x, y } = this
    const [left, right] = span(x)
    const [top, bottom] = span(y)
    const side = Math.max(MARGIN, this.width * SIDE)
    const aside = Math.max(side, BUTTONS)
    this.fit = Math.min((this.width - side - aside) / (right - left || 1), (this.height - 2 * MARGIN) / (bottom - top || 1), CLOSEST)
    this.scale = this.fit
    this.centre = [(left + right) / 2 + (aside - side) / 2 / this.scale, (top + bottom) / 2]
  }

  zoom(factor, at = [this.width / 2, this.height / 2]) {
    const before = this.toPlane(at)
    this.scale = Math.min(Math.max(this.scale * factor, this.fit / 2), Math.max(CLOSEST, this.fit) * 2)
    const after = this.toPlane(at)
    this.centre = [this.centre[0] + before[0] - after[0], this.centre[1] + before[1] - after[1]]
  }

  move(dx, dy) {
    this.centre = [this.centre[0] - dx / this.scale, this.centre[1] - dy / this.scale]
  }

  toPlane([px, py]) {
    return [(px - this.width / 2) / this.scale + this.centre[0], (py - this.height / 2) / this.scale + this.centre[1]]
  }

  toScreen(index) {
    const { x, y } = this
    return [(x[index] - this.centre[0]) * this.scale + this.width / 2, (y[index] - this.centre[1]) * this.scale + this.height / 2]
  }

  /** The point under the pointer, or -1. */
  at(position) {
    const [px, py] = this.toPlane(position)
    const { x, y } = this
    let best = -1
    let least = (REACH / this.scale) ** 2
    for (let index = 0; index < x.length; index += 1) {
      const distance = (x[index] - px) ** 2 + (y[index] - py) ** 2
      if (distance < least) [best, least] = [index, distance]
    }
    return best
  }

  /** Put a point in the middle unless it is well in sight. */
  reveal(index) {
    const [px, py] = this.toScreen(index)
    if (px < MARGIN || py < MARGIN || px > this.width - MARGIN || py > this.height - MARGIN) {
      this.centre = [this.x[index], this.y[index]]
    }
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
