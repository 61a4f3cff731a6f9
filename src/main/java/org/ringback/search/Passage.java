package org.ringback.search;

/**
 * A sentence or a phrase of a page.
 *
 * @param code the index of the page
 * @param rarity how much these words say together: the sum of their rarities
 * @param negated whether it says that something is not there or not so
 */
record Passage(int code, PassageKind kind, String text, float rarity, boolean negated) {}
