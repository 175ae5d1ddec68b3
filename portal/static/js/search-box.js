/**
 * <search-box data-url="…"> a field, a box for the list, a status </search-box>
 * Proposes what may be meant while one types (WAI-ARIA combobox); without this script, it is a plain field.
 */
const PAUSE = 150

class SearchBox extends HTMLElement {
  connectedCallback() {
    ;[this.input, this.list, this.status] = ["input", ".completion", "[role=status]"].map((each) => this.querySelector(each))
    Object.assign(this.input, { role: "combobox", ariaAutoComplete: "list", autocomplete: "off" })
    this.input.setAttribute("aria-controls", this.list.id)
    this.show("")
    this.input.addEventListener("input", () => this.ask(PAUSE))
    this.input.addEventListener("keydown", (event) => this.press(event))
    this.input.addEventListener("blur", () => this.show(""))
    // The field keeps the focus until the click, of a finger too.
    this.list.addEventListener("mousedown", (event) => event.preventDefault())
  }

  ask(pause = 0) {
    this.forget()
    this.timer = setTimeout(async () => {
      this.asked = new AbortController()
      const address = `${this.dataset.url}?${new URLSearchParams({ q: this.input.value })}`
      // Aborted, or offline: the field still works.
      const html = await fetch(address, { signal: this.asked.signal }).then((answer) => (answer.ok ? answer.text() : ""), () => null)
      if (html !== null && document.activeElement === this.input) this.show(html)
    }, pause)
  }

  forget() {
    clearTimeout(this.timer)
    this.asked?.abort()
  }

  show(html) {
    this.forget()
    this.list.innerHTML = html
    this.options = [...this.list.querySelectorAll("[role=option]")]
    this.options.forEach((option, place) => (option.id = `${this.list.id}-${place}`))
    this.list.hidden = !this.options.length
    this.input.ariaExpanded = String(!this.list.hidden)
    this.status.textContent = this.list.querySelector("[data-status]")?.dataset.status ?? ""
    this.point(-1)
  }

  /** Point at an option without leaving the field; -1 is the text as typed. */
  point(place) {
    this.place = place
    this.options.forEach((option, index) => (option.ariaSelected = String(index === place)))
    this.options[place]?.scrollIntoView({ block: "nearest" })
    this.input.setAttribute("aria-activedescendant", this.options[place]?.id ?? "")
  }

  press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const stops = this.options.length + 1
    if (step && stops > 1) this.point(((this.place + 1 + step + stops) % stops) - 1)
    else if (step) this.ask()
    else if (event.key === "Escape" && stops > 1) this.show("")
    else if (event.key === "Enter" && this.place >= 0) this.options[this.place].click()
    else return
    event.preventDefault()
  }
}

customElements.define("search-box", SearchBox)
