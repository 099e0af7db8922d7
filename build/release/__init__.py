"""Everything between a tested checkout and what a firm installs: freezing, checking, papers, measuring."""
