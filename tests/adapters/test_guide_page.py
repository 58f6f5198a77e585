"""The guide as a page: everything in one file, headings to jump to, nothing run by it."""

from __future__ import annotations

import re

import pytest

from juso.adapters import guide_page as module
from juso.adapters.guide_page import guide_page, open_page, page_of
from juso.adapters.resources import resource
from juso.core.errors import JusoError

SOURCE = """# 手引き & 見本

一行目です。
二行目です。Excel
Word

## 1 <点検>

![図](pictures/%E5%9B%B3.png) ![無い](ない.png) ![外](../秘密.txt)

| 列 | 値 |
|---|---|
| a | `b` |

## 2 会議

<script>alert(1)</script>
"""


@pytest.fixture
def page(tmp_path):
    """SOURCE with one of its pictures, as a page."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "図.png").write_bytes(b"\x89PNG")
    (tmp_path / "手引き.md").write_text(SOURCE, encoding="utf-8")
    return page_of(tmp_path / "手引き.md")


def test_page__headings_are_listed_and_reached(page):
    """Every link of the list leads to a heading, under the title."""
    links = re.findall(r'<li><a href="#(\w+)">([^<]+)</a></li>', page)

    assert links == [("s2", "1 &lt;点検&gt;"), ("s3", "2 会議")]
    assert '<h2 id="s2">1 &lt;点検&gt;</h2>' in page
    assert page.index("</h1>") < page.index("<nav>") < page.index("一行目")
    assert "<title>手引き &amp; 見本</title>" in page


def test_page__pictures_are_inside(page):
    """A picture beside the text is part of the page; what is no picture is not taken in."""
    assert 'src="data:image/png;base64,iVBORw==" alt="図"' in page
    assert 'src="../%E7%A7%98%E5%AF%86.txt"' in page


def test_page__table_and_lines(page):
    """Tables are tables; a line break is no blank between Japanese words."""
    assert "<th>列</th>" in page
    assert "一行目です。二行目です。Excel\nWord" in page


def test_page__runs_nothing(page):
    """HTML in the source is shown, not obeyed."""
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_guide_page__is_made_again_in_place(tmp_path):
    """The product's own guide, whole, always under the same name."""
    made = guide_page(tmp_path / "home")
    made.write_text("古い", encoding="utf-8")

    assert guide_page(tmp_path / "home") == made == tmp_path / "home" / "手引き.html"
    assert made.read_text(encoding="utf-8") == page_of(resource("workbook", "手引き.md"))
    assert not re.search(r'src="(?!data:)', made.read_text(encoding="utf-8"))


def test_guide_page__folder_cannot_be_made(tmp_path):
    """A sentence, no traceback."""
    (tmp_path / "home").touch()

    with pytest.raises(JusoError, match="書き込めません"):
        guide_page(tmp_path / "home")


def test_open_page__says_whether_it_was_shown(tmp_path, monkeypatch):
    """The browser here; on Windows what the user has chosen for pages, or False."""
    asked = []
    monkeypatch.setattr("webbrowser.open", lambda url: asked.append(url) or True)
    monkeypatch.setattr(module.sys, "platform", "linux")
    assert open_page(tmp_path / "手引き.html")
    assert asked == [(tmp_path / "手引き.html").as_uri()]

    def no_program(_):
        raise OSError("関連付けがありません")

    monkeypatch.setattr(module.sys, "platform", "win32")
    monkeypatch.setattr(module.os, "startfile", no_program, raising=False)
    assert not open_page(tmp_path / "手引き.html")
