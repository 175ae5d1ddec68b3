/** <page-contents> a <nav popover> of links to the sections of the page </page-contents>: tells where one is. */
class PageContents extends HTMLElement {
  connectedCallback() {
    this.links = new Map([...this.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]))
    this.addEventListener("click", ({ target }) => {
      if (target.closest("a")) this.querySelector(":popover-open")?.hidePopover()
    })
    // A section is being read while it crosses a line one third down the window.
    const watcher = new IntersectionObserver((entries) => this.mark(entries), { rootMargin: "-33% 0px -67%" })
    for (const id of this.links.keys()) {
      const target = document.getElementById(id)
      if (target) watcher.observe(target.closest("section") ?? target)
    }
  }

  mark(entries) {
    for (const { target, isIntersecting } of entries) {
      const link = this.links.get(target.id) ?? this.links.get(target.getAttribute("aria-labelledby"))
      if (isIntersecting) link?.setAttribute("aria-current", "true")
      else link?.removeAttribute("aria-current")
    }
  }
}

customElements.define("page-contents", PageContents)
