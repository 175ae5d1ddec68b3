/** What the bubble of a marker says: for each thing found there, its name as a link, its type and its place. */
export function bubble(features, types, more) {
  const list = document.createElement("ul")
  list.className = "map-bubble"
  list.append(...features.map(({ properties }) => entry(properties, types)))
  if (more) list.append(entry(more, types))
  return list
}

function entry({ name, url, type, place }, types) {
  const item = document.createElement("li")
  const link = item.appendChild(document.createElement("a"))
  link.textContent = name
  if (url) link.href = url
  const details = [types.get(type) ?? "", place].filter(Boolean).join(" · ")
  if (details) item.appendChild(document.createElement("p")).textContent = details
  return item
}
