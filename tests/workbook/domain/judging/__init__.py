"""Tests of the judging rules."""
