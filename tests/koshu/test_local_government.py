"""全国地方公共団体コード: five digits get their check digit, six must have the right one."""

import pytest

from juso.core.errors import JusoError
from juso.koshu.local_government import code_with_check_digit


@pytest.mark.parametrize(
    ("code", "whole"),
    [("19213", "192139"), ("192139", "192139"), ("01100", "011002"), ("13101", "131016")],
)
def test_code__gets_its_check_digit(code, whole):
    """甲州市, 札幌市 and 千代田区."""
    assert code_with_check_digit(code) == whole


@pytest.mark.parametrize("code", ["", "1921", "１９２１３", "192130", "koshu"])
def test_other_codes__are_refused(code):
    """Too short, full width, a wrong check digit, no digits."""
    with pytest.raises(JusoError, match="municipality_code"):
        code_with_check_digit(code)
