"""Colour words of our languages, by the colour that they name in English."""

from collections.abc import Mapping
from functools import cache

_WORDS: Mapping[str, str] = {
    "black": "black noir noire noirs noires negro negra negros negras schwarz schwarze schwarzen schwarzer schwarzes nero nera neri nere zwart zwarte",
    "white": "white blanc blanche blancs blanches blanco blanca blancos blancas weiss weisse weissen weisser weisses bianco bianca bianchi bianche wit witte",
    "ivory": "ivory ivoire marfil elfenbein avorio ivoor ecru cream creme crema offwhite",
    "red": "red rouge rouges rojo roja rojos rojas rot rote roten roter rotes rosso rossa rossi rosse rood rode",
    "burgundy": "burgundy bordeaux maroon wine granate burdeos weinrot bordo",
    "blue": "blue bleu bleue bleus bleues azul azules blau blaue blauen blauer blaues blu azzurro azzurra blauw blauwe",
    "navy": "navy marine marino dunkelblau donkerblauw",
    "green": "green vert verte verts vertes verde verdes grun grune grunen gruner grunes gruen verdi groen groene",
    "khaki": "khaki kaki olive oliv oliva olijf sage sauge",
    "yellow": "yellow jaune jaunes amarillo amarilla amarillos amarillas gelb gelbe gelben gelber gelbes giallo gialla gialli gialle geel gele mustard moutarde",
    "orange": "orange oranges naranja naranjas arancione arancioni oranje",
    "pink": "pink rose roses rosa rosado rosada roze",
    "purple": "purple violet violette violets violettes morado morada lila lilac lilas mauve lavande lavender violett violette viola paars paarse",
    "brown": "brown marron marrons brun brune marron marrones braun braune braunen brauner braunes marrone marroni bruin bruine tan cognac camel caramel",
    "grey": "grey gray gris grise grises grau graue grauen grauer graues grigio grigia grigi grigie grijs grijze charcoal anthracite anthrazit antraciet",
    "beige": "beige beiges sand sable taupe arena sabbia",
    "gold": "gold golden dore doree dores dorado dorada gouden goud dorato dorata",
    "silver": "silver argente argentee plateado plateada silber silbern argento argentato zilver zilveren",
    "turquoise": "turquoise turquesa turkis turchese turkoois teal",
}


@cache
def colour_names() -> Mapping[str, str]:
    """Folded word to colour."""
    return {word: colour for colour, words in _WORDS.items() for word in words.split()}


@cache
def colour_words() -> frozenset[str]:
    return frozenset(colour_names())
