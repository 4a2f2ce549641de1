"""What the repository says of this plan to those who host it."""

import re

from tests.hjalp.planer import ROOT


def test_every_kommun_has_its_lines_and_no_account_is_made_up(plan):
    text = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8")
    for kommun in plan.kommuner:
        for page in (f"/docs/lokala-planer/{kommun.id}.md", f"/docs/fasta-kontakter/kommuner/{kommun.id}.md"):
            assert (ROOT / page[1:]).is_file()
            assert re.search(rf"^# {re.escape(page)} +@FYLL-I/arena-{kommun.id}$", text, re.M)
    assert [line for line in text.splitlines() if line and not line.startswith("#")] == []
