/**
 * <live-list> a form #filters, and #results </live-list>
 * Ticking a filter renews counts and results in place; without this script, the form has a button.
 */
const wide = matchMedia("(min-width: 60rem)")

class LiveList extends HTMLElement {
  connectedCallback() {
    this.status = document.createElement("p")
    this.status.className = "visually-hidden"
    this.status.setAttribute("role", "status")
    this.before(this.status)
    this.addEventListener("change", ({ target }) => {
      if (target.form?.id === "filters" && wide.matches) this.show(address(target.form))
    })
    this.shown = location.search
    // Going to another part of the same page changes no choice: nothing to renew.
    addEventListener("popstate", () => { if (location.search !== this.shown) location.reload() })
  }

  async show(url) {
    this.waiting?.abort()
    this.waiting = new AbortController()
    this.setAttribute("aria-busy", "true")
    try {
      const response = await fetch(url, { signal: this.waiting.signal })
      this.renew(new DOMParser().parseFromString(await response.text(), "text/html"))
      history.pushState(null, "", url)
      this.shown = location.search
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url)
    }
  }

  renew(page) {
    const { name, value } = document.activeElement
    for (const details of page.querySelectorAll("#filters details")) {
      details.open = document.getElementById(details.id)?.open ?? details.open
    }
    for (const id of ["filters", "results"]) {
      document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes)
    }
    if (name) this.querySelector(`#filters [name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)?.focus()
    this.status.textContent = this.querySelector(".result-count").textContent
    this.removeAttribute("aria-busy")
  }
}

function address(form) {
  const pairs = [...new FormData(form)].filter(([, value]) => value)
  return `${location.pathname}?${new URLSearchParams(pairs)}`
}

customElements.define("live-list", LiveList)
