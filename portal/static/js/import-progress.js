// The bar of an import that is under way: it asks how far it is, and shows the report at the end.
// Without script the page comes again every three seconds.

const EVERY = 1500;

class ImportProgress extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.ask(), EVERY);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  async ask() {
    const answer = await fetch(this.dataset.address, { headers: { Accept: "application/json" } }).catch(
      () => null,
    );
    if (!answer?.ok) {
      return;
    }
    const state = await answer.json();
    this.querySelector("progress").value = state.percentage;
    this.querySelector("[role=status]").textContent = state.text;
    if (!state.is_under_way) {
      clearInterval(this.timer);
      location.reload();
    }
  }
}

customElements.define("import-progress", ImportProgress);
