"""The fields of an activity: what each is called, what it holds and where it is met.

The model's fields are the only list: each has its entry here, and all surfaces (pages, open data, questions,
search, changes, status form, options, calendars, gaps) are made from the entries. A field stands on every
surface but those that it excuses itself from, with the reason. A field without an entry stops the program.
``ytor`` gives them to the surfaces; ``andringsord`` has the words for changes.
"""

from __future__ import annotations

from planmotor.plan.falttyp import Aktivitetsfält, Kolumn, Värdeslag, Yta, förklaring
from planmotor.plan.model.aktiviteter import Aktivitet, Tid
from planmotor.plan.status import NOT_STATED

T = Yta
OWN_ROWS = "Delarna är rader för sig."
PAIRED = "Jämförelsen av versioner visar vad raden ersätter."
MAY_LACK = "Raden är hel utan uppgiften."
SHORT_LIST = "En kort lista säger vad, när, hur långt och vem. Resten står på radens sida."
IN_THE_EVENT = "En händelse säger vad, när, hur långt och vem. Resten står på sidan som den länkar till."
NO_TERM = "En Action i schema.org har inget ord för det."
FORM_IS_SHORT = "Blanketten frågar bara om läget. Resten ändras i planen."

ENTRIES = (
    Aktivitetsfält(
        "id",
        "Id",
        Värdeslag.ID,
        ord={
            T.EXPORT: "Radens permanenta id. Det ändras aldrig och används aldrig igen.",
            T.FRÅGA: "Radens id.",
        },
        utan={
            T.JÄMFÖRELSE: "Id parar ihop raderna.",
            T.KOMMANDO: "Kommandot gör ett nytt id av namnet.",
            T.LUCKOR: "Varje rad har ett id.",
        },
    ),
    Aktivitetsfält(
        "namn",
        "Aktivitet",
        Värdeslag.NAMN,
        ord={T.KOMMANDO: "vad som ska göras"},
        utan={T.LUCKOR: "Varje rad har ett namn."},
    ),
    Aktivitetsfält(
        "prioritet",
        "Prioritet",
        Värdeslag.ÅR,
        ärvs=True,
        fyller="tid",
        ord={T.FRÅGA: "Året eller åren.", T.KOMMANDO: "åren som gäller, till exempel 2025–2026"},
        utan={
            T.LISTA: "Åren står där tiden inte är angiven.",
            T.JSONLD: NO_TERM,
            T.BLANKETT: FORM_IS_SHORT,
            T.KALENDER: IN_THE_EVENT,
            T.LUCKOR: "Åren fyller luckan efter tid.",
        },
    ),
    Aktivitetsfält(
        "status",
        "Status",
        Värdeslag.STATUS,
        kolumn=True,
        ord={
            T.EXPORT: "Läget. Saknas värdet är ingen status angiven.",
            T.FRÅGA: f"Statusordet. {NOT_STATED} betyder att det saknas.",
            T.KOMMANDO: "ett av statusorden",
        },
    ),
    Aktivitetsfält(
        "kommentar",
        "Kommentar",
        Värdeslag.KOMMENTAR,
        ord={T.FRÅGA: "Det som sägs utöver statusordet.", T.KOMMANDO: "det som status inte säger"},
        utan={T.LISTA: "Kommentaren står hos status, utom i de tätaste listorna.", T.LUCKOR: MAY_LACK},
    ),
    Aktivitetsfält(
        "ansvarig",
        "Ansvar",
        Värdeslag.ORGAN,
        kolumn=True,
        ärvs=True,
        ord={
            T.EXPORT: "Organen som ansvarar. CSV och Excel visar namnen.",
            T.FRÅGA: "Organet, som id eller namn.",
            T.LUCKOR: "Utan ansvarig",
        },
        utan={T.BLANKETT: FORM_IS_SHORT},
    ),
    Aktivitetsfält(
        "tid",
        "Tidsplan",
        Värdeslag.TID,
        kolumn=True,
        ärvs=True,
        ord={T.LISTA: "Tid", T.SÖK: "Tid", T.KALENDER: "Tid", T.LUCKOR: "Utan tid"},
        utan={T.JSONLD: "En tid utan dag, eller i ord, är ingen tidpunkt enligt schema.org."},
        delar=(
            Kolumn(
                *("från", "Början", Värdeslag.DATUM, ("tid", "från"), förklaring("från", Tid)),
                {T.EXPORT: "Början, så exakt som källan säger.", T.FRÅGA: "Början."},
                {T.BLANKETT: FORM_IS_SHORT},
            ),
            Kolumn(
                *("klart_senast", "Klart senast", Värdeslag.DATUM, ("tid", "klart_senast")),
                förklaring("klart_senast", Tid),
                {
                    T.EXPORT: "Sista tidpunkt, så exakt som källan säger och inte mer.",
                    T.FRÅGA: "Sista tidpunkt.",
                    T.KOMMANDO: "ett år, en månad eller en dag",
                },
            ),
            Kolumn(
                *("tid_text", "Tid i ord", Värdeslag.TEXT, ("tid", "text"), förklaring("text", Tid)),
                {
                    T.EXPORT: "Tiden när den inte är ett datum: ett möte, löpande, en årstid.",
                    T.FRÅGA: "Tiden när den inte är ett datum.",
                    T.KOMMANDO: "det om tiden som inte är ett datum",
                },
                {T.BLANKETT: FORM_IS_SHORT},
                tillval="tid",
            ),
        ),
    ),
    Aktivitetsfält(
        "mått",
        "Mått",
        Värdeslag.TEXTER,
        kolumn=True,
        utan={T.LISTA: SHORT_LIST, T.JSONLD: NO_TERM, T.BLANKETT: FORM_IS_SHORT, T.KALENDER: IN_THE_EVENT},
    ),
    Aktivitetsfält(
        "målvärde",
        "Målvärde",
        Värdeslag.TEXTER,
        kolumn=True,
        utan={
            T.LISTA: SHORT_LIST,
            T.JSONLD: NO_TERM,
            T.BLANKETT: FORM_IS_SHORT,
            T.KALENDER: IN_THE_EVENT,
            T.LUCKOR: "Utan mått behövs inget målvärde, och luckan efter mått visas.",
        },
    ),
    Aktivitetsfält(
        "punkter",
        "Punkter",
        Värdeslag.PUNKTER,
        utan={
            T.LISTA: SHORT_LIST,
            T.JSONLD: NO_TERM,
            T.BLANKETT: FORM_IS_SHORT,
            T.KALENDER: IN_THE_EVENT,
            T.LUCKOR: MAY_LACK,
        },
    ),
    Aktivitetsfält(
        "beslutande_organ",
        "Beslutande organ",
        Värdeslag.ORGAN,
        ord={
            T.EXPORT: "Organen som beslutar om raden. CSV och Excel visar namnen.",
            T.FRÅGA: "Organet som beslutar.",
        },
        utan={
            T.LISTA: SHORT_LIST,
            T.JSONLD: NO_TERM,
            T.BLANKETT: FORM_IS_SHORT,
            T.KALENDER: IN_THE_EVENT,
            T.LUCKOR: MAY_LACK,
        },
    ),
    Aktivitetsfält(
        "ersätter",
        "Ersätter",
        Värdeslag.RADER,
        ord={T.KOMMANDO: "id i den senast beslutade versionen som raden följer"},
        utan=dict.fromkeys(set(Yta) - {T.KOMMANDO}, PAIRED),
    ),
    Aktivitetsfält("delaktiviteter", "Delar", Värdeslag.DELAR, utan=dict.fromkeys(Yta, OWN_ROWS)),
)


def _each(entries: tuple[Aktivitetsfält, ...]) -> dict[str, Aktivitetsfält]:
    """Return the entry of each field of the model, in the model's order."""
    by_name = {fält.namn: fält for fält in entries}
    if odd := set(Aktivitet.model_fields) ^ set(by_name):
        raise LookupError(f"{', '.join(sorted(odd))}: modellen och planmotor/plan/falt.py har olika fält")
    return {namn: by_name[namn] for namn in Aktivitet.model_fields}


FÄLT = _each(ENTRIES)
