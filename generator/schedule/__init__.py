"""When what is made again, and who is told.

``plan`` reads templates/schedule.yaml, ``times`` computes the times, ``journal`` keeps what has
run, ``next_runs`` says from both what is due, ``daemon`` waits and runs, ``notices`` and
``channels`` tell people. What a run does (building, comparing) is given to it by ``api``.
"""
