"""What each place that shows status words makes of one word; run in a copy where a word has been added."""

import io
import json
import re
import sys
from pathlib import Path

import jinja2
from openpyxl import load_workbook

from macros.lokalt import lokal_plan
from macros.oversikter import lägesöversikt, statusord
from macros.webb import Webb
from planmotor.grund.nearest import slug
from planmotor.jamfora.diff import SLAG
from planmotor.oppna.export import documents
from planmotor.oppna.export.aktiviteter import AKTIVITETER
from planmotor.oppna.query import ask
from planmotor.plan.load import load, problems
from planmotor.plan.model.statusord import MÄRKEN, STATUSORD
from planmotor.plan.schema import schema
from planmotor.tryck.svg import shapes
from planmotor.uppfoljning.statusblankett.blanketter import selections
from planmotor.uppfoljning.statusblankett.gor import workbook
from tests.hjalp.pa_ytor import DAY, ROOT, event, plan_text


def sprite():
    """The shapes that every page holds."""
    file = ROOT / "overrides/partials/sprite.html"
    given = {"extra": {"märken": {slug(word): märke.form for word, märke in MÄRKEN.items()}}}
    return jinja2.Template(file.read_text(encoding="utf-8")).render(config=given)


def colours(ton):
    """The rule that gives a tone its colour, and the values of that colour: light first, then dark."""
    css = (ROOT / "docs/assets/grund.css").read_text(encoding="utf-8")
    name = re.search(rf"\[data-ton={ton}\] {{ --ton-farg: var\((--[a-z-]+)\)", css)
    return re.findall(rf"{name[1]}: (#[0-9a-f]{{6}})", css) if name else []


def plan_with(folder, word):
    """A plan where every row has the status, written to the folder."""
    folder.mkdir()
    text = plan_text(
        lambda id: {"id": id, "namn": "Namn", "status": word, "tid": {"klart_senast": "2031-02-03"}}
    )
    (folder / "aktiviteter.yaml").write_text(text, encoding="utf-8")
    return folder / "aktiviteter.yaml"


def shown(folder, word):
    """What is made of the word, place by place."""
    post = next(post for post in STATUSORD if post.ord == word)
    plan = load(plan_with(folder / "ord", word))
    webb = Webb(plan, DAY, "", lambda: "", folder)
    form = load_workbook(io.BytesIO(workbook(plan, selections(plan)["alla"], DAY)))
    meant = [problems(plan_with(folder / f"menat-{n}", said)) for n, said in enumerate(post.menas)]
    return {
        "märke": lokal_plan(webb, kommun="ekby"),
        "stapel": lägesöversikt(webb),
        "sprite": sprite(),
        "tryck": "".join(shapes(sprite()).get(slug(word), "")),
        "färg": colours(post.ton),
        "guide": statusord(webb) + statusord(webb, visa="ord"),
        "schema": schema(),
        "öppna data": documents.schema(AKTIVITETER).decode(),
        "fråga": [rad.aktivitet.id for rad in ask(plan, f"status = {word}", DAY)],
        "kalender": event(plan),
        "blankett": [str(cell) for sheet in form for line in sheet.values for cell in line if cell],
        "val": [rule.formula1 for rule in form["Aktiviteter"].data_validations.dataValidation],
        "menat": [f"{problem.text} {problem.fix}" for found in meant for problem in found],
        "jämförelse": SLAG["status"].hjälp,
    }


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    json.dump(shown(Path(sys.argv[1]), sys.argv[2]), sys.stdout)
