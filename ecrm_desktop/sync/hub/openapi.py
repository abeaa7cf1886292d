"""The OpenAPI document of a hub, made of the table of its functions."""

from collections.abc import Mapping
from typing import Any, Final

from ecrm_desktop.sync.hub.functions import FUNCTIONS, Function

_JSON: Final = "application/json"
_REFUSAL: Final = {
    "type": "object",
    "required": ["refused"],
    "properties": {"refused": {"type": "string"}, "seconds": {"type": "integer"}},
}
_STATUSES: Final[Mapping[str, str]] = {
    "400": "What was sent is not as this document says",
    "401": "The token is not right for that shop and device, or there is none",
    "403": "This PC may not: it was shut out, its code is no good, or it does not manage the shop",
    "408": "What was sent took too long",
    "413": "Too much was sent",
    "415": "What was sent is no JSON, or packed in another way than gzip",
    "429": "Too often; after how many seconds it can be tried again is in Retry-After",
    "500": "Something that nobody foresaw",
    "503": "The hub is busy, or its database cannot be reached",
    "507": "The database's disk is full",
}


def document() -> dict[str, Any]:
    """Return the document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ECRM hub",
            "version": "1",
            "description": "One shop on several PCs; docs/sync.md says what each function does.",
            "license": {"name": "See LICENSE"},
        },
        "servers": [{"url": "/"}],
        "paths": {
            **{f"/v1/{{shop}}/{one.name}": {"post": _call(one)} for one in FUNCTIONS.values()},
            "/health": {
                "get": {
                    "operationId": "health",
                    "summary": "Whether the hub and its database answer",
                    "security": [],
                    "responses": {
                        status: _response(said, _health())
                        for status, said in (("200", "Both do"), ("503", "The database does not"))
                    },
                }
            },
            "/openapi.json": {
                "get": {
                    "operationId": "openapi",
                    "summary": "This document",
                    "security": [],
                    "responses": {"200": _response("The document", {"type": "object"})},
                }
            },
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Refusal": _REFUSAL},
        },
        "security": [{"token": []}],
    }


def _call(function: Function) -> dict[str, Any]:
    members = {one.name: _plain(one.schema) for one in function.all_parameters}
    said: dict[str, Any] = {
        "type": "object",
        "properties": {**function.answer, "refused": {"type": "string"}},
    }
    if function.is_list:
        numbers = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
        said = {"oneOf": [numbers, said]}
    refusal = {"$ref": "#/components/schemas/Refusal"}
    return {
        "operationId": function.name,
        "summary": function.summary,
        **({"security": []} if function.is_open else {}),
        "parameters": [
            {
                "name": "shop",
                "in": "path",
                "required": True,
                "schema": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            }
        ],
        "requestBody": {
            "required": True,
            "content": {
                _JSON: {
                    "schema": {
                        "type": "object",
                        "properties": members,
                        "required": list(members),
                        "additionalProperties": False,
                    }
                }
            },
        },
        "responses": {
            "200": _response("What the server said; a refusal of what was meant, too", said),
            **{status: _response(text, refusal) for status, text in _STATUSES.items()},
        },
    }


def _plain(schema: Mapping[str, Any]) -> dict[str, Any]:
    kinds = schema["type"]
    return {**schema, "type": kinds[0] if len(kinds) == 1 else kinds}


def _response(said: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": said, "content": {_JSON: {"schema": dict(schema)}}}


def _health() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["status", "database"],
        "properties": {"status": {"type": "string"}, "database": {"type": "boolean"}},
    }
