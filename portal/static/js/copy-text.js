/** <copy-text data-copied="…"><textarea readonly> <button hidden> <span role="status"></copy-text>: without this script, one selects and copies. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const [text, button, status] = ["textarea", "button", "[role=status]"].map((name) => this.querySelector(name))
    button.hidden = false
    text.addEventListener("focus", () => text.select())
    button.addEventListener("click", async () => {
      text.select()
      try {
        await navigator.clipboard.writeText(text.value)
        status.textContent = this.dataset.copied
      } catch {
        // Not allowed to write there: what is selected can be copied by hand.
        text.focus()
      }
    })
  }
}

customElements.define("copy-text", CopyText)
