"""Detectors of identifiers, by family; each is a scrubadub Detector without state."""
