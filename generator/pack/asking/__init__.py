"""Asking for new figures, and taking in the answers.

============ =====================================================================
`needed`     which figures the next edition needs again, and why, office by office
`wording`    the words of letters and forms in each language
`form`       the workbook that an office fills in
`letter`     the letter that goes with it
`writing`    letters and forms of all offices in one folder
`answers`    a form that came back, read strictly
`tables`     statements in a table of one's own
`entries`    answers as entries of the fact base
`importing`  checking, reviewing and writing them
`review`     what they change
============ =====================================================================
"""
