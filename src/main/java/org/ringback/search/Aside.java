package org.ringback.search;

import java.util.List;

/**
 * Something that was typed and is no response code, with the codes to read about.
 *
 * @param text what it is, in whole sentences
 * @param codes which lead further, perhaps none
 */
public record Aside(String text, List<Integer> codes) {}
