"""Word files: templates opened, filled and saved with python-docx; nothing else imports it."""
