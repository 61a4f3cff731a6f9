package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.Complaints;

/** Each language has one word for one thing: its glossary says which, and its texts have none of the others. */
@BesideOthers
class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("^\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern FORBIDDEN = Pattern.compile("`([^`]+)`");
    private static final Pattern STAR_OR_BLANK = Pattern.compile("[* ]|[^* ]+");

    static List<Language> languages() {
        return ShippedFiles.languages();
    }

    static List<Language> translations() {
        return ShippedFiles.translations();
    }

    /** What must not be written. */
    private record Unwanted(String english, String words, String part, Pattern anywhere) {

        static Unwanted of(String english, String words) {
            String longest = STAR_OR_BLANK
                    .matcher(words)
                    .results()
                    .map(MatchResult::group)
                    .max(Comparator.comparingInt(String::length))
                    .orElseThrow();
            return new Unwanted(english, words, folded(longest), pattern(words));
        }

        /** Whether a text has it; of few texts more than a look for its longest part is needed. */
        boolean in(String text, String folded) {
            return folded.contains(part) && anywhere.matcher(text).find();
        }

        /** As patterns see letters whose case does not count. */
        static String folded(String text) {
            return text.codePoints()
                    .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        private static Pattern pattern(String words) {
            return Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:" + STAR_OR_BLANK.matcher(words).replaceAll(Unwanted::part)
                            + ")(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }

        private static String part(MatchResult part) {
            String regex = switch (part.group()) {
                case "*" -> "[\\p{L}\\p{N}]*";
                case " " -> "[\\s\u00a0]+";
                default -> Pattern.quote(part.group());
            };
            return Matcher.quoteReplacement(regex);
        }
    }

    private static Path file(Language language) {
        return Path.of("src", "site", "markdown", "glossary", language.tag() + ".md");
    }

    /** What must not be written, by the English of its row. */
    private static Map<String, List<String>> rows(Language language) throws IOException {
        assertThat(file(language)).as("a glossary for %s", language.ownName()).exists();
        Map<String, List<String>> rows = new TreeMap<>();
        Files.readAllLines(file(language)).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && !row.group(1).equals("English"))
                .forEach(row -> rows.put(
                        row.group(1),
                        FORBIDDEN
                                .matcher(row.group(4))
                                .results()
                                .map(word -> word.group(1))
                                .toList()));
        return rows;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatTheGlossaryDoesNotWantIsNotWritten(Language language) throws IOException {
        var texts = ShippedFiles.everyText(language);
        var complaints = new Complaints(language.ownName() + ", by " + file(language));
        List<Unwanted> unwanted = rows(language).entrySet().stream()
                .flatMap(row -> row.getValue().stream().map(words -> Unwanted.of(row.getKey(), words)))
                .toList();
        texts.forEach((path, text) -> {
            if (!path.contains(".search[")) {
                String folded = Unwanted.folded(text);
                unwanted.stream()
                        .filter(each -> each.in(text, folded))
                        .forEach(each -> complaints.add("write the word for \"" + each.english() + "\" instead of "
                                + each.words() + " in " + path + ": " + text));
            }
        });
        complaints.assertNone();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyGlossaryHasTheTermsOfTheEnglishOne(Language language) throws IOException {
        var english =
                languages().stream().filter(Language::fallback).findFirst().orElseThrow();

        assertThat(rows(language).keySet()).containsAll(rows(english).keySet());
    }
}
