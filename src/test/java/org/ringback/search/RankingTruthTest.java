package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.handbook.Entry;
import org.ringback.language.Language;
import org.ringback.search.terms.Words;

/** What people complain about leads to the code that they need: it is among the first three for nearly all complaints. */
class RankingTruthTest {

    private static final int FIRST = 3;
    private static final int ENOUGH = 60;
    private static final double NEARLY_ALL = 0.95;

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern COMMA = Pattern.compile(",");

    /**
     * A line of a file.
     *
     * @param codes of which one has to be found
     */
    private record Complaint(Set<Integer> codes, String words) {

        static Complaint of(String line) {
            String[] parts = TAB.split(line, -1);
            return new Complaint(
                    Stream.of(COMMA.split(parts[0], -1)).map(Integer::valueOf).collect(Collectors.toSet()), parts[1]);
        }
    }

    /**
     * Every language is asked what people of its country complain about, what it never learned from, and what it did learn from,
     * which must not be forgotten.
     */
    static Stream<Arguments> truths() {
        return LIBRARY.languages().all().stream()
                .flatMap(language ->
                        Stream.of("complaints", "unseen", "told").map(file -> Arguments.of(language, file)));
    }

    @ParameterizedTest
    @MethodSource("truths")
    void theRightCodeIsAmongTheFirstThree(Language language, String file) {
        Answers answers = LIBRARY.answers(language);
        Set<List<String>> searchWords = searchWords(answers);
        List<Complaint> complaints = complaints(file + "_" + language.tag() + ".tsv")
                .filter(complaint -> !searchWords.contains(Words.of(complaint.words())))
                .toList();
        List<String> misses = complaints.stream()
                .filter(complaint -> first(answers, complaint.words()).stream().noneMatch(complaint.codes()::contains))
                .map(complaint -> "%s: %s, not %s"
                        .formatted(complaint.words(), first(answers, complaint.words()), complaint.codes()))
                .toList();

        misses.forEach(System.out::println);
        assertThat(complaints).as("that are no search words themselves").hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(1 - (double) misses.size() / complaints.size())
                .as("the share found in %s_%s.tsv; missed: %s", file, language.tag(), misses)
                .isGreaterThanOrEqualTo(NEARLY_ALL);
    }

    private static List<Integer> first(Answers answers, String words) {
        return answers.search(words).codes().stream().limit(FIRST).toList();
    }

    private static Set<List<String>> searchWords(Answers answers) {
        return answers.all().stream()
                .map(Entry::definition)
                .flatMap(definition -> definition.search().stream())
                .map(Words::of)
                .collect(Collectors.toSet());
    }

    private static Stream<Complaint> complaints(String file) {
        try (InputStream in =
                Objects.requireNonNull(RankingTruthTest.class.getResourceAsStream("/search/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Complaint::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
