package org.ringback.language;

import java.lang.System.Logger.Level;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the window and of the command line in one language. Immutable; every text is a whole sentence or label.
 */
public final class Texts {

    private static final System.Logger LOG = System.getLogger(Texts.class.getName());

    private final Language language;
    private final Map<String, String> patterns = new HashMap<>();
    private final Map<String, MessageFormat> compiled = new ConcurrentHashMap<>();
    private final boolean plain;
    private final Typography typography;
    private final LanguageNumbers numbers = new LanguageNumbers(this);

    /**
     * Puts layers on each other.
     *
     * @param layers the texts of the language, of its parents and of English, in this order
     * @param plain whether blanks and numbers stay as they are in every language
     */
    Texts(Language language, List<Map<String, String>> layers, boolean plain) {
        this.language = language;
        this.plain = plain;
        for (var layer : layers) {
            layer.forEach(patterns::putIfAbsent);
        }
        this.typography = plain ? Typography.NONE : Typography.of(key -> patterns.getOrDefault(key, ""));
        var own = layers.subList(0, layers.size() - 1);
        long filled = patterns.keySet().stream()
                .filter(key -> own.stream().noneMatch(layer -> layer.containsKey(key)))
                .count();
        if (filled > 0 && !language.locale().getLanguage().equals(Language.FALLBACK)) {
            LOG.log(Level.WARNING, "Language {0}: {1} texts are missing and stand in English.", language.tag(), filled);
        }
    }

    public Language language() {
        return language;
    }

    /** How this language writes numbers of things. */
    public LanguageNumbers numbers() {
        return numbers;
    }

    /** Whether blanks are ordinary and numbers as in every language. */
    boolean plain() {
        return plain;
    }

    /** Where lines of this language must not end. */
    Typography typography() {
        return typography;
    }

    /**
     * The text with its places filled. Values are always strings: a code, port or count that went through a locale
     * could come out in other digits.
     *
     * @throws IllegalArgumentException if no language file has the key: a mistake in the program, found by its tests
     */
    public String get(TextKey key, String... values) {
        MessageFormat format = compiled.computeIfAbsent(key.key(), this::compile);
        synchronized (format) {
            return format.format(values);
        }
    }

    /** A list of parts that may hold commas themselves. */
    public String listed(List<String> parts) {
        return joined(ListPattern.SEMICOLON, parts);
    }

    /** A list of parts that hold no commas. */
    public String commas(List<String> parts) {
        return joined(ListPattern.COMMA, parts);
    }

    /** Something with what is said beside it, a comma between. */
    public String beside(String something, String more) {
        return get(ListPattern.BESIDE, something, more);
    }

    /** Something with what is true of it. */
    public String qualified(String something, String quality) {
        return get(ListPattern.QUALIFIED, something, quality);
    }

    private String joined(ListPattern pattern, List<String> parts) {
        return parts.stream()
                .reduce((before, next) -> get(pattern, before, next))
                .orElse("");
    }

    /** Whether any language file has this key. */
    public boolean has(TextKey key) {
        return patterns.containsKey(key.key());
    }

    private MessageFormat compile(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for key " + key);
        }
        return new MessageFormat(typography.set(pattern), Locale.ROOT);
    }
}
