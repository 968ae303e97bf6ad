"""Checks any .docx against the form of Decree 30/2020/NĐ-CP, Phụ lục I.

Rooms: `reading` (what is printed), `recognise` (which component it is), `rules` (what is
wrong with it); each imports only those before it.
"""
