"""How `fixtures/territories/` and the basemap are made. Never imported by the running portal."""
