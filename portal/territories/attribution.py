"""What every map must say of its sources; the whole of it is in `static/basemap/ATTRIBUTION.txt`."""

ATTRIBUTION = "IGN ADMIN EXPRESS · INSEE · Etalab · Natural Earth · GeoNames (CC BY 4.0)"

# The drawings, in the order they are laid one over the other.
BASEMAP = (
    "basemap/world.topo.json",
    "basemap/quebec.topo.json",
    "basemap/belgium.topo.json",
    "basemap/france.topo.json",
)
