"""Native Word charts: what they show, how a template's chart takes it, how one is drawn."""
