/** What the bubble of a marker says: for each thing found there, its title as a link, its place and a sentence. */
export function bubble(features) {
  const list = document.createElement("ul")
  list.className = "map-bubble"
  list.append(...features.map(({ properties }) => entry(properties)))
  return list
}

function entry({ title, name, url, place, summary }) {
  const item = document.createElement("li")
  const link = item.appendChild(document.createElement("a"))
  link.textContent = title ?? name
  if (url) link.href = url
  for (const text of [place?.label, summary].filter(Boolean)) {
    item.appendChild(document.createElement("p")).textContent = text
  }
  return item
}
