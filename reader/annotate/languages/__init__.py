"""Quotes, speakers and names in languages other than English.

Owns one small engine and one module of words for each of German, French, Spanish, Italian, Portuguese and
Dutch. A text in any other language, or in several, has its quotes found by their marks, and nobody is named.
"""
