"""A real OpenAI-compatible server with a real model: llama.cpp on loopback, with a tiny model of made-up weights.

Needs `pip install xllamacpp gguf numpy`, which nothing else does. The model is made here in a third of a second, and
none is downloaded. It knows nothing, so under a schema its answers have the right form and hold no true word: what a
check of meaning has to stand up to.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NEEDS = ("xllamacpp", "gguf", "numpy")
"""The packages; without them there is no such server."""


def tiny_model(path: Path) -> None:
    """A llama-architecture model of about 470 KB with made-up weights: a fixed distribution over bytes, whatever is
    asked. Under a schema it writes valid JSON in which every quote and every judgment is made up."""
    import gguf
    import numpy as np

    width, heads, layers, inner, context = 64, 4, 2, 128, 16384
    chance = np.random.default_rng(7)
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_name("tiny-random")
    writer.add_context_length(context)
    writer.add_embedding_length(width)
    writer.add_block_count(layers)
    writer.add_feed_forward_length(inner)
    writer.add_head_count(heads)
    writer.add_head_count_kv(heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(width // heads)
    writer.add_file_type(0)
    tokens = [b"<unk>", b"<s>", b"</s>", *(f"<0x{byte:02X}>".encode() for byte in range(256))]
    kinds = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL] + [gguf.TokenType.BYTE] * 256
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(kinds)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(False)
    writer.add_vocab_size(len(tokens))
    writer.add_chat_template("{% for m in messages %}<{{ m.role }}>{{ m.content }}\n{% endfor %}<assistant>")

    def noise(*shape: int) -> object:
        return (chance.standard_normal(shape) * 0.05).astype(np.float32)

    bias = np.full(len(tokens), -12.0, np.float32)
    for weight, letters in (
        (2.0, b"etaoinshrdlucmfwypvbgk"),
        (3.0, b" "),
        (1.0, b"0123456789"),
        (2.6, b'"'),
        (2.0, b"}],:{[.-"),
    ):
        for byte in letters:
            bias[3 + byte] = weight
    bias[2] = 1.0
    embedding = noise(len(tokens), width)
    embedding[:, 0] = 8.0  # type: ignore[index]
    output = noise(len(tokens), width)
    output[:, 0] = bias / 8.0  # type: ignore[index]
    writer.add_tensor("token_embd.weight", embedding)
    for layer in range(layers):
        prefix = f"blk.{layer}."
        writer.add_tensor(prefix + "attn_norm.weight", np.ones(width, np.float32))
        writer.add_tensor(prefix + "ffn_norm.weight", np.ones(width, np.float32))
        for name in ("attn_q", "attn_k", "attn_v"):
            writer.add_tensor(f"{prefix}{name}.weight", noise(width, width))
        for name, shape in (("attn_output", (width, width)), ("ffn_down", (width, inner))):
            tensor = noise(*shape)
            tensor[0, :] = 0  # type: ignore[index]
            writer.add_tensor(f"{prefix}{name}.weight", tensor)
        writer.add_tensor(prefix + "ffn_gate.weight", noise(inner, width))
        writer.add_tensor(prefix + "ffn_up.weight", noise(inner, width))
    writer.add_tensor("output_norm.weight", np.ones(width, np.float32))
    writer.add_tensor("output.weight", output)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


@contextmanager
def real_server() -> Iterator[str]:
    """llama.cpp's own server on loopback; its address."""
    import xllamacpp

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tiny.gguf"
        tiny_model(path)
        settings = xllamacpp.CommonParams()
        settings.model.path = str(path)
        settings.n_ctx, settings.n_parallel, settings.port = 16384, 1, 0
        settings.hostnames = ["127.0.0.1"]
        settings.model_alias = {"tiny"}
        settings.warmup = False
        settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = 1  # two that wait for each other are slower
        settings.verbosity = 0
        server = xllamacpp.Server(settings)  # stops when it is let go of
        yield f"{server.listening_address}/v1"
        del server
