"""Bookmarks, drawings and tracked changes stay a document's only ones of their name or number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from subdocument_samples import HERE, body, included, new_relations, p, word


def mark(name: str, id: int = 0, text: str = "x") -> str:
    return (
        f'<w:p><w:bookmarkStart w:id="{id}" w:name="{name}"/><w:r><w:t>{text}</w:t></w:r>'
        f'<w:bookmarkEnd w:id="{id}"/></w:p>'
    )


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(*codes: str) -> str:
    step = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"<w:p>{step('begin')}{''.join(map(code, codes))}{step('separate')}{step('end')}</w:p>"


HOST = word(mark("Beds", 4) + HERE)


def test_a_bookmark_whose_name_is_free_keeps_it():
    assert body(included(HOST, word(mark("Wards", 0)))) == mark("Beds", 4) + mark("Wards", 5)


def test_a_bookmark_whose_name_is_taken_gets_another():
    assert body(included(HOST, word(mark("beds")), word(mark("beds")))) == (
        mark("Beds", 4) + mark("beds_2", 5) + mark("beds_3", 6)
    )


def test_what_refers_to_a_bookmark_follows_it():
    refers = (
        '<w:p><w:hyperlink w:anchor="Beds"/><w:fldSimple w:instr=" PAGEREF Beds \\h "/></w:p>'
        + field(" REF Beds \\h ") + field(" REF Be", "ds ") + field(" REF Bedside ")
    )  # fmt: skip
    made = body(included(HOST, word(mark("Beds") + refers)))
    assert made.endswith(
        '<w:p><w:hyperlink w:anchor="Beds_2"/><w:fldSimple w:instr=" PAGEREF Beds_2 \\h "/></w:p>'
        + field(" REF Beds_2 \\h ")
        + field(" REF Beds_2 ", "")
        + field(" REF Bedside ")
    )


def test_a_field_keeps_its_own_word():
    host = word(mark("PAGE") + HERE)
    assert field(" PAGE ") in body(included(host, word(mark("PAGE") + field(" PAGE "))))


def test_a_field_in_a_field_keeps_its_order():
    outer = field(" IF ", " = 1 ").replace(code(" = 1 "), field(" REF Beds ")[5:-6] + code(" = 1 "))
    made = body(included(HOST, word(mark("Beds") + outer)))
    assert outer.replace("Beds", "Beds_2") in made


def test_a_link_on_a_picture_to_a_bookmark_follows_it():
    sub = word(
        mark("Beds") + p('<w:r><a:hlinkClick r:id="r1"/></w:r>'),
        relations={"r1": ("hyperlink", "#Beds")},
    )
    made = included(HOST, sub)
    assert 'r:id="rId1"' in body(made)
    assert 'Target="#Beds_2"' in new_relations(made)


def test_a_long_name_stays_within_what_word_takes():
    long = "n" * 40
    made = body(included(word(mark(long) + HERE), word(mark(long))))
    assert f'w:name="{"n" * 38}_2"' in made


def test_tracked_changes_are_kept_with_fresh_numbers():
    changed = (
        '<w:p><w:ins w:id="4" w:author="A" w:date="2025-01-01T00:00:00Z"><w:r><w:t>in</w:t></w:r>'
        '</w:ins><w:del w:id="4" w:author="A"><w:r><w:delText>out</w:delText></w:r></w:del></w:p>'
    )
    assert body(included(HOST, word(changed))) == mark("Beds", 4) + (
        changed.replace('w:id="4"', 'w:id="5"', 1).replace('w:id="4"', 'w:id="6"')
    )


def test_a_move_keeps_its_two_ends_together():
    def move(name: str, *ids: int) -> str:
        return "<w:p>" + "".join(
            f'<w:move{way}RangeStart w:id="{id}" w:name="{name}"/><w:move{way}RangeEnd w:id="{id}"/>'
            for way, id in zip(("From", "To"), ids, strict=True)
        ) + "</w:p>"  # fmt: skip

    sub = word(move("move1", 0, 1))
    assert body(included(word(HERE), sub, sub)) == move("move1", 1, 2) + move("move1_2", 3, 4)


def test_shapes_of_the_old_kind_and_their_types_get_names_of_their_own():
    def shape(end: str) -> str:
        return (
            '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">'
            f'<v:shapetype id="_t75{end}"/><v:shape id="s1{end}" type="#_t75{end}"/></w:pict>'
            "</w:r></w:p>"
        )

    sub = word(shape(""))
    assert body(included(word(shape("") + HERE), sub, sub)) == (
        shape("") + shape("_2") + shape("_3")
    )


NAMES = st.lists(st.sampled_from(["A", "B", "A_2", "a_3", "B_2"]), max_size=4, unique=True)


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_no_bookmark_ever_stands_twice(documents: list[list[str]]):
    subs = [word("".join(mark(n, at) for at, n in enumerate(one)) + p("x")) for one in documents]
    made = body(included(word(HERE), *subs))
    names = [found.split('"')[0].lower() for found in made.split('w:name="')[1:]]
    ids = [found.split('"')[0] for found in made.split('bookmarkStart w:id="')[1:]]
    assert len(names) == sum(map(len, documents))
    assert (len(set(names)), len(set(ids))) == (len(names), len(ids))
