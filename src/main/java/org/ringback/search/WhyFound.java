package org.ringback.search;

import org.ringback.language.Language;

/**
 * Why a code was found where that is not obvious.
 *
 * @param kind where the words stand
 * @param text the sentence or the phrase that has them
 * @param language of the text
 */
public record WhyFound(PassageKind kind, String text, Language language) {}
