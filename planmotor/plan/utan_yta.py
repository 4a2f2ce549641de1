"""Fields that are accepted but stand on no page and in no export, each with the reason.

Whatever an editor writes is shown or handed out somewhere; else she believes that it is told. A test fills
every field of every data file and looks for it, so a new field is either shown or named here.
"""

from __future__ import annotations

RECEIPT = "Ett kvitto på inläsningen, för den som läser in svaren."
READ_WITH_THE_FILES = "Blir planens läge, som räknas ut när filerna läses."
CHECKED = "Säger redaktören var uppgiften kontrollerades. Invånaren behöver vägen, inte hur den hittades."
UNSHOWN: dict[tuple[str, str], str] = {
    ("Planuppgifter", "läge"): READ_WITH_THE_FILES,
    ("Planuppgifter", "beslutad"): READ_WITH_THE_FILES,
    ("Webbplatsfil", "får_publiceras"): "Säger kontrollen vad som får stå i alla texter.",
    ("Remiss", "samtidigt"): "Säger kontrollen att två remisser får vara öppna samtidigt.",
    ("Remiss", "instanser"): "Listan slås upp på id. Namnen visas där remissen nämner instansen.",
    ("Remissinstans", "id"): "Namnet visas där remissen nämner instansen.",
    ("Aktivitetsfil", "format"): "Säger hur filen ska läsas. Öppna data har sin egen version.",
    ("Avslutad", "namn"): "Står där handlingsplanen saknar kortnamn.",
    ("Kontaktväg", "sedd_i"): CHECKED,
    ("Kommunkontakt", "sedd_i"): CHECKED,
    ("Undantag", "uppgift"): "Uppgiften syns där den används. Listan säger att den får stå där.",
    ("Undantag", "skäl"): "Säger redaktören varför uppgiften får publiceras.",
    ("Inläst", "får_publiceras"): "Säger redaktören vad i svaret som är granskat.",
    ("Inläst", "fil"): "Leder redaktören till svarsfilen. Ett filnamn kan peka ut en person.",
    ("Inläst", "plats"): "Leder redaktören till stället i svarsfilen.",
    ("Synpunkt", "föreslaget_avsnitt"): "Ett förslag till den som placerar synpunkten.",
    ("LästFil", "fil"): "Ett filnamn kan peka ut en person.",
    ("LästFil", "sha256"): "Med den känns filen igen när den läses in en gång till.",
    ("LästFil", "sigill"): "Säger kontrollen att antalen är de som lästes.",
    ("Inläst", "sigill"): "Säger kontrollen att orden är avsändarens egna.",
    **{("LästFil", name): RECEIPT for name in ("blankett", "synpunkter", "svar", "dubbletter")},
}
