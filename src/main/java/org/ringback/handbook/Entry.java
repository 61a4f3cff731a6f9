package org.ringback.handbook;

import java.util.Set;
import org.ringback.language.Language;

/**
 * One page of the handbook: the facts about a code with its words in one language.
 *
 * @param language in which the page was asked for
 * @param filled names of the definition's fields that stand in another language, because this one lacks them
 */
public record Entry(ResponseCode code, Definition definition, Language language, Set<String> filled) {

    public int number() {
        return code.number();
    }
}
