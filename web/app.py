"""The web application: routes joined, errors turned into answers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from domain.errors import AppError
from web import chat, console, webhooks
from web.border import Border
from web.errors import body_of, headers_of, status_of
from web.origins import allow_origin
from web.pages import ROUTERS
from web.pages.border import answer_elsewhere
from web.wiring import Install

STATIC = Path(__file__).parent / "static"


class SharedFiles(StaticFiles):
    """The widget's own files, which any shop's page may load; asked for again each time, answered only when changed."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["access-control-allow-origin"] = "*"
        response.headers["cache-control"] = "no-cache"
        return response


def build_app(install: Install) -> FastAPI:
    """The application of one install; it starts and stops with the server."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        await install.start()
        try:
            yield
        finally:
            await install.stop()

    app = FastAPI(title="Aftercare", lifespan=life, docs_url=None, redoc_url=None)
    app.state.install = install
    app.include_router(chat.router)
    for router in ROUTERS:
        app.include_router(router)
    app.include_router(webhooks.router)
    app.include_router(console.router)
    app.include_router(console.entrance)
    app.mount("/static", SharedFiles(directory=STATIC), name="static")
    app.add_exception_handler(AppError, _answer_problem)
    app.add_exception_handler(HTTPException, answer_elsewhere)
    app.add_middleware(Border)
    app.get("/health")(_health)
    return app


async def _health(request: Request) -> dict[str, object]:
    install: Install = request.app.state.install
    await install.database.system().read(lambda c: c.exec_driver_sql("SELECT 1"))
    return {"ok": True, "mode": install.settings.mode.value}


async def _answer_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, AppError)
    response = JSONResponse(body_of(error), status_code=status_of(error), headers=headers_of(error))
    return allow_origin(request, response) if request.url.path.startswith("/chat/") else response
