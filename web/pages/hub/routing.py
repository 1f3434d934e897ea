"""The one router of the hub, on which each module puts its routes."""

from fastapi import APIRouter

from web.pages.border import PageRoute

router = APIRouter(prefix="/hub/{merchant}", route_class=PageRoute)
