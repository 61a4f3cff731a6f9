package org.ringback.search;

import java.util.List;

/**
 * Something that was typed and is no response code, with the codes to read about.
 *
 * @param text what it is, in whole sentences
 * @param codes which lead further, perhaps none
 * @param whole whether it is a name of a program and all that was typed, so that its words mean nothing by themselves
 */
public record Aside(String text, List<Integer> codes, boolean whole) {

    Aside(String text, List<Integer> codes) {
        this(text, codes, false);
    }
}
