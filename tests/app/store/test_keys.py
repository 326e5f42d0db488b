"""Keys: the secret is shown once, its hash is kept, and a revoked key is worth nothing at once, everywhere."""

from pathlib import Path

import pytest

from app.store.store import Store, open_store


def test_the_secret_of_a_key_is_right_and_every_other_is_wrong(store: Store) -> None:
    key, secret = store.keys.create("Cổng tỉnh", ["ask"])
    _, other = store.keys.create("Quản trị", ["ask", "admin"])
    assert store.keys.check(secret) == key
    assert (key.name, key.scopes, key.revoked_at) == ("Cổng tỉnh", frozenset({"ask"}), None)
    swapped = f"hd_{key.id}_{other.partition('_')[2].partition('_')[2]}"
    for wrong in ("", "hd", "hd_", f"hd_{key.id}_", secret[:-1], secret + "x", secret.upper(), swapped, "ệ" * 30):
        assert store.keys.check(wrong) is None


@pytest.mark.parametrize("wrong", ["hd_\0_x", "hd_\ud83d_x", f"hd_{'0' * 10_000}_x", "hd_' OR 1=1 --_x"])
def test_what_no_key_looks_like_is_no_key(store: Store, wrong: str) -> None:
    assert store.keys.check(wrong) is None


def test_a_revoked_key_is_wrong_in_every_process_at_once(store: Store, url: str) -> None:
    other = open_store(url)
    key, secret = store.keys.create("Cổng tỉnh", ["ask"])
    assert other.keys.check(secret) == key
    revoked = store.keys.revoke(key.id)
    assert revoked is not None
    assert revoked.revoked_at is not None
    assert other.keys.check(secret) is None
    assert store.keys.revoke(key.id) == revoked  # the first moment stays
    assert store.keys.revoke("none") is None
    assert store.keys.list() == (revoked,)
    other.close()


def test_neither_the_secret_nor_its_random_part_is_kept(sqlite_store: Store, tmp_path: Path) -> None:
    _, secret = sqlite_store.keys.create("Cổng tỉnh", ["ask"])
    random = secret.split("_", 2)[2].encode()
    kept = b"".join(path.read_bytes() for path in (tmp_path / "store").iterdir())
    assert "Cổng tỉnh".encode() in kept
    assert random not in kept


def test_two_keys_of_one_name_share_nothing(store: Store) -> None:
    first, secret = store.keys.create("Cổng", ["ask"])
    second, other = store.keys.create("Cổng", ["ask"])
    assert first.id != second.id
    assert secret != other
    assert store.keys.list() == (first, second)
