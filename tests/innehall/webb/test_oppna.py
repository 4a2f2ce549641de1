"""What this site offers to others is what any site of the engine does, and all of this plan."""

from tests.motor.webb.test_oppna import (  # noqa: F401 (what is true of any site is true of this one)
    test_axe_finds_nothing_in_the_whole_plan,
    test_every_file_and_calendar_that_a_page_tells_of_is_there,
    test_ids_are_unique_and_links_lead_somewhere_in_the_whole_plan,
    test_linked_data_say_nothing_that_the_page_does_not,
    test_linked_data_stand_on_the_pages_that_show_them,
    test_no_field_is_without_an_explanation,
    test_the_status_of_an_action_is_that_of_its_row,
    test_the_whole_plan_fetches_nothing_and_runs_nothing,
    test_the_whole_plan_holds_every_page_of_the_menu_for_readers,
    whole,
)


def test_no_page_and_no_activity_is_left_out(whole):  # noqa: F811
    assert len(whole.xpath("//section[contains(@class, 'planen-sida')]")) > 50
    ids = whole.xpath("//table[contains(@class, 'aktiviteter')]//tr/@id")
    assert len({id.rpartition(".")[2] for id in ids}) == 67
