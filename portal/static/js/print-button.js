/** <print-button><button hidden>Print</button></print-button>: shown only where it can do something. */
class PrintButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button")
    button.addEventListener("click", () => print())
    button.hidden = false
  }
}

customElements.define("print-button", PrintButton)
