package org.ringback.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The languages that ship, and the way from one of them to its files: asked-for tag, its parents, English. A language
 * exists as soon as there is a {@code texts/texts_<tag>.properties} that names itself, its direction and its typography
 * above its first empty line: no more is read of the languages that nobody asked for.
 */
public final class Languages {

    private static final String FOLDER = "texts";
    private static final String PREFIX = "texts_";
    private static final String SUFFIX = ".properties";

    private final LanguageFiles files;
    private final Map<String, Typography> typographies = new HashMap<>();
    private final List<Language> all;
    private final boolean plain;

    /**
     * Finds out which languages there are.
     *
     * @throws UncheckedIOException if the program's own files cannot be read: the installation is broken
     */
    public Languages(LanguageFiles files) {
        this.files = files;
        this.all = discover();
        this.plain = false;
    }

    private Languages(LanguageFiles files, List<Language> all) {
        this.files = files;
        this.all = all;
        this.plain = true;
    }

    /** The same for programs and for lines in a shell: with ordinary blanks, and numbers as in every language. */
    public Languages plain() {
        return new Languages(files, all);
    }

    private List<Language> discover() {
        try {
            var found = new ArrayList<Language>();
            for (String name : files.list(FOLDER)) {
                if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
                    String tag = name.substring(PREFIX.length(), name.length() - SUFFIX.length())
                            .replace('_', '-');
                    var words = properties(tag, Languages::head).orElseThrow();
                    var typography = Typography.of(key -> words.getProperty(key, ""));
                    if (!typography.equals(Typography.NONE)) {
                        typographies.put(tag, typography);
                    }
                    found.add(new Language(
                            tag,
                            words.getProperty("language.name", tag),
                            "rtl".equals(words.getProperty("language.direction"))));
                }
            }
            found.sort(Comparator.comparing(Language::tag));
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every language that ships, by tag. */
    public List<Language> all() {
        return all;
    }

    public Language english() {
        return byTag(Language.FALLBACK).orElseThrow();
    }

    /** The language with exactly this tag; case and {@code _} for {@code -} do not matter. */
    public Optional<Language> byTag(String tag) {
        String wanted = tag.strip().replace('_', '-');
        return all.stream()
                .filter(language -> language.tag().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /**
     * The best language for a locale: its exact tag, else a parent of it, else the same language as another country or script
     * writes it, which is nearer than English; else nothing.
     */
    public Optional<Language> bestFor(Locale locale) {
        return chain(locale.toLanguageTag()).stream()
                .flatMap(tag -> byTag(tag).stream())
                .findFirst()
                .or(() -> all.stream()
                        .filter(language -> !locale.getLanguage().isEmpty()
                                && language.locale().getLanguage().equals(locale.getLanguage()))
                        .findFirst());
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
        return new Texts(
                language, layered(language).stream().map(Languages::asMap).toList(), plain);
    }

    private List<Properties> layered(Language language) {
        try {
            var layers = new ArrayList<Properties>();
            for (String tag : fallbackChain(language)) {
                properties(tag, reader -> reader).ifPresent(layers::add);
            }
            return layers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> asMap(Properties words) {
        return words.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, words::getProperty));
    }

    private static Reader head(Reader whole) {
        return new StringReader(new BufferedReader(whole)
                .lines()
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining("\n")));
    }

    private Optional<Properties> properties(String tag, UnaryOperator<Reader> part) throws IOException {
        Optional<InputStream> file = files.open(FOLDER, PREFIX + tag.replace('-', '_') + SUFFIX);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var words = new Properties();
        try (Reader reader = new InputStreamReader(file.get(), StandardCharsets.UTF_8)) {
            words.load(part.apply(reader));
        }
        return Optional.of(words);
    }

    private Typography typography(Language language) {
        return fallbackChain(language).stream()
                .flatMap(tag -> Optional.ofNullable(typographies.get(tag)).stream())
                .findFirst()
                .orElse(Typography.NONE);
    }

    /** A JSON bundle such as {@code handbook/definitions}, merged field by field along the same chain. */
    public JsonBundle bundle(String folder, String name, Language language) {
        return JsonBundle.load(files, folder, name, fallbackChain(language), typography(language));
    }
}
