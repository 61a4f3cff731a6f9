package org.ringback.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.ringback.comparison.AllPairs.LIBRARY;
import static org.ringback.comparison.AllPairs.labels;
import static org.ringback.comparison.AllPairs.sentences;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.Complaints;
import org.ringback.handbook.Definition;
import org.ringback.handbook.Entry;
import org.ringback.handbook.HeaderRule;
import org.ringback.handbook.OtherPhrase;
import org.ringback.handbook.ResponseCode;
import org.ringback.language.EnglishLeft;
import org.ringback.language.Prose;

/** What is said about two codes reads as if a person had written it, in every language. */
@ParameterizedClass
@MethodSource("org.ringback.comparison.AllPairs#languages")
@BesideOthers
class PairWordsTest {

    @Parameter
    private AllPairs pairs;

    /** Longer ones are not read by somebody with an angry user on the phone. */
    private static final int LONGEST_SUMMARY = 300;

    private static final Pattern PHRASE_LABEL = Pattern.compile("(?:^|[.;] )\\d{3}(?: \\p{Lu}\\S*)*: ");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");
    private static final Pattern WORD = Pattern.compile("[^a-z]+");

    /** Words that in every language are written so on the wire or on a screen, and no fact of codes.json holds. */
    private static final Set<String> PROTOCOL_WORDS = Set.of(
            "tel",
            "sips",
            "urn", // schemes
            "branch",
            "realm",
            "location",
            "pending",
            "digest",
            "nonce",
            "id",
            "q", // parameters and their values
            "timer",
            "precondition",
            "replaces", // option tags
            "presence",
            "dialog",
            "sipfrag",
            "multipart",
            "xml", // event packages and bodies
            "orig",
            "dest",
            "iat",
            "info", // claims of a PASSporT
            "curl",
            "dig",
            "nginx",
            "sipsorcery", // tools and products
            "redirect", // an application of FreeSWITCH
            "failure",
            "route",
            "direct",
            "media",
            "proxy", // settings: failure route, direct media, outbound proxy
            "early",
            "glare",
            "offer",
            "overlap", // terms that engineers do not translate
            "address",
            "of",
            "record", // the address of record
            "entity",
            "event",
            "package",
            "token",
            "flow",
            "algorithm",
            "extension",
            "namespace",
            "required",
            "push",
            "reliable",
            "publication",
            "publish",
            "preconditions",
            "candidate",
            "keepalive",
            "handshake",
            "session",
            "release",
            "restricted",
            "user",
            "information",
            "bearer",
            "capability",
            "congestion",
            "digital", // of SIP, RTP and ISDN
            "digit",
            "map",
            "interdigit",
            "timeout",
            "context",
            "debug",
            "alias",
            "federation",
            "gateway",
            "failover",
            "resolver",
            "full",
            "form",
            "compact", // settings and states of products
            "ms"); // a unit

    @Test
    void everySentenceIsWholeAndClean() {
        var checked = new HashSet<String>();
        var complaints = new Complaints();
        pairs.forEach((comparison, pair) -> {
            for (String text : sentences(comparison)) {
                if (checked.add(text)) {
                    complaints.addAll(pair, Prose.sentenceFaults(text), text);
                }
            }
            for (String text : labels(comparison)) {
                if (checked.add(text)) {
                    complaints.addAll(pair, Prose.faults(text), text);
                }
            }
        });
        complaints.assertNone();
        assertThat(checked).hasSizeGreaterThan(1000);
    }

    @Test
    void oneSentenceSaysWhatSeparatesTwoCodes() {
        var complaints = new Complaints();
        pairs.forEach((comparison, pair) -> {
            if (comparison.sameCode()) {
                return;
            }
            complaints.expect(pair + " summary", comparison.summary().size(), 1);
            String summary = comparison.summary().getFirst();
            if (!summary.contains(comparison.left().code().digits())
                    || !summary.contains(comparison.right().code().digits())) {
                complaints.add(pair + " does not name both codes: " + summary);
            }
            if (PHRASE_LABEL.matcher(summary).find()) {
                complaints.add(pair + " puts a label where a sentence belongs: " + summary);
            }
            if (comparison.contrast().isEmpty()
                    && (summary.length() > LONGEST_SUMMARY
                            || SENTENCE_END.splitAsStream(summary).count() > 1)) {
                complaints.add(pair + " is not one short sentence: " + summary);
            }
            if (comparison
                    .left()
                    .definition()
                    .says()
                    .equals(comparison.right().definition().says())) {
                complaints.add(pair + " says the same of both: " + summary);
            }
        });
        complaints.assertNone();
    }

    @Test
    void everyDifferenceSaysTwoDifferentThings() {
        var complaints = new Complaints();
        pairs.forEach((comparison, pair) -> {
            for (var difference : comparison.differences()) {
                String left = nameless(difference.left(), comparison.left());
                if (left.equals(nameless(difference.right(), comparison.right()))) {
                    complaints.add(pair + " no difference in " + difference);
                }
            }
        });
        complaints.assertNone();
    }

    private static String nameless(String sentence, Entry entry) {
        return sentence.replace(entry.code().digits(), "").replace(entry.code().phrase(), "");
    }

    @Test
    void noDifferenceRepeatsADefinition() {
        var complaints = new Complaints();
        var told = new HashMap<Definition, Set<String>>();
        pairs.forEach((comparison, pair) -> {
            var ofLeft = told.computeIfAbsent(comparison.left().definition(), PairWordsTest::longTexts);
            var ofRight = told.computeIfAbsent(comparison.right().definition(), PairWordsTest::longTexts);
            for (var difference : comparison.differences()) {
                if (Stream.of(difference.left(), difference.right())
                        .anyMatch(side -> ofLeft.contains(side) || ofRight.contains(side))) {
                    complaints.add(pair + " copied from a definition: " + difference);
                }
            }
        });
        complaints.assertNone();
    }

    private static Set<String> longTexts(Definition words) {
        return Stream.of(words.description(), words.seen(), words.fix())
                .flatMap(Collection::stream)
                .flatMap(SENTENCE_END::splitAsStream)
                .collect(Collectors.toSet());
    }

    @Test
    void translatedSentencesHoldNoEnglishWords() {
        assumeThat(pairs.translated()).isTrue();
        var english = EnglishLeft.in(pairs.answers().language());
        var allowed = wordsOfTheProtocol();
        var checked = new HashSet<String>();
        var found = new TreeMap<String, String>();
        pairs.forEach((comparison, pair) -> Stream.concat(sentences(comparison).stream(), labels(comparison).stream())
                .filter(checked::add)
                .forEach(text -> english.words(text).stream()
                        .filter(word -> !allowed.contains(word))
                        .forEach(word -> found.putIfAbsent(word, pair + " " + text))));

        var complaints = new Complaints(pairs + ", or add true protocol words to PROTOCOL_WORDS");
        found.forEach((word, where) -> complaints.add(word + " in " + where));
        complaints.assertNone();
    }

    /** What is written the same in every language: phrases, header fields, methods and products of the facts. */
    private static Set<String> wordsOfTheProtocol() {
        var words = new HashSet<>(PROTOCOL_WORDS);
        for (ResponseCode code : LIBRARY.codes().all()) {
            Stream.of(
                            Stream.of(code.phrase()),
                            code.otherPhrases().stream().map(OtherPhrase::phrase),
                            code.headers().stream().map(HeaderRule::name),
                            code.requestHeaders().stream(),
                            code.emitters().stream())
                    .flatMap(texts -> texts)
                    .filter(Objects::nonNull)
                    .flatMap(WORD::splitAsStream)
                    .forEach(words::add);
        }
        return words;
    }
}
