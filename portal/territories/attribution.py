"""What every map must say of its sources; the whole of it is in `static/basemap/ATTRIBUTION.txt`."""

ATTRIBUTION = "IGN ADMIN EXPRESS · INSEE · Etalab · Natural Earth · GeoNames (CC BY 4.0)"

# What a map frames when nothing better is known: west, south, east, north.
HEXAGON = "-5.2,41.3,9.6,51.1"

# The drawings, in the order they are laid one over the other.
BASEMAP = (
    "basemap/world.topo.json",
    "basemap/quebec.topo.json",
    "basemap/belgium.topo.json",
    "basemap/france.topo.json",
)
