"""The whole job: plan, check, build, provenance. Yields its steps; prints nothing."""
