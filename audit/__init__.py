"""Read a crawl folder, judge it by a checklist and store the findings with their evidence."""
