"""Addresses of pages that are somebody's own: a profile, an album, a portal that was logged in to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat.redaction.spans import Span
from chat.redaction.words import first_names, no_names

_ADDRESS = re.compile(
    r"(?<![\w@.-])(?P<scheme>(?:https?|ftp|sftp)://)?(?P<login>[^\s/@:]+(?::[^\s/@]*)?@)?"
    r"(?P<host>(?:[a-z0-9-]+\.)+[a-z]{2,24})(?::\d{2,5})?(?P<rest>[/?#][^\s<>\"'`,;]*)?",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:facebook|fb|instagram|linkedin|twitter|x|tiktok|t|wa|snapchat|reddit|github|gitlab|bitbucket|pinterest|threads|strava|"
    r"flickr|vk|ok|xing|patreon|ko-fi|gofundme|justgiving|caringbridge|venmo|paypal|cash|linktr|about|calendly|medium|vimeo|"
    r"soundcloud|youtube|youtu|twitch|quora|tumblr|goodreads|myspace|bsky|mastodon|academia|researchgate|orcid|ancestry|"
    r"myheritage|23andme|patientslikeme|inspire|healthunlocked|mumsnet|givesendgo|buymeacoffee|meetup|nextdoor|signal|telegram|"
    r"discord|doodle|etsy|ebay|spotify|keybase|steamcommunity|gravatar|slideshare|wattpad|imgur|fitbit|last|deviantart|webex|whereby|onedrive\.live|goo|maps\.app\.goo|docs\.google|drive\.google|photos\.google|dropbox|onedrive|icloud|1drv|zoom|meet\.google)"
)
_PEOPLE_HOST = re.compile(
    rf"(?:^|\.){_PEOPLE}\.(?:com|co\.uk|net|org|gl|tv|fm|me|us|io|app|co|be|ee|ru|gg|de|social|bio|page|ly|to|live|ms|eu|fr|gd)$",
    re.IGNORECASE,
)
_OWN_HOST = re.compile(
    r"^(?!www\.|en\.|api\.|docs\.|help\.|support\.)[\w-]+\.(?:wordpress\.com|blogspot\.[a-z.]+|substack\.com|tumblr\.com|github\.io|"
    r"wixsite\.com|weebly\.com|livejournal\.com|medium\.com|squarespace\.com|deviantart\.com|bandcamp\.com|carrd\.co|typepad\.com)$",
    re.IGNORECASE,
)
_OWN_PLACE = re.compile(
    r"/(?:~|@)[\w.-]{2,}|/(?:users?|u|profiles?|members?|people|persons?|patients?|accounts?|authors?|channel|c|add|friends|contact|"
    r"family|visit|staff|team|doctors|donate|fundraisers?|maps/(?:place|search)|meetup-join|meet|uid|id|share|invite|wishlist|athletes|i)/[\w.@%-]{2,}",
    re.IGNORECASE,
)
_OWN_VALUE = re.compile(
    r"[?&#;](?:\w*(?:user|name|mail|patient|member|login|account|phone|tel|token|session|sid|key|dob|birth|nhs|mrn|profile|"
    r"fullname|first|last|surname|uid|code)\w*|csn|id|u|pid|ref|auth)=[^&\s]{2,}",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{4,}")
_PUBLIC = re.compile(
    r"^/(?:$|[?#]|(?:groups|search|watch|hashtag|pages|events|help|explore|tags?|topics?|about|policies|privacy|legal|terms|news|"
    r"jobs|home|en|de|login|signup)(?:[/?#]|$))",
    re.IGNORECASE,
)

_OWN = re.compile(
    r"\b(?:my|his|her|our|their)\s+(?:own\s+)?(?:web\s?-?site|web\s?page|home\s?page|blog|page|profile|channel|site|vlog|podcast|shop|album)\b"
    r"[^\n?!]{0,25}$",
    re.IGNORECASE,
)
_OWN_AFTER = re.compile(
    r"\s+(?:is|=)\s+my\s+(?:own\s+)?(?:web\s?-?site|web\s?page|home\s?page|blog|page|profile|channel|site)\b", re.I
)

"""What somebody says before the address of their own page."""


def find(text: str) -> Iterator[Span]:
    """Where they stand. A page that anybody may read and that is about nobody stays."""
    for match in _ADDRESS.finditer(text):
        host, rest = match["host"], match["rest"] or ""
        told = bool(match["scheme"] and match["login"])
        personal = bool(_PEOPLE_HOST.search(host)) and len(rest) > 1 and not _PUBLIC.match(rest)
        own = bool(_OWN.search(text[max(0, match.start() - 60) : match.start()]))
        own = own or bool(_OWN_AFTER.match(text, match.end()))
        named = bool(set(_WORDS.findall(f"{host} {rest}".lower())) & first_names() - no_names())
        if (
            told
            or own
            or named
            or personal
            or _OWN_HOST.search(host)
            or _OWN_PLACE.search(rest)
            or _OWN_VALUE.search(rest)
        ):
            end = match.end()
            while text[end - 1] in ".,;:!?)'":
                end -= 1
            yield Span(match.start(), end, "account")
