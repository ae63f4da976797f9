"""An account on a network is a profile; what is shared, posted or shown there is not."""

from dataclasses import replace

import pytest

from audit.examples import BODY
from audit.handles import profile
from audit.look import look
from audit.site import assemble
from audit.social import profiles

PROFILES = {
    "https://twitter.com/exampleccg": ("Twitter", "exampleccg"),
    "https://x.com/ExampleCCG?lang=en": ("Twitter", "ExampleCCG"),
    "https://twitter.com/#!/exampleccg": None,
    "https://twitter.com/intent/user?screen_name=exampleccg": ("Twitter", "exampleccg"),
    "https://twitter.com/intent/tweet?text=hello": None,
    "https://twitter.com/exampleccg/status/12345": None,
    "https://twitter.com/share?url=x": None,
    "https://twitter.com/": None,
    "https://www.facebook.com/exampleccg": ("Facebook", "exampleccg"),
    "https://m.facebook.com/pages/Example-CCG/12345": ("Facebook", "Example-CCG"),
    "https://www.facebook.com/profile.php?id=12345": ("Facebook", "12345"),
    "https://www.facebook.com/profile.php": None,
    "https://www.facebook.com/sharer/sharer.php?u=x": None,
    "https://www.facebook.com/exampleccg/posts/1": None,
    "https://www.youtube.com/user/exampleccg": ("YouTube", "exampleccg"),
    "https://www.youtube.com/channel/UC123": ("YouTube", "UC123"),
    "https://www.youtube.com/@exampleccg/videos": ("YouTube", "@exampleccg"),
    "https://www.youtube.com/watch?v=abc": None,
    "https://www.youtube.com/channel/": None,
    "https://youtu.be/abc": None,
    "https://www.linkedin.com/company/example-ccg/": ("LinkedIn", "example-ccg"),
    "https://www.linkedin.com/in/ann-abel": ("LinkedIn", "in/ann-abel"),
    "https://www.linkedin.com/shareArticle?url=x": None,
    "https://www.linkedin.com/profile/view?id=123&trk=x": ("LinkedIn", "in/123"),
    "https://www.linkedin.com/profile/view?trk=x": None,
    "https://www.linkedin.com/redir/redirect?url=x": None,
    "https://www.linkedin.com/directory/people/a.html": None,
    "https://www.instagram.com/exampleccg%20": ("Instagram", "exampleccg"),
    "https://www.instagram.com/exampleccg/": ("Instagram", "exampleccg"),
    "https://www.instagram.com/p/abc/": None,
    "https://vimeo.com/exampleccg": ("Vimeo", "exampleccg"),
    "https://vimeo.com/12345": None,
    "https://www.flickr.com/photos/exampleccg": ("Flickr", "exampleccg"),
    "https://www.flickr.com/exampleccg": None,
    "https://bsky.app/profile/example.bsky.social": ("Bluesky", "example.bsky.social"),
    "https://mastodon.example/@exampleccg": ("Mastodon", "@exampleccg"),
    "https://www.whatsapp.com/channel/abc": ("WhatsApp", "abc"),
    "https://www.whatsapp.com/download": None,
    "https://www.exampleccg.nhs.uk/twitter": None,
    "http://[broken": None,
    "": None,
}  # fmt: skip


@pytest.mark.parametrize("url", [u for u, found in PROFILES.items() if found])
def test_an_account_is_a_profile(url: str):
    assert profile(url) == PROFILES[url]


@pytest.mark.parametrize("url", [u for u, found in PROFILES.items() if not found])
def test_anything_else_is_none(url: str):
    assert profile(url) is None


CHANNEL = "https://www.youtube.com/channel/UCabcdefghijklmnopqrstbc"


@pytest.mark.parametrize(
    ("html", "owner"),
    [
        (f'<p><a href="{CHANNEL}">YouTube live stream</a></p>', "own"),
        (f'<p><a href="{CHANNEL}">A choir</a></p>', "other"),
        ('<footer><a href="https://x.com/examplecounty">X</a></footer>', "own"),
        ('<footer><a href="https://x.com/exampletoncounty">X</a></footer>', "council"),
    ],
)
def test_an_account_is_whose_words_or_host_it_bears(html: str, owner: str):
    body = BODY.model_copy(update={"website": "http://www.examplecounty.gov/"})
    page = replace(look(html.encode(), url="http://www.examplecounty.gov/board"), clicks=1)
    site = assemble(body, [page])

    assert [f.owner for f in profiles(site, site.pages[0])] == [owner]
