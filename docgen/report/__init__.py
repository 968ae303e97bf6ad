"""The Báo cáo of a period."""
