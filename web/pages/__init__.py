"""The pages that people see: the demo shop, its mailbox, the shopper's hub, the doors into it and the demo portal."""

from fastapi import APIRouter

from web.pages.doors import router as doors
from web.pages.hub import router as hub
from web.pages.mailbox import router as mailbox
from web.pages.pictures import router as pictures
from web.pages.portal import router as portal
from web.pages.storefront import router as storefront

ROUTERS: tuple[APIRouter, ...] = (storefront, mailbox, pictures, hub, doors, portal)
