"""The invented library network of ``factpack init``: English, another look, other measures."""
