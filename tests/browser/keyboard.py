"""A walk through a page with the Tab key alone."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

# What can be pressed, and how each element and those around it look before anything has the focus.
PREPARE = """() => {
  const look = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element)
    return [outlineStyle === "none" ? "none" : `${outlineStyle} ${outlineWidth} ${outlineColor}`, boxShadow].join()
  }
  const around = (element) => {
    const elements = []
    for (let one = element; one && elements.length < 4; one = one.parentElement) elements.push(one)
    return elements
  }
  const name = (element) => element.outerHTML.replace(/\\s+/g, " ").slice(0, 90)
  const groups = new Set()
  const candidates = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && element.type !== "hidden")
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => element.type !== "radio" || !groups.has(element.name) && groups.add(element.name))
  const before = new WeakMap([...document.querySelectorAll("*")].map((element) => [element, look(element)]))
  const reached = new Set()
  window.keyboardWalk = {
    here() {
      const element = document.activeElement
      if (!element || element === document.body || reached.has(element)) return null
      reached.add(element)
      const { top, bottom, width, height } = element.getBoundingClientRect()
      return {
        name: name(element),
        href: element.getAttribute("href") ?? "",
        shown: around(element).some((one) => look(one) !== before.get(one)),
        in_view: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
      }
    },
    missed: () => candidates.filter((element) => !reached.has(element)).map(name),
  }
  return candidates.length
}"""


@dataclass(frozen=True)
class Stop:
    """Something the Tab key reached."""

    name: str
    href: str
    shown: bool
    in_view: bool


@dataclass(frozen=True)
class Walk:
    """Every stop in order, what was never reached, and whether the focus came out at the end."""

    stops: list[Stop]
    missed: list[str]
    came_out: bool


def walk(page: Page) -> Walk:
    """Press Tab until the focus has gone round the page."""
    expected = page.evaluate(PREPARE)
    stops = []
    came_out = False
    while len(stops) <= 2 * expected + 5 and not came_out:
        page.keyboard.press("Tab")
        here = page.evaluate("keyboardWalk.here()")
        came_out = here is None
        if here:
            stops.append(Stop(**here))
    return Walk(stops, page.evaluate("keyboardWalk.missed()"), came_out)


def tab_to(page: Page, target: Locator, *, at_most: int = 200) -> None:
    """Press Tab until this has the focus."""
    target.wait_for()
    for _press in range(at_most):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    msg = f"Tab did not reach {target} in {at_most} steps."
    raise AssertionError(msg)
