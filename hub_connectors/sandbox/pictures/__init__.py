"""Draws a picture of a product in a colour: a flat silhouette on a soft ground, as SVG.

The silhouettes are the files of ``shapes/``. Their classes name tones, not colours, and ``alt-*`` groups are details
of which each product has one.
"""

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files

from domain.ids import ProductId
from hub_connectors.sandbox.assortment import assortment, kinds_of_products
from hub_connectors.sandbox.colours import COLOURS
from hub_connectors.sandbox.pictures.tones import tones

_STYLE = """
.b{{fill:{base}}}.s{{fill:{shade}}}.d{{fill:{deep}}}.h{{fill:{light}}}.g{{fill:{ground}}}
.n,.n2{{fill:{trim}}}.n3{{fill:#d9b56c}}.n4{{fill:#55504a}}.m{{fill:#cdb27a}}.w{{fill:#c39a6b}}.e{{fill:#f8f5ef}}
.p{{fill:#dfe7ea}}.ink{{fill:#2c2926}}.ink2{{fill:#3a3633}}.leaf{{fill:#7d9471}}.leaf2{{fill:#f3ead9}}
.flame{{fill:#f2b441}}.glow{{fill:#ffe9b8;opacity:.45}}.glowin{{fill:#fff3d2}}.bub{{fill:#fff;opacity:.75}}
.shade{{fill:#f6ead2}}.shade2{{fill:#e9d9ba}}.ground{{fill:{floor}}}
.l,.t,.v,.x,.x2,.tl,.tl2,.lace,.zip,.chain,.wire,.wire2,.ring,.cord,.pole,.post,.inkl,.strap,.strap2,.handle,.handle2
{{fill:none;stroke-linecap:round;stroke-linejoin:round}}
.l{{stroke:{line};stroke-width:3}}.t{{stroke:{thread};stroke-width:2}}.v{{stroke:{deep};stroke-width:5}}
.x{{stroke:#d9a45b;stroke-width:2.5;stroke-dasharray:6 4}}.x2{{stroke:{thread};stroke-width:7}}
.tl{{stroke:#8d867c;stroke-width:3}}.tl2{{stroke:{light};stroke-width:5}}.lace{{stroke:#f8f5ef;stroke-width:6}}
.zip{{stroke:{line};stroke-width:4;stroke-dasharray:3 5}}.chain{{stroke:{base};stroke-width:5}}
.wire,.wire2{{stroke:{base};stroke-width:5}}.ring{{stroke:{deep};stroke-width:4}}.cord{{stroke:#6d665d;stroke-width:4}}
.pole{{stroke:{deep};stroke-width:8}}.post{{stroke:#a98a66;stroke-width:14}}.inkl{{stroke:#2c2926;stroke-width:3}}
.strap{{stroke:{deep};stroke-width:13}}.strap2{{stroke:{shade};stroke-width:10}}
.handle{{stroke:{shade};stroke-width:20}}.handle2{{stroke:#cdb27a;stroke-width:8}}
"""
_FLOOR = '<ellipse cx="200" cy="352" rx="128" ry="13" fill="{floor}"/>'
_STANDING = (
    "boot loafer sandal sneaker tote backpack bowl mug glass vase tablelamp floorlamp candle softtoy flask soap bottle"
    " jar plate"
)
_SITS_AT = {"sneaker": 292, "loafer": 302, "sandal": 298, "boot": 322, "plate": 308, "bowl": 320, "soap": 324}


def draw(product_id: str, colour: str) -> str:
    """The picture of a product in a colour; raises LookupError when the shop has no such product or colour."""
    product = assortment()[ProductId(product_id)]
    kind = kinds_of_products()[product.id]
    painted = tones(COLOURS[colour].paint)
    inside = _detailed(_shape(kind.shape), product_id)
    floor = ""
    if kind.shape in _STANDING.split():
        floor = _FLOOR.format(**painted).replace("352", str(_SITS_AT.get(kind.shape, 340)))
    style = _STYLE.format(**painted).replace("\n", "")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">'
        f'<style>{style}</style><rect width="400" height="400" fill="{painted["ground"]}"/>{floor}{inside}</svg>'
    )


@cache
def _shape(name: str) -> str:
    return (files(__name__) / "shapes" / f"{name}.svg").read_text("utf-8").replace("\n", "")


def _detailed(shape: str, product_id: str) -> str:
    """Keeps one of the alternative details, always the same one for a product."""
    groups = sorted(set(re.findall(r'class="(alt-[a-c])"', shape)))
    if not groups:
        return shape
    kept = groups[sha256(product_id.encode()).digest()[0] % len(groups)]
    others = "|".join(group for group in groups if group != kept)
    return re.sub(rf'<g class="(?:{others})">.*?</g>', "", shape) if others else shape
