"""The pages that people see: the demo shop, its mailbox, the shopper's hub, the doors into it and the demo portal."""

from fastapi import APIRouter

from web.pages import doors, hub, mailbox, pictures, portal, storefront

ROUTERS: tuple[APIRouter, ...] = tuple(page.router for page in (storefront, mailbox, pictures, hub, doors, portal))
