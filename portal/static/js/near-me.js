/** <near-me data-refused="…"><button hidden> <p role="status"></near-me>: asks where the device is when pressed, never before. */

// About a kilometre: an address that one shares should not say where one lives.
const DECIMALS = 2

class NearMe extends HTMLElement {
  connectedCallback() {
    if (!navigator.geolocation) return
    const button = this.querySelector("button")
    button.hidden = false
    button.addEventListener("click", () => navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.search(coords),
      () => { this.querySelector("[role=status]").textContent = this.dataset.refused },
    ))
  }

  search({ latitude, longitude }) {
    const { form } = this.querySelector("button")
    form.elements.pres.value = `${latitude.toFixed(DECIMALS)},${longitude.toFixed(DECIMALS)}`
    form.requestSubmit()
  }
}

customElements.define("near-me", NearMe)
