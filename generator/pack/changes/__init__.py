"""What differs between two editions: figures, the words that they make false, where they stand.

`ledgers` reads what is compared, `comparing` sets two states of a figure side by side, `survey`
does so for all of them, `wording` looks for prose that no longer holds, `told` and `report` say it.
"""
