package org.ringback.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The letters of a language, as it writes its own name; protocol words in Latin letters may stand in any. */
final class Letters {

    private static final Set<UnicodeScript> CHINESE_AND_JAPANESE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO);

    private final Set<UnicodeScript> own;

    private Letters(Set<UnicodeScript> own) {
        this.own = own;
    }

    static Letters of(Language language) {
        Set<UnicodeScript> own = EnumSet.of(UnicodeScript.LATIN, UnicodeScript.COMMON, UnicodeScript.INHERITED);
        language.ownName().codePoints().mapToObj(UnicodeScript::of).forEach(own::add);
        if (own.contains(UnicodeScript.HAN) || own.contains(UnicodeScript.HANGUL)) {
            own.addAll(CHINESE_AND_JAPANESE);
        }
        return new Letters(own);
    }

    /** The letters of a text that this language does not have. */
    String foreignIn(String text) {
        return text.codePoints()
                .filter(c -> Character.isLetter(c) && !own.contains(UnicodeScript.of(c)))
                .mapToObj(Character::toString)
                .distinct()
                .collect(Collectors.joining());
    }
}
