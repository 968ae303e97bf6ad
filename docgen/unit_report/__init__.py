"""The Báo cáo that one responsible unit sends in."""
