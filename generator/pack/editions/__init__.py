"""Editions: what was made of what, what has to be made again, and that nothing was altered.

====================== =====================================================================
`record`               ``edition.json``: what an edition was made of and what it holds
`shelf`                the editions of an output folder, by day and number
`standing`             whether an edition is up to date, by digests alone
`asks` `fingerprints`  what a document declares that it is made of
`works` `keeping`      which documents are made and which are kept
`contents` `writing`   an edition put together, and written whole by one rename
`latest` `listing`     which edition is the newest, and which there are
`due` `reasons`        which documents are stale, and why
`verify`               whether a finished edition is as it was made
`known`                the fact base as it was known on a day
====================== =====================================================================
"""
