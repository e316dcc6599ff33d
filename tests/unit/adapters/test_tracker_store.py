"""The tracker store on a real SQLite file."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from lems_faq.adapters.tracker_store import RecentTrackerStore, default_url

DOMAIN = Domain.from_dict(
    {
        "intents": ["cause"],
        "slots": {
            "handoff": {"type": "text", "influence_conversation": False, "mappings": [{"type": "custom"}]},
            "forget": {"type": "text", "influence_conversation": False, "mappings": [{"type": "custom"}]},
        },
        "responses": {"utter_cause": [{"text": "x"}]},
    }
)


@pytest.fixture
def store(tmp_path: Path) -> RecentTrackerStore:
    return RecentTrackerStore(DOMAIN, f"sqlite:///{tmp_path / 'c.db'}", turns=2)


def add_turn(tracker: DialogueStateTracker, number: int) -> None:
    tracker.update(UserUttered(f"text {number}", {"name": "cause"}, message_id=f"m-{number}"), DOMAIN)
    tracker.update(ActionExecuted("utter_cause"), DOMAIN)
    tracker.update(BotUttered(f"reply {number}", metadata={"turn": {"id": f"m-{number}"}}), DOMAIN)
    tracker.update(ActionExecuted("action_listen"), DOMAIN)


async def talk(store: RecentTrackerStore, sender: str, turns: int, *, first: int = 1) -> None:
    for number in range(first, turns + 1):
        tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
        if number == 1:
            tracker.update_with_events([SessionStarted(), ActionExecuted("action_listen")], DOMAIN)
        add_turn(tracker, number)
        await store.save(tracker)


async def test_tracker_store_hands_out_the_last_turns_from_a_turn_boundary(store: RecentTrackerStore) -> None:
    await talk(store, "s", 5)
    tracker = await store.retrieve("s")
    assert tracker is not None
    texts = [e.text for e in tracker.events if isinstance(e, UserUttered)]
    assert texts == ["text 4", "text 5"]
    first = next(e for e in tracker.events if not isinstance(e, SlotSet))
    assert isinstance(first, ActionExecuted)
    assert first.action_name == "action_listen"


async def test_tracker_store_keeps_every_event_once(store: RecentTrackerStore) -> None:
    await talk(store, "s", 5)
    tracker = await store.retrieve_full_tracker("s")
    assert tracker is not None
    assert [e.text for e in tracker.events if isinstance(e, UserUttered)] == [f"text {n}" for n in range(1, 6)]
    assert len(tracker.events) == 2 + 5 * 4


async def test_tracker_store_hands_over_slots_set_before_the_window(store: RecentTrackerStore) -> None:
    await talk(store, "s", 1)
    tracker = await store.get_or_create_tracker("s")
    tracker.update(SlotSet("handoff", "stored"), DOMAIN)
    await store.save(tracker)
    await talk(store, "s", 5, first=2)
    recent = await store.retrieve("s")
    assert recent is not None
    assert recent.current_slot_values()["handoff"] == "stored"


async def test_tracker_store_forgets_a_slot_that_was_cleared(store: RecentTrackerStore) -> None:
    await talk(store, "s", 1)
    tracker = await store.get_or_create_tracker("s")
    tracker.update_with_events([SlotSet("forget", "pending"), SlotSet("forget", None)], DOMAIN)
    await store.save(tracker)
    await talk(store, "s", 5, first=2)
    recent = await store.retrieve("s")
    assert recent is not None
    assert recent.current_slot_values()["forget"] is None


async def test_tracker_store_saves_a_tracker_that_it_did_not_hand_out(store: RecentTrackerStore) -> None:
    await talk(store, "s", 1)
    known = await store.retrieve_full_tracker("s")
    assert known is not None
    rebuilt = DialogueStateTracker.from_events("s", list(known.events), DOMAIN.slots)
    add_turn(rebuilt, 2)
    await store.save(rebuilt)
    full = await store.retrieve_full_tracker("s")
    assert full is not None
    assert [e.text for e in full.events if isinstance(e, UserUttered)] == ["text 1", "text 2"]


async def test_tracker_store_finds_the_turn_of_a_message(store: RecentTrackerStore) -> None:
    await talk(store, "s", 3)
    assert await store.find_turn("s", "m-2") == {"id": "m-2"}
    assert await store.find_turn("s", "m-9") is None
    assert await store.find_turn("other", "m-2") is None


async def test_tracker_store_erases_one_conversation_completely(store: RecentTrackerStore) -> None:
    await talk(store, "mine", 2)
    await talk(store, "other", 2)
    assert await store.erase("mine") == 10
    assert await store.retrieve_full_tracker("mine") is None
    assert await store.retrieve("mine") is None
    assert list(await store.keys()) == ["other"]
    assert await store.erase("mine") == 0


async def test_tracker_store_knows_no_conversation_that_never_was(store: RecentTrackerStore) -> None:
    assert await store.retrieve("nobody") is None
    assert await store.exists("nobody") is False


def test_default_url_names_a_file_in_the_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEMS_TRACKER_URL", raising=False)
    monkeypatch.setenv("LEMS_STATE", str(tmp_path / "new"))
    assert default_url() == f"sqlite:///{tmp_path / 'new' / 'conversations.db'}"
    assert (tmp_path / "new").is_dir()
    monkeypatch.setenv("LEMS_TRACKER_URL", "sqlite://")
    assert default_url() == "sqlite://"


async def test_tracker_store_keeps_the_question_before_only_where_it_was_asked(
    store: RecentTrackerStore, tmp_path: Path
) -> None:
    tracker = await store.get_or_create_tracker("s", append_action_listen=False)
    tracker.update(SlotSet("session_started_metadata", {"before": "secret words"}), DOMAIN)
    message = UserUttered("and how often?", {"name": "cause"}, metadata={"before": "secret words", "kept": 1})
    tracker.update(message, DOMAIN)
    await store.save(tracker)
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"and how often?" in stored
    assert b"secret words" not in stored
    again = await store.retrieve("s")
    assert again is not None
    assert next(e for e in again.events if isinstance(e, UserUttered)).metadata == {"kept": 1}
