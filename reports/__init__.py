"""Say what an audit found: posts, charts and Datasette, all from the database's views."""
