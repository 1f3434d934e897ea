"""The shop's colours: how each is painted, and what it is called in the languages of the shop."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colour:
    """``paint`` is sRGB; ``words`` the name per language code."""

    id: str
    paint: str
    words: dict[str, str]


_LANGUAGES = ("en", "fr", "es", "de", "it", "nl")

_TABLE = """
black      #2b2a2c  Black / Noir / Negro / Schwarz / Nero / Zwart
white      #f7f5f0  White / Blanc / Blanco / Weiß / Bianco / Wit
ecru       #e9dfcc  Ecru / Écru / Crudo / Ecru / Ecru / Ecru
grey       #9a9b9f  Grey / Gris / Gris / Grau / Grigio / Grijs
charcoal   #4a4d54  Charcoal / Anthracite / Antracita / Anthrazit / Antracite / Antraciet
navy       #27375c  Navy / Bleu marine / Azul marino / Marineblau / Blu navy / Marineblauw
blue       #3f6fb0  Blue / Bleu / Azul / Blau / Blu / Blauw
sky        #9dc3e2  Light blue / Bleu ciel / Azul claro / Hellblau / Azzurro / Lichtblauw
green      #3f7f5f  Green / Vert / Verde / Grün / Verde / Groen
sage       #a9b79b  Sage / Sauge / Verde salvia / Salbei / Salvia / Salie
olive      #6f7044  Olive / Kaki / Verde oliva / Oliv / Oliva / Olijf
red        #bf3f38  Red / Rouge / Rojo / Rot / Rosso / Rood
burgundy   #752c3e  Burgundy / Bordeaux / Burdeos / Bordeaux / Bordeaux / Bordeaux
terracotta #c4704f  Terracotta / Terracotta / Terracota / Terrakotta / Terracotta / Terracotta
pink       #e3a5ac  Pink / Rose / Rosa / Rosa / Rosa / Roze
lilac      #b6a2cf  Lilac / Lilas / Lila / Flieder / Lilla / Lila
mustard    #d3a23c  Mustard / Moutarde / Mostaza / Senfgelb / Senape / Mosterd
camel      #c39a6b  Camel / Camel / Camel / Camel / Cammello / Camel
brown      #7a5440  Brown / Marron / Marrón / Braun / Marrone / Bruin
oak        #c8a67a  Oak / Chêne / Roble / Eiche / Rovere / Eiken
walnut     #6d4a35  Walnut / Noyer / Nogal / Nussbaum / Noce / Noten
brass      #c9a24f  Brass / Laiton / Latón / Messing / Ottone / Messing
silver     #bcc0c6  Silver / Argent / Plata / Silber / Argento / Zilver
gold       #d6b25e  Gold / Or / Oro / Gold / Oro / Goud
amber      #b9762f  Amber / Ambre / Ámbar / Bernstein / Ambra / Amber
smoke      #8d97a0  Smoke / Fumé / Humo / Rauch / Fumé / Rook
"""


def _read_table() -> dict[str, Colour]:
    colours = {}
    for row in _TABLE.strip().splitlines():
        name, paint, words = row.split(maxsplit=2)
        spoken = dict(zip(_LANGUAGES, words.split(" / "), strict=True))
        colours[name] = Colour(id=name, paint=paint, words=spoken)
    return colours


COLOURS = _read_table()
