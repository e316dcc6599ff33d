"""From the trained network to the artefact that the assistant runs: int8 ONNX, tokenizer, facts with checksums."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any, Mapping

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from encoder.examples import Example
from encoder.network import Network, weights_folder
from encoder.train import encode, tokenizer

FILES = ("encoder.onnx", "tokenizer.json")


def export(network: Network, folder: Path, facts: Mapping[str, Any]) -> float:
    """Writes the artefact and returns the mean cosine between its vectors and those of the network."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        example = (torch.ones(1, 8, dtype=torch.long), torch.ones(1, 8, dtype=torch.long), torch.ones(1, 8))
        torch.onnx.export(
            network,
            example,
            str(full),
            input_names=["input_ids", "attention_mask", "own"],
            output_names=["vector", "names", "asked", "places"],
            dynamic_axes={
                "input_ids": {0: "batch", 1: "length"},
                "attention_mask": {0: "batch", 1: "length"},
                "own": {0: "batch", 1: "length"},
                "vector": {0: "batch"},
                "names": {0: "batch", 1: "length"},
                "asked": {0: "batch"},
                "places": {0: "batch"},
            },
            opset_version=17,
            dynamo=False,
        )
        # Per channel: per tensor changes one answer in seven (docs/adr/0004-encoder.md).
        quantize_dynamic(str(full), str(folder / "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    shutil.copyfile(weights_folder() / "tokenizer.json", folder / "tokenizer.json")
    checksums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    text = json.dumps({**facts, "sha256": checksums}, indent=2) + "\n"
    (folder / "encoder.json").write_text(text, encoding="utf-8")
    return _fidelity(network, folder / "encoder.onnx")


def _fidelity(network: Network, path: Path) -> float:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    texts = ["is it inherited?", "what causes LEMS", "my mother cannot swallow", "hello", "is another disease curable"]
    ids, mask, own, _ = encode(tokenizer(96), [Example(text, "") for text in texts])
    with torch.no_grad():
        full = network(ids, mask, own)[0].numpy()
    given = {"input_ids": ids.numpy(), "attention_mask": mask.numpy(), "own": own.numpy()}
    small = session.run(None, given)[0]
    return float(np.mean(np.sum(full * small, axis=1)))
