"""What can be wrong with governed files and settings."""

from __future__ import annotations

from nexus_desktop.models.errors.base import ErrorCategory, PersonCanFix


class SwitchedOff(PersonCanFix):
    code = "feature.switched_off"
    category = ErrorCategory.CONFIGURATION
    text = "This part of the program is switched off on this computer."
    next_step = "Ask whoever manages this computer; “Updating and going back” in the help lists these parts."


class ConfigurationInvalid(PersonCanFix):
    code = "configuration.invalid"
    category = ErrorCategory.CONFIGURATION
    text = "A configuration file has an error in line {line}, so its rules could not be trusted."
    next_step = "Restore the file that came with the program, or correct the line; the Health tab names the file."

    def __init__(self, file: str, line: int, detail: str) -> None:
        """``file`` is the name of a governed file, ``line`` counts from 1, ``detail`` says which rule is broken."""
        super().__init__(line=line)
        self.file, self.line, self.detail = file, line, detail


class ConfigurationMissing(PersonCanFix):
    code = "configuration.missing"
    category = ErrorCategory.CONFIGURATION
    text = "A configuration file that came with the program is missing."
    next_step = "Install the program again; your data stays where it is."


class EndpointPortTaken(PersonCanFix):
    code = "endpoint.port_taken"
    category = ErrorCategory.CONFIGURATION
    text = "The health endpoint could not listen on its port: another program uses it, or the system forbids it."
    next_step = "Choose another port in the settings of the health endpoint. Everything else works without it."


class ConfigurationFileInvalid(PersonCanFix):
    code = "configuration.file"
    category = ErrorCategory.CONFIGURATION
    text = "This file is not a configuration that Nexus Desktop wrote, or it was changed since. Nothing was taken over."
    next_step = "Export the configuration again on the machine it comes from."


class ConfigurationFileNewer(PersonCanFix):
    code = "configuration.file_newer"
    category = ErrorCategory.CONFIGURATION
    text = "This configuration was written by a newer version of Nexus Desktop. Nothing was taken over."
    next_step = "Install that version here first, or export the configuration from this version."


class ConfigurationFileNotWritten(PersonCanFix):
    code = "configuration.file_not_written"
    category = ErrorCategory.CONFIGURATION
    text = "The configuration could not be written there."
    next_step = "Choose another folder or name."
