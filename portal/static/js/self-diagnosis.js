/**
 * <self-diagnosis data-summary="Yes: {yes} · …"> a form of radio buttons and an <output> </self-diagnosis>
 * Counts the answers as they come. Nothing is sent, nothing is kept.
 */
class SelfDiagnosis extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form")
    this.output = this.querySelector("output")
    this.form.addEventListener("submit", (event) => event.preventDefault())
    this.form.addEventListener("change", () => this.count())
    this.form.addEventListener("reset", () => setTimeout(() => this.count()))
  }

  count() {
    const answers = [...new FormData(this.form).values()]
    const names = new Set([...this.form.querySelectorAll("[type=radio]")].map(({ name }) => name))
    const counts = { yes: 0, partly: 0, no: 0, left: names.size - answers.length }
    for (const answer of answers) counts[answer] += 1
    this.output.textContent = this.dataset.summary.replace(/\{(\w+)\}/g, (_, key) => counts[key])
    this.output.hidden = !answers.length
  }
}

customElements.define("self-diagnosis", SelfDiagnosis)
