package org.ringback.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The files with the texts of the languages that ship, and what stands at the head of each. Which there are is known at once; a
 * head is read when somebody first asks for it, and kept: a start speaks one language of many.
 */
final class LanguageHeads {

    private static final String FOLDER = "texts";
    private static final String PREFIX = "texts_";
    private static final String SUFFIX = ".properties";

    private final LanguageFiles files;
    private final List<String> tags;
    private final Map<String, Head> heads = new ConcurrentHashMap<>();
    private final Map<String, Optional<Map<String, String>>> texts = new ConcurrentHashMap<>();

    /**
     * What stands above the first empty line.
     *
     * @param typography empty where the language says nothing, so that its parent is asked
     */
    record Head(Language language, Optional<Typography> typography) {}

    LanguageHeads(LanguageFiles files) {
        this.files = files;
        try {
            this.tags = files.list(FOLDER).stream()
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .map(name -> name.substring(PREFIX.length(), name.length() - SUFFIX.length()))
                    .map(name -> name.replace('_', '-'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every language that ships, in the order of the alphabet. */
    List<String> tags() {
        return tags;
    }

    /**
     * The head of the language with exactly this tag.
     *
     * @throws UncheckedIOException if the program's own files cannot be read: the installation is broken
     */
    Head of(String tag) {
        return heads.computeIfAbsent(tag, this::head);
    }

    private Head head(String tag) {
        Properties words = properties(tag, LanguageHeads::upToAnEmptyLine).orElseThrow();
        Typography typography = Typography.of(key -> words.getProperty(key, ""));
        var language = new Language(
                tag, words.getProperty("language.name", tag), "rtl".equals(words.getProperty("language.direction")));
        return new Head(language, typography.saysNothing() ? Optional.empty() : Optional.of(typography));
    }

    private static Reader upToAnEmptyLine(Reader whole) {
        return new StringReader(new BufferedReader(whole)
                .lines()
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining("\n")));
    }

    /** All texts of a language, kept for who wants them with other blanks; nothing where there is no such file. */
    Optional<Map<String, String>> texts(String tag) {
        return texts.computeIfAbsent(tag, this::read);
    }

    private Optional<Map<String, String>> read(String tag) {
        return properties(tag, whole -> whole)
                .map(words ->
                        words.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, words::getProperty)));
    }

    private Optional<Properties> properties(String tag, UnaryOperator<Reader> part) {
        try {
            Optional<InputStream> file = files.open(FOLDER, PREFIX + tag.replace('-', '_') + SUFFIX);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            var words = new Properties();
            try (Reader reader = new InputStreamReader(file.get(), StandardCharsets.UTF_8)) {
                words.load(part.apply(reader));
            }
            return Optional.of(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
