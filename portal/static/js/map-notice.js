/** Renew what is drawn whenever the map has moved, was asked to, or the network came back; `renew` is given the notice. */
export function keepRenewed(map, host, renew) {
  const notice = new MapNotice(host, () => renew(notice))
  map.on("moveend", notice.retry)
  addEventListener("online", () => { if (host.isConnected && notice.isShown) notice.retry() })
}

/** What could not be asked is said on the map, with a button that asks again. */
class MapNotice {
  constructor(host, retry) {
    this.host = host
    this.retry = retry
    this.line = document.createElement("div")
    this.line.className = "map-notice"
    this.line.setAttribute("role", "status")
    host.append(this.line)
  }

  get isShown() {
    return this.line.hasChildNodes()
  }

  show() {
    if (this.isShown) return
    const { late, again } = this.host.dataset
    const button = document.createElement("button")
    Object.assign(button, { type: "button", className: "button", textContent: again })
    button.addEventListener("click", this.retry)
    this.line.append(late, " ", button)
  }

  /** Whoever pressed the button goes on from the map. */
  hide() {
    if (this.line.contains(document.activeElement)) this.host.querySelector("[tabindex='0'], .leaflet-control-zoom-in").focus({ preventScroll: true })
    this.line.replaceChildren()
  }
}
