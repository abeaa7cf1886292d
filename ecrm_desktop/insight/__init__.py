"""Who the customers are and what will happen: joins what `queries` read and `analysis` reckons."""
