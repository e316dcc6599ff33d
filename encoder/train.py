"""Fine-tunes MiniLM on labelled messages: cross-entropy, supervised contrast, and the names of conditions."""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass
from typing import Callable, Mapping, Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from encoder.examples import Example, follows, joined
from encoder.network import DIMENSIONS, Network, weights_folder

Vary = Callable[[Example, random.Random], Example]


@dataclass(frozen=True)
class Settings:
    epochs: int = 4
    batch: int = 32
    encoder_rate: float = 1e-4
    head_rate: float = 2e-3
    contrast: float = 0.5
    temperature: float = 0.1
    tagging: float = 0.5
    asked: float = 4.0
    joining: float = 0.2
    following: float = 0.2
    longest: int = 96
    seed: int = 7


def tokenizer(longest: int) -> Tokenizer:
    pieces = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    pieces.enable_truncation(longest)
    pieces.enable_padding()
    return pieces


def encode(pieces: Tokenizer, examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids, mask, which belong to the message itself, and tags, each (batch, length); a tag is 1 inside a condition's
    name, -1 where it does not count."""
    encoded = pieces.encode_batch([(e.before, e.text) if e.before else e.text for e in examples])
    tags = torch.full((len(encoded), len(encoded[0].ids)), -1.0)
    own = torch.zeros(tags.shape)
    for row, (encoding, example) in enumerate(zip(encoded, examples)):
        for column, ((start, end), part) in enumerate(zip(encoding.offsets, encoding.sequence_ids)):
            if not example.before:
                own[row, column] = encoding.attention_mask[column]
            elif part == 1:
                own[row, column] = 1.0
            if end > start and part == int(bool(example.before)):
                tags[row, column] = float(any(start < b and end > a for a, b in example.spans))
    return (
        torch.tensor([e.ids for e in encoded]),
        torch.tensor([e.attention_mask for e in encoded]),
        own,
        tags,
    )


def contrast(vectors: Tensor, labels: Tensor, temperature: float) -> Tensor:
    """Supervised contrastive loss: vectors of one label together, all others apart."""
    scores = vectors @ vectors.T / temperature
    own = torch.eye(len(labels), dtype=torch.bool)
    same = (labels[:, None] == labels[None, :]) & ~own
    logs = scores - torch.logsumexp(scores.masked_fill(own, -1e9), dim=1, keepdim=True)
    count = same.sum(1)
    pairs = (logs * same).sum(1)[count > 0] / count[count > 0]
    return -pairs.mean() if len(pairs) else scores.sum() * 0


def labels_of(examples: Sequence[Example]) -> list[str]:
    """The labels in the order of the network's `asked`."""
    return sorted({label for example in examples for label in (example.label, *example.besides)})


def fine_tune(examples: Sequence[Example], vary: Vary, settings: Settings = Settings()) -> Network:
    """The fine-tuned network. Progress goes to standard error."""
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    names = labels_of(examples)
    number = {name: place for place, name in enumerate(names)}
    network, pieces = Network.pretrained(len(names)), tokenizer(settings.longest)
    head = nn.Linear(DIMENSIONS, len(names))
    heads = [p for layer in (head, network.tag, network.look, network.asked) for p in layer.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": network.bert.parameters(), "lr": settings.encoder_rate},
            {"params": heads, "lr": settings.head_rate},
        ],
        weight_decay=0.01,
    )
    steps = settings.epochs * (-(-len(examples) // settings.batch))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
    )
    network.train()
    started, done = time.monotonic(), 0
    for epoch in range(settings.epochs):
        total = torch.zeros(4)
        for batch in _batches(examples, vary, settings, chance):
            ids, mask, own, tags = encode(pieces, batch)
            vectors, scores, asked, _ = network(ids, mask, own)
            targets = _targets(batch, number)
            single = torch.tensor([not example.besides for example in batch])
            losses = torch.stack(
                [
                    nn.functional.cross_entropy(head(vectors) * 4, targets),
                    contrast(vectors[single], targets[single].argmax(1), settings.temperature),
                    nn.functional.binary_cross_entropy_with_logits(scores[tags >= 0], tags[tags >= 0]),
                    nn.functional.binary_cross_entropy_with_logits(asked, targets.gt(0).float()),
                ]
            )
            loss = losses @ torch.tensor([1.0, settings.contrast, settings.tagging, settings.asked])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += losses.detach()
            done += 1
            if done % 50 == 0:
                left = (time.monotonic() - started) / done * (steps - done)
                _say(f"epoch {epoch + 1}/{settings.epochs}, {left:4.0f} s left", end="")
        mean = [f"{value:.3f}" for value in total / (steps / settings.epochs)]
        _say(f"epoch {epoch + 1}: topic {mean[0]}, contrast {mean[1]}, names {mean[2]}, asked {mean[3]}")
    return network.eval()


def _say(words: str, *, end: str = "\n") -> None:
    print(f"\r  {words} ", end=end, file=sys.stderr, flush=True)


def _targets(batch: Sequence[Example], number: Mapping[str, int]) -> Tensor:
    """(batch, labels): one for the label, or an equal share for each of several."""
    targets = torch.zeros(len(batch), len(number))
    for row, example in enumerate(batch):
        labels = [example.label, *example.besides]
        for label in labels:
            targets[row, number[label]] += 1 / len(labels)
    return targets


def _batches(examples: Sequence[Example], vary: Vary, settings: Settings, chance: random.Random) -> list[list[Example]]:
    """All examples once, varied, some joined to others or after another, shuffled, those of like length together."""
    varied = []
    for example in chance.sample(list(examples), len(examples)):
        read = vary(example, chance)
        while chance.random() < settings.joining:
            read = joined(read, vary(chance.choice(examples), chance), chance) or read
        if chance.random() < settings.following:
            read = follows(vary(chance.choice(examples), chance), read) or read
        varied.append(read)
    batches = []
    for start in range(0, len(varied), settings.batch * 16):
        near = sorted(
            varied[start : start + settings.batch * 16], key=lambda example: len(example.before) + len(example.text)
        )
        batches += [near[place : place + settings.batch] for place in range(0, len(near), settings.batch)]
    chance.shuffle(batches)
    return batches
