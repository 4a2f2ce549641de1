"""Every page of this site in a real browser."""

import pytest

from tests.motor.webb.test_webblasare import (  # noqa: F401 (what is true of any site is true of this one)
    keyboard_reaches_every_control,
    tab,
    test_a_group_in_the_menu_unfolds_by_keyboard,
    test_all_content_is_readable_without_javascript,
    test_every_page_holds_on_the_narrowest_screen_and_asks_nobody,
    test_motion_stops_for_those_who_ask,
    test_one_kind_of_change_is_shown_without_empty_headings,
    test_tables_keep_their_roles_as_cards,
    test_the_first_tab_stop_skips_to_the_content,
    test_the_menu_opens_by_keyboard_on_a_narrow_screen,
)


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize(
    "name",
    [
        *("", "fasta-kontakter/", "strategier/okad-kontinuitet/", "lokala-planer/"),
        *("redigera/granska/", "uppfoljning/", "uppfoljning/andringar/fasta-kontakter-2025-02-21/"),
    ],
)
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(browser, server, name, width):
    keyboard_reaches_every_control(browser, server + name, width)
