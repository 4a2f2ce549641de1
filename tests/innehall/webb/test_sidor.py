"""What every page owes its reader holds for this site too, and it says what its sources do."""

from collections import Counter

from tests.motor.webb.test_sidor import (  # noqa: F401 (what is true of any site is true of this one)
    test_both_menus_hold_the_whole_guide_and_only_your_own_group_is_open,
    test_cells_name_their_column_for_narrow_screens,
    test_descriptions_and_titles_differ_from_page_to_page,
    test_each_page_has_language_title_description_and_one_h1,
    test_every_exported_row_has_an_element_at_its_address,
    test_every_link_within_the_site_leads_somewhere,
    test_headings_never_skip_a_level,
    test_ids_are_unique_on_each_page,
    test_no_macro_is_left_as_text,
    test_nothing_is_fetched_from_another_host,
    test_tables_have_captions_and_header_cells_with_scope,
    test_the_banner_says_what_the_settings_do_and_not_what_is_decided,
    test_the_first_page_of_a_part_lists_the_others,
)

EXPECTED = {
    "", "fasta-kontakter/", "plan/", "plan/bakgrund/", "plan/genomforande/", "strategier/",
    "handlingsplaner/", "handlingsplaner/gemensam-plan/", "handlingsplaner/fasta-kontakter/",
    "lokala-planer/", "uppfoljning/", "om/", "om/sa-togs-planen-fram/", "om/begrepp/", "om/kallor/",
    "om/webbplatsen/", "redigera/", "404.html",
}  # fmt: skip


def test_the_pages_of_the_plan_are_there(pages):
    assert set(pages) >= EXPECTED
    assert sum(page.startswith("strategier/") for page in pages) == 6
    assert sum(page.startswith("lokala-planer/") for page in pages) == 9


def test_counts_on_the_pages_are_those_of_the_data(pages):
    """The words of lägesöversikt, against the totals that the sources give."""
    text = " ".join(pages["handlingsplaner/gemensam-plan/"].text_content().split())
    assert (
        "35 delaktiviteter: 14 ej påbörjad, 10 pågår, 4 ingår i annat arbete, 1 avvaktar och 6 ej angiven."
        in text
    )
    text = " ".join(pages["handlingsplaner/fasta-kontakter/"].text_content().split())
    assert "16 aktiviteter: 2 delvis klar och 14 ej angiven." in text


def test_the_start_page_tells_the_state_and_the_next_revision(pages):
    facts = pages[""].xpath("//div[contains(@class, 'planlage')]//dd")
    assert [fact.text_content().strip() for fact in facts] == [
        *("utkast", "1 december 2023", "1 december 2026"),
        "Gemensam plan",
    ]
    assert len(pages[""].xpath("//a[@class='dorr']")) == 3


def test_a_passed_date_is_never_told_as_done(pages):
    remarks = pages["handlingsplaner/fasta-kontakter/"].xpath("//p[@class='notis']/text()")
    assert Counter(remarks) == {"Datumet har passerat, utfall ej angivet": 10, "Datumet har passerat": 2}
