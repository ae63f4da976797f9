"""Fetch the sites of a register politely and keep everything in a crawl folder."""
