package org.ringback.language;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is made for each language when it is first asked for, and kept. May be asked from any thread; who asks for one language
 * waits until that one is made, and for no other.
 */
public final class PerLanguage<V> {

    private final Function<Language, V> maker;
    private final Map<Language, Place> places = new ConcurrentHashMap<>();

    public PerLanguage(Function<Language, V> maker) {
        this.maker = maker;
    }

    /** What was made for a language, made now if it was not. */
    public V of(Language language) {
        return places.computeIfAbsent(language, Place::new).get();
    }

    private final class Place {

        private final Language language;
        private V made;

        private Place(Language language) {
            this.language = language;
        }

        private synchronized V get() {
            if (made == null) {
                made = maker.apply(language);
            }
            return made;
        }
    }
}
