"""The words that the window, the command line and the reports share."""
