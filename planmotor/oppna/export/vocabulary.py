"""Addresses of terms that the catalogue and the pages use for the same thing."""

from __future__ import annotations

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"  # the profile wants the address with http
EU = "http://publications.europa.eu/resource/authority/"
MEDIA = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
