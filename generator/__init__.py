"""Factpack: briefing packs whose every figure can be proved.

The floors of the house, ground floor first. A module imports from its own folder and from
floors below; rooms on one floor do not know each other (``tests/test_floors.py`` keeps this).

====== ============================================== ==========================================
floor  rooms                                          what they hold
====== ============================================== ==========================================
0      ``model``                                      the field's words, standard library only
1      ``language`` ``files`` ``workspace``           numbers and dates; files; the machine
2      ``store`` ``tags`` ``documents``               the fact base; the tag language; Office
3      ``resolve``                                    choosing and deriving; what a template sees
4      ``charts``                                     a series into an honest chart
5      ``render``                                     template and context into a document
6      ``pack``                                       the whole job
7      ``schedule`` ``scaffold``                      what is made when, telling people; beginning
8      ``api``                                        the public functions, one per command
9      ``cli``                                        thin, over ``api``
====== ============================================== ==========================================
"""

__version__ = "0.1.0"
