"""The makers of the flagship pack's Word and PowerPoint templates.

Run ``python -m templates.make`` in the workspace; it writes ``templates/*.docx`` and ``*.pptx``,
the same part for part each time. An office edits the written files in Word and PowerPoint; the
makers are there so that the first form of each is a matter of record.
"""
