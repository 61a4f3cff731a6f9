package org.ringback.language;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The languages that ship, and the way from one of them to its files: asked-for tag, its parents, English. A language
 * exists as soon as there is a {@code texts/texts_<tag>.properties} that names itself, its direction and its typography
 * above its first empty line: no more is read of the languages that nobody asked for.
 */
public final class Languages {

    private final LanguageFiles files;
    private final LanguageHeads heads;
    private final boolean plain;

    /**
     * Finds out which languages there are.
     *
     * @throws UncheckedIOException if the program's own files cannot be read: the installation is broken
     */
    public Languages(LanguageFiles files) {
        this(files, new LanguageHeads(files), false);
    }

    private Languages(LanguageFiles files, LanguageHeads heads, boolean plain) {
        this.files = files;
        this.heads = heads;
        this.plain = plain;
    }

    /** The same for programs and for lines in a shell: with ordinary blanks, and numbers as in every language. */
    public Languages plain() {
        return new Languages(files, heads, true);
    }

    /** The tags of all languages that ship, in the order of the alphabet; asking for them reads no file. */
    public List<String> tags() {
        return heads.tags();
    }

    /** Every language that ships, by tag. */
    public List<Language> all() {
        return heads.tags().stream().map(this::of).toList();
    }

    private Language of(String tag) {
        return heads.of(tag).language();
    }

    public Language english() {
        return byTag(Language.FALLBACK).orElseThrow();
    }

    /** The language with exactly this tag; case and {@code _} for {@code -} do not matter. */
    public Optional<Language> byTag(String tag) {
        String wanted = tag.strip().replace('_', '-');
        return heads.tags().stream()
                .filter(known -> known.equalsIgnoreCase(wanted))
                .findFirst()
                .map(this::of);
    }

    /**
     * The best language for a locale: its exact tag, else a parent of it, else the same language as another country or script
     * writes it, which is nearer than English; else nothing.
     */
    public Optional<Language> bestFor(Locale locale) {
        return chain(locale.toLanguageTag()).stream()
                .flatMap(tag -> byTag(tag).stream())
                .findFirst()
                .or(() -> heads.tags().stream()
                        .filter(tag -> !locale.getLanguage().isEmpty()
                                && Locale.forLanguageTag(tag).getLanguage().equals(locale.getLanguage()))
                        .findFirst()
                        .map(this::of));
    }

    /**
     * The language in which a user is spoken to.
     *
     * @param asked the tag of the one that was chosen, or {@code null}
     * @param system the language of the system, for who has chosen none
     */
    public Language forUser(String asked, Locale system) {
        return Optional.ofNullable(asked)
                .flatMap(this::byTag)
                .or(() -> bestFor(system))
                .orElseGet(this::english);
    }

    /** The tags whose files are asked in turn: {@code pt-BR}, {@code pt}, {@code en}. */
    List<String> fallbackChain(Language language) {
        var chain = new ArrayList<>(chain(language.tag()));
        if (!chain.contains(Language.FALLBACK)) {
            chain.add(Language.FALLBACK);
        }
        return chain;
    }

    private static List<String> chain(String tag) {
        var chain = new ArrayList<String>();
        for (String rest = tag; !rest.isEmpty(); rest = parent(rest)) {
            chain.add(rest);
        }
        return chain;
    }

    private static String parent(String tag) {
        int cut = tag.lastIndexOf('-');
        return cut < 0 ? "" : tag.substring(0, cut);
    }

    /** All texts of a language, gaps filled from its parents and from English; what was filled is logged once. */
    public Texts texts(Language language) {
        List<Map<String, String>> layers = fallbackChain(language).stream()
                .flatMap(tag -> heads.texts(tag).stream())
                .toList();
        return new Texts(language, layers, plain);
    }

    private Typography typography(Language language) {
        if (plain) {
            return Typography.NONE;
        }
        return fallbackChain(language).stream()
                .filter(heads.tags()::contains)
                .flatMap(tag -> heads.of(tag).typography().stream())
                .findFirst()
                .orElse(Typography.NONE);
    }

    /** A JSON bundle such as {@code handbook/definitions}, merged field by field along the same chain. */
    public JsonBundle bundle(String folder, String name, Language language) {
        return JsonBundle.load(files, folder, name, fallbackChain(language), typography(language));
    }
}
