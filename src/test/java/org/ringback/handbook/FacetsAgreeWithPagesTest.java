package org.ringback.handbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.Complaints;
import org.ringback.language.Language;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;
import org.ringback.language.ShippedFiles;

/**
 * What the text of a page says of senders, requests, retries and dialogs is what its facts say beside it: in English, whose
 * words can be known, and of requests in every language. {@link SameFactsTest} holds the others to the English page.
 */
class FacetsAgreeWithPagesTest {

    private static final Languages LANGUAGES = new Languages(new ProgramFiles());

    private static final Handbook ENGLISH = Handbook.load(Codes.load(), LANGUAGES, LANGUAGES.english());

    /** Not only as a word of its own: some scripts have no blanks. */
    private static final Pattern METHOD = Pattern.compile("(?<![A-Za-z])(?:INVITE|BYE|CANCEL|OPTIONS|REGISTER|PRACK"
            + "|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE|SERVICE)(?=s?(?![A-Za-z]))");

    /** Methods that a page names beside those that it can answer: what follows, or does not. */
    private static final Map<Integer, Set<String>> BESIDE = Map.of(204, Set.of("NOTIFY"));

    private static final List<Rule> SENDERS = List.of(
            new Rule("is the registrar|the registrar knows|a registrar's", sentBy(Sender.REGISTRAR)),
            new Rule("the forking proxy sends", sentBy(Sender.FORKING_PROXY)),
            new Rule("the edge proxy reports", sentBy(Sender.EDGE_PROXY)),
            new Rule("(from|usually) call analytics", sentBy(Sender.ANALYTICS)),
            new Rule("\\bverifier\\b|verifying network", sentBy(Sender.VERIFICATION_SERVICE)),
            new Rule("presence servers? use", sentBy(Sender.STATE_SERVER)),
            new Rule(
                    "(some|other) carriers send it|comes from carriers|carriers? .{0,40} documents",
                    FacetsAgreeWithPagesTest::anyone),
            new Rule(
                    "(?i)an internal note|local (phrase|status)|made it up|own stack invented",
                    sentBy(Sender.LOCAL_STACK)),
            new Rule("a relay that stores", sentBy(Sender.MESSAGE_RELAY)),
            new Rule("a gateway reports", sentBy(Sender.GATEWAY)),
            new Rule("no known software sends it|no product is known", sentBy(Sender.NOBODY, Sender.LOCAL_STACK)));

    private static final List<Rule> RETRIES = List.of(
            new Rule("should not be repeated as it is|no point in dialing again", retried(Retry.NEVER)),
            new Rule(
                    "should try again|many stacks do it by themselves|most do so without a word|retries at once",
                    retried(Retry.AUTOMATIC)),
            new Rule("calling later makes sense|try again after several seconds", retried(Retry.LATER)),
            new Rule("Another route can", retried(Retry.AFTER_CHANGE, Retry.ELSEWHERE)),
            new Rule("is therefore normal|needs no repair|normal end of a call", retried(Retry.NOT_NEEDED)),
            new Rule("same (bytes|document|broken URI)", retried(Retry.AFTER_CHANGE)),
            new Rule("balance that is too low|does not cover the call", retried(Retry.AFTER_CHANGE)),
            new Rule("only (once|if) it had|and only once", retried(Retry.AFTER_CHANGE)),
            new Rule("should be tried\\.$|should go to the next server", retried(Retry.ELSEWHERE)));

    private static final List<Rule> DIALOGS = List.of(
            new Rule(
                    "must not end (the call|an existing dialog)|should not end an existing dialog|the call itself goes"
                            + " on",
                    dialog(DialogEffect.NEVER_ENDS_DIALOG)),
            new Rule(
                    "the dialog goes on|dialog lives on|dialog survives it|hits only the one request",
                    dialog(DialogEffect.TRANSACTION_ONLY)),
            new Rule("ends that dialog|that dialog is gone|which ends that call", dialog(DialogEffect.DESTROYS_DIALOG)),
            new Rule(
                    "ends the usage|also ends the subscription|that refreshes, \\d+ ends the subscription",
                    dialog(DialogEffect.DESTROYS_USAGE, DialogEffect.DESTROYS_DIALOG)),
            new Rule("opens an early dialog", dialog(DialogEffect.EARLY_DIALOG)),
            new Rule("opens no dialog", dialog(DialogEffect.NONE)),
            new Rule("side that gets it should end the call", dialog(DialogEffect.ENDS_USAGE_ON_TIMEOUT)));

    static List<Language> languages() {
        return ShippedFiles.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aRequestThatThePageNamesIsOneThatCanGetTheCode(Language language) {
        var complaints = new Complaints();
        for (Entry entry : Handbook.load(Codes.load(), LANGUAGES, language).all()) {
            var methods = entry.code().methods();
            if (methods.only().isEmpty()) {
                continue;
            }
            Set<String> known = new HashSet<>(methods.only());
            known.addAll(methods.formerly());
            known.addAll(BESIDE.getOrDefault(entry.number(), Set.of()));
            Set<String> named = METHOD.matcher(
                            entry.definition().gist() + " " + entry.definition().seenInShort())
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toSet());
            named.removeAll(known);
            if (!named.isEmpty()) {
                complaints.add(entry.number() + " names " + named + ", methods in codes.json are " + known);
            }
        }
        complaints.assertNone();
    }

    @Test
    void whoSendsACodeIsTheSameInTextAndFacts() {
        check(SENDERS, "senders");
    }

    @Test
    void theNextAttemptIsTheSameInTextAndFacts() {
        check(RETRIES, "retry");
    }

    @Test
    void theDialogFaresTheSameInTextAndFacts() {
        check(DIALOGS, "dialogEffect");
    }

    /** Each rule has to match somewhere: one that no page fulfills checks nothing. */
    private static void check(List<Rule> rules, String fact) {
        var complaints = new Complaints();
        for (Rule rule : rules) {
            var pattern = Pattern.compile(rule.words());
            boolean met = false;
            for (Entry entry : ENGLISH.all()) {
                if (pattern.matcher(text(entry)).find()) {
                    met = true;
                    if (!rule.holds().test(entry.code())) {
                        complaints.add(fact + " of " + entry.number() + " in codes.json contradicts <" + rule.words()
                                + "> on its page");
                    }
                }
            }
            if (!met) {
                complaints.add("no page says <" + rule.words() + ">");
            }
        }
        complaints.assertNone();
    }

    private static String text(Entry entry) {
        var words = entry.definition();
        var text = new ArrayList<String>();
        text.addAll(words.description());
        text.add(words.seenInShort());
        text.add(words.gist());
        return String.join(" ", text);
    }

    private static Predicate<ResponseCode> sentBy(Sender... senders) {
        return code -> List.of(senders).stream().anyMatch(code.senders()::contains);
    }

    private static boolean anyone(ResponseCode code) {
        return !code.senders().contains(Sender.NOBODY);
    }

    private static Predicate<ResponseCode> retried(Retry first, Retry... others) {
        return code -> EnumSet.of(first, others).contains(code.retry());
    }

    private static Predicate<ResponseCode> dialog(DialogEffect first, DialogEffect... others) {
        return code -> EnumSet.of(first, others).contains(code.dialogEffect());
    }

    /**
     * What some pages say, and what must then hold for their facts.
     *
     * @param words as a pattern
     */
    private record Rule(String words, Predicate<ResponseCode> holds) {}
}
