"""Where conversations are kept: every event once, handed to Rasa a few turns at a time.

Rasa's own store reads and replays a whole conversation at every message, so that each costs more than the last.
This one appends events, reads the last turns only, and can show and erase one conversation completely. It speaks
to the database through SQLAlchemy alone: SQLite by default, any other by its URL.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Dict, Iterable, List, Optional, Tuple

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, SESSION_START_METADATA_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from lems_faq.adapters.context import BEFORE
from lems_faq.adapters.last_turn import TURN

URL_VARIABLE = "LEMS_TRACKER_URL"
STATE_VARIABLE = "LEMS_STATE"
TURNS = 4
"""User messages that Rasa is handed: the policies look two turns back, the offers one, the context three."""

_STORED = "stored_events"
_KNOWN_SLOTS = "known_slots"
"""What the store notes on a tracker that it hands out: how many events and which slots it has of it."""
_PAGE = 64
"""Events that are read at once; four turns have about forty."""

_metadata = sa.MetaData()
_events = sa.Table(
    "conversation_event",
    _metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sender_id", sa.String(255), nullable=False),
    sa.Column("type_name", sa.String(64), nullable=False),
    sa.Column("message_id", sa.String(255)),
    sa.Column("body", sa.Text, nullable=False),
    sa.Index("conversation_event_by_sender", "sender_id", "id"),
    sa.Index("conversation_event_by_message", "sender_id", "message_id"),
)
_slots = sa.Table(
    "conversation_slots",
    _metadata,
    sa.Column("sender_id", sa.String(255), primary_key=True),
    sa.Column("slots", sa.Text, nullable=False),
)


def default_url() -> str:
    """The database of the environment, else SQLite in the state folder, which is made where it is missing."""
    if URL_VARIABLE in os.environ:
        return os.environ[URL_VARIABLE]
    folder = Path(os.environ.get(STATE_VARIABLE, ".state"))
    folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{folder / 'conversations.db'}"


class RecentTrackerStore(TrackerStore):
    """Named in endpoints.yml. `url`: an SQLAlchemy URL; without one, see `default_url`."""

    def __init__(
        self,
        domain: Optional[Domain],
        host: Optional[str] = None,
        event_broker: Optional[EventBroker] = None,
        turns: int = TURNS,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker)
        self._turns = turns
        self._engine = _engine(host or default_url())
        _metadata.create_all(self._engine)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Appends the events that are new since the tracker was handed out."""
        await self.stream_events(tracker)
        events = list(tracker.events)
        with self._engine.begin() as connection:
            stored = getattr(tracker, _STORED, None)
            if stored is None:
                stored = self._count(connection, tracker.sender_id)
            rows = [_row(tracker.sender_id, event) for event in events[stored:]]
            if rows:
                connection.execute(_events.insert(), rows)
            slots = _slots_of(tracker)
            known = getattr(tracker, _KNOWN_SLOTS, None)
            if slots != known if known is not None else stored or slots != "{}":
                self._save_slots(connection, tracker.sender_id, slots)
        setattr(tracker, _STORED, len(events))
        setattr(tracker, _KNOWN_SLOTS, slots)

    @staticmethod
    def _save_slots(connection: sa.engine.Connection, sender_id: str, slots: str) -> None:
        changed = connection.execute(_slots.update().where(_slots.c.sender_id == sender_id).values(slots=slots))
        if not changed.rowcount:
            connection.execute(_slots.insert().values(sender_id=sender_id, slots=slots))

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The last turns of a conversation with its current slot values; None where there is no such conversation."""
        with self._engine.connect() as connection:
            bodies, cut = self._recent(connection, sender_id)
            if not bodies:
                return None
            slots: Dict[str, Any] = {}
            if cut:
                query = sa.select(_slots.c.slots).where(_slots.c.sender_id == sender_id)
                slots = json.loads(connection.execute(query).scalar() or "{}")
        events: List[Event] = [SlotSet(name, value) for name, value in slots.items() if value is not None]
        if cut:
            # The bot was listening when the first of these messages came.
            events.append(ActionExecuted(ACTION_LISTEN_NAME))
        return self._tracker(sender_id, events + [_event(body) for body in bodies])

    def _recent(self, connection: sa.engine.Connection, sender_id: str) -> Tuple[List[str], bool]:
        """The events from the last but `turns` user message on, and whether there are that many of them."""
        rows: List[Any] = []
        page = _PAGE
        while True:
            query = sa.select(_events.c.type_name, _events.c.body).where(_events.c.sender_id == sender_id)
            rows = connection.execute(query.order_by(_events.c.id.desc()).limit(page)).all()
            asked = [place for place, row in enumerate(rows) if row.type_name == UserUttered.type_name]
            if len(asked) >= self._turns:
                rows = rows[: asked[self._turns - 1] + 1]
            elif len(rows) == page:
                page *= 4
                continue
            return [row.body for row in reversed(rows)], len(asked) >= self._turns

    async def retrieve_full_tracker(self, conversation_id: str) -> Optional[DialogueStateTracker]:
        """The whole conversation."""
        with self._engine.connect() as connection:
            query = sa.select(_events.c.body).where(_events.c.sender_id == conversation_id).order_by(_events.c.id)
            bodies = connection.execute(query).scalars().all()
        return self._tracker(conversation_id, [_event(body) for body in bodies]) if bodies else None

    async def keys(self) -> Iterable[str]:
        with self._engine.connect() as connection:
            return list(connection.execute(sa.select(_events.c.sender_id).distinct()).scalars())

    async def find_turn(self, sender_id: str, message_id: str) -> Optional[Dict[str, Any]]:
        """The turn record that answered a message, None where that message was not processed."""
        with self._engine.connect() as connection:
            place = connection.execute(
                sa.select(_events.c.id)
                .where(_events.c.sender_id == sender_id, _events.c.message_id == message_id)
                .order_by(_events.c.id)
                .limit(1)
            ).scalar()
            if place is None:
                return None
            body = connection.execute(
                sa.select(_events.c.body)
                .where(
                    _events.c.sender_id == sender_id,
                    _events.c.id > place,
                    _events.c.type_name == BotUttered.type_name,
                )
                .order_by(_events.c.id)
                .limit(1)
            ).scalar()
        turn = (json.loads(body).get("metadata") or {}).get(TURN) if body else None
        return turn if isinstance(turn, dict) else None

    async def erase(self, sender_id: str) -> int:
        """Deletes everything on a conversation and returns how many events there were."""
        with self._engine.begin() as connection:
            connection.execute(_slots.delete().where(_slots.c.sender_id == sender_id))
            return int(connection.execute(_events.delete().where(_events.c.sender_id == sender_id)).rowcount)

    def _tracker(self, sender_id: str, events: List[Event]) -> DialogueStateTracker:
        tracker = DialogueStateTracker.from_events(
            sender_id, events, self.domain.slots, max_event_history=self.max_event_history
        )
        setattr(tracker, _STORED, len(tracker.events))
        setattr(tracker, _KNOWN_SLOTS, _slots_of(tracker))
        return tracker

    @staticmethod
    def _count(connection: sa.engine.Connection, sender_id: str) -> int:
        query = sa.select(sa.func.count()).select_from(_events).where(_events.c.sender_id == sender_id)
        return int(connection.execute(query).scalar() or 0)


def _slots_of(tracker: DialogueStateTracker) -> str:
    """The slots that are set, as JSON."""
    slots = tracker.current_slot_values()
    return json.dumps({k: v for k, v in slots.items() if v is not None and k != SESSION_START_METADATA_SLOT})


def _row(sender_id: str, event: Event) -> Dict[str, Any]:
    body = event.as_dict()
    # The question before is stored where it was asked, and nowhere else: not on the message that was handed on with it,
    # and not in the slot in which Rasa keeps that for the session.
    if isinstance(event, SlotSet) and event.key == SESSION_START_METADATA_SLOT:
        body["value"] = None
    if isinstance(event, UserUttered):
        body["metadata"] = {key: value for key, value in (body.get("metadata") or {}).items() if key != BEFORE}
        body["parse_data"] = {**body["parse_data"], "metadata": body["metadata"]}
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "message_id": event.message_id if isinstance(event, UserUttered) else None,
        "body": json.dumps(body),
    }


def _event(body: str) -> Event:
    event = Event.from_parameters(json.loads(body))
    if event is None:
        raise ValueError("The tracker store holds an event of a type that this release of Rasa does not know")
    return event


def _engine(url: str) -> sa.engine.Engine:
    """The engine of a database. For SQLite one connection that stays open: SQLAlchemy would open one for every
    call, and closing the last one makes SQLite write its log back to the disk."""
    if sa.engine.make_url(url).get_backend_name() != "sqlite":
        return sa.create_engine(url, future=True)
    options = {"poolclass": sa.pool.QueuePool, "pool_size": 1, "max_overflow": 0}
    engine = sa.create_engine(url, future=True, connect_args={"check_same_thread": False}, **options)
    sa.event.listen(engine, "connect", _write_ahead)
    return engine


def _write_ahead(connection: Any, record: Any) -> None:
    """SQLite alone: readers do not wait for a writer, and a commit does not wait for the disk's own cache."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
