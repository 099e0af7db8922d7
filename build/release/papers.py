"""The two papers that go along with the program: the notices of its licences, and its bill of materials (CycloneDX).

Both are made from the list of parts of the bundle they lie in, and are the same to the byte for the same bundle.
"""

from __future__ import annotations

import json
import sys
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from release import bundle
from release.inventory import Part

NOTICES, SBOM = "third-party-notices.txt", "sbom.cdx.json"
SPDX = frozenset(
    {"MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PSF-2.0", "LGPL-3.0-only", "Zlib", "Unicode-3.0"}
    | {"blessing", "MPL-2.0", "ISC"}
)
RULE = "=" * 100


def write(parts: Sequence[Part], folder: Path, epoch: int) -> list[Path]:
    """Both papers into ``folder``; their paths. ``epoch`` is the time of the build, in seconds since 1970."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {NOTICES: notices(parts), SBOM: json.dumps(sbom(parts, epoch), indent=1, sort_keys=True) + "\n"}
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    return [folder / name for name in texts]


def notices(parts: Sequence[Part]) -> str:
    """Who made what is in here, under which licence, with the texts; one text that several share stands once."""
    head = (bundle.ROOT / "resources" / "licences" / "qt-notice.txt").read_text("utf-8")
    lines = [f"{bundle.NAME} {bundle.version()}: software of others in this program", RULE, "", head.rstrip(), ""]
    lines += [f"{len(parts)} parts", RULE, ""]
    shared: dict[str, list[str]] = {}
    for part in parts:
        where = f"   (inside {part.inside})" if part.inside else ""
        lines.append(f"{part.name} {part.version}   {part.licence}{where}")
        for name, text in part.texts:
            shared.setdefault(text.strip(), []).append(f"{part.name}: {name}")
    for text, owners in sorted(shared.items(), key=lambda one: one[1][0].lower()):
        lines += ["", RULE, *owners, RULE, "", text]
    return "\n".join(lines) + "\n"


def sbom(parts: Sequence[Part], epoch: int) -> dict[str, object]:
    """The bill of materials, CycloneDX 1.6: what is inside another part is a component of that part."""
    tops = [part for part in parts if not part.inside]
    components = []
    for part in tops:
        one = component(part)
        inner = [component(other) for other in parts if other.inside == part.name]
        components.append(one | ({"components": inner} if inner else {}))
    reference = f"{bundle.FILE_NAME}@{bundle.version()}"
    content = json.dumps(components, sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, reference + content)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": reference,
                "name": bundle.FILE_NAME,
                "version": bundle.version(),
                "properties": [{"name": "platform", "value": sys.platform}],
            },
        },
        "components": components,
        "dependencies": [{"ref": reference, "dependsOn": sorted(reference_of(part) for part in tops)}],
    }


def reference_of(part: Part) -> str:
    """What a part is called inside the bill."""
    return f"{part.inside + '/' if part.inside else ''}{part.name}@{part.version}"


def component(part: Part) -> dict[str, object]:
    """One part as the bill names it."""
    licence: dict[str, object]
    if part.licence in SPDX:
        licence = {"license": {"id": part.licence}}
    elif all(word in SPDX or word in ("AND", "OR") for word in part.licence.split()):
        licence = {"expression": part.licence}
    else:
        licence = {"license": {"name": part.licence}}
    made: dict[str, object] = {
        "type": "library",
        "bom-ref": reference_of(part),
        "name": part.name,
        "version": part.version,
        "purl": part.purl.replace("+", "%2B"),
        "licenses": [licence],
    }
    if part.sha256:
        made["hashes"] = [{"alg": "SHA-256", "content": part.sha256}]
    if not part.inside:
        made["properties"] = [{"name": "files in the bundle", "value": str(part.files)}]
    return made
