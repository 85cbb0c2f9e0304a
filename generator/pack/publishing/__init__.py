"""Editions that went out: which, who let them go and why; and which old ones may be deleted.

========== =================================================================
`log`      the journal of what was published
`publish`  marking an edition as published, once it has proved to be whole
`prune`    deleting old editions, never a published one
========== =================================================================
"""
