/**
 * <network-graph src="reseau.json" data-label="…" data-help="…" data-zoom-in="…" data-zoom-out="…" data-whole="…"
 *   data-one="{label}, 1 tie" data-several="{label}, {count} ties" data-open="…"> what to show until it is drawn </network-graph>
 * The whole network on a canvas. Positions come from the server: here one only looks.
 */
import { listenToKeys } from "./network-keys.js";
import { NetworkView } from "./network-view.js";
import { listenToPointers } from "./network-pointers.js";

class NetworkGraph extends HTMLElement {
  async connectedCallback() {
    try {
      const response = await fetch(this.getAttribute("src"))
      const network = await response.json()
      if (this.isConnected) this.show(network)
    } catch (error) {
      this.dataset.failed = error.message
    }
  }

  disconnectedCallback() {
    this.view?.stop()
  }

  show(network) {
    const canvas = this.canvas()
    this.told = document.createElement("p")
    this.told.className = "network-told"
    this.told.setAttribute("role", "status")
    this.replaceChildren(canvas, this.buttons(), this.told)
    this.view = new NetworkView(canvas, network, (node) => this.tell(node))
    listenToPointers(canvas, this.view, (node) => this.open(node))
    listenToKeys(canvas, this.view, (node) => this.open(node))
    this.dataset.drawn = network.labels.length
  }

  canvas() {
    const canvas = document.createElement("canvas")
    canvas.tabIndex = 0
    canvas.setAttribute("role", "application")
    canvas.setAttribute("aria-label", `${this.dataset.label} ${this.dataset.help}`)
    return canvas
  }

  buttons() {
    const group = document.createElement("div")
    group.className = "network-buttons"
    const { zoomIn, zoomOut, whole } = this.dataset
    const actions = [["+", zoomIn, () => this.view.zoom(1.5)], ["−", zoomOut, () => this.view.zoom(1 / 1.5)], ["⤢", whole, () => this.view.whole()]]
    for (const [sign, label, action] of actions) {
      const button = document.createElement("button")
      button.type = "button"
      button.className = "button"
      button.textContent = sign
      button.setAttribute("aria-label", label)
      button.addEventListener("click", action)
      group.append(button)
    }
    return group
  }

  tell(node) {
    const { one, several } = this.dataset
    this.told.textContent = node
      ? (node.degree === 1 ? one : several).replace("{label}", node.label).replace("{count}", node.degree)
      : ""
  }

  open(node) {
    if (node?.url) location.assign(node.url)
  }
}

customElements.define("network-graph", NetworkGraph)
