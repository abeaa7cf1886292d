"""The tab of insight that says whom to call today and how all customers stand."""
