"""Rules about the section tree: parts, headings, numbers of headings, paragraphs."""
