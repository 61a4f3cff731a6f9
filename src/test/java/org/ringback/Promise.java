package org.ringback;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a {@code package-info} may say that its package must never know, in these words. Each is a rule: it names rooms, with
 * those below them, that may not be used, nor be used by what is used; types and packages, by their whole names, that may not
 * be used at first hand; and what of the world outside may not.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum Promise {
    WHO_ASKS("who asks", "session command window", Outside.TOOLKIT, Outside.TERMINAL),
    WHO_PAINTS("who paints", "report answers session command window", Outside.TOOLKIT, Outside.TERMINAL),
    HOW_SHOWN(
            "how anything is shown",
            "words page report answers session command window",
            Outside.TOOLKIT,
            Outside.TERMINAL),
    WHERE_TO("where it goes", "session command window", Outside.TOOLKIT, Outside.FILES),
    TOOLKIT("the toolkit", "window", Outside.TOOLKIT),
    WINDOW("the window", "window", Outside.TOOLKIT),
    PIXELS("pixels", "window", Outside.TOOLKIT, Outside.IMAGES),
    REMEMBERED("what is remembered", "settings session"),
    SUBJECT(
            "what the program is about",
            "sip capture handbook search.terms search comparison call ladder pseudonym export diagnosis reading words"
                    + " page report answers session command window"),
    WORDS("words", "words page report answers org.ringback.diagnosis.FindingTexts"),
    PAGE("the page", "page report answers session command window"),
    LANGUAGES("how a language is taken apart", "", Outside.LANGUAGES),
    FILES("files", "capture.file", Outside.FILES),
    PACKETS("packets", "capture.packet capture.payload capture.stream"),
    LAYERS("which layers stood before", "capture.packet capture.file", Outside.FILES),
    KIND_OF_FILE("in which kind of file a packet lay", "capture.file", Outside.FILES),
    ORIGIN("where bytes come from", "capture", Outside.FILES),
    SEARCHED("how any of it was found", "capture.wrap capture.text capture.payload capture.file", Outside.FILES),
    LOGS("what a log says", "sip capture.text"),
    MEANING("what a message means", "call diagnosis org.ringback.sip.SipMessage"),
    SIP("SIP", "sip"),
    CAPTURES("captures", "capture"),
    CALLS("calls", "call ladder diagnosis reading"),
    FINDINGS("findings", "diagnosis"),
    WHAT_IS_FOUND(
            "what is found in them",
            "diagnosis.rule org.ringback.diagnosis.finding.Finding org.ringback.diagnosis.finding.Kind"
                    + " org.ringback.diagnosis.finding.Weight"),
    HOW_FOUND("how a finding was arrived at", "org.ringback.diagnosis.evidence org.ringback.diagnosis.rule"),
    OTHER_RULES("what other rules found", "diagnosis.incident org.ringback.diagnosis.Diagnosis"),
    SECTIONS("a section of the window", "window.pages window.calls"),
    VIEWS("which view that is", "window.pages window.ladder window.message window.calls"),
    HANDBOOK("the views of the handbook", "window.pages"),
    SECTION_OF_CALLS(
            "the section of calls",
            "window.ladder window.message window.calls org.ringback.call org.ringback.diagnosis"),
    LIST_OF_CALLS("the list of calls", "window.calls"),
    LADDER("the ladder", "window.ladder");

    private static final Pattern LINE_OF_COMMENT = Pattern.compile("\\s*\\n \\*\\s*");
    private static final Pattern NEVER = Pattern.compile("must never (?:know )?([^.:;]*)[.:;]");
    private static final Pattern BETWEEN = Pattern.compile(", (?:or )?| or | nor ");

    private final String words;
    private final Set<String> known;
    private final Set<Outside> outside;

    Promise(String words, String known, Outside... outside) {
        this.words = words;
        this.known = Set.of(known.split(" ", -1));
        this.outside = Set.of(outside);
    }

    /** All that a {@code package-info} promises. Fails if there is nothing, or something for which there is no rule. */
    static List<Promise> in(String packageInfo) {
        Matcher never = NEVER.matcher(LINE_OF_COMMENT.matcher(packageInfo).replaceAll(" "));
        if (!never.find()) {
            throw new AssertionError("it does not say what the package must never know");
        }
        return BETWEEN.splitAsStream(never.group(1)).map(Promise::of).toList();
    }

    private static Promise of(String words) {
        return Stream.of(values())
                .filter(promise -> promise.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule of Promise says what it is to know \"" + words
                        + "\": add" + " one, or say it as one of " + Arrays.toString(values())));
    }

    /** What breaks it in a room that uses these types; empty if it is kept. */
    Set<String> broken(Room room, Collection<String> types) {
        Set<String> broken = new TreeSet<>();
        known.stream()
                .filter(name -> !name.isEmpty())
                .forEach(name -> Stream.concat(reach(room).stream(), types.stream())
                        .filter(used -> used.equals(name) || used.startsWith(name + ".") || used.startsWith(name + "$"))
                        .forEach(broken::add));
        room.outside().stream().filter(outside::contains).map(Outside::name).forEach(broken::add);
        return broken;
    }

    /** The rooms that a room uses, and those that they use. */
    private static Set<String> reach(Room room) {
        Set<String> reach = new HashSet<>(room.uses());
        // From the top down: whoever is used stands below.
        for (Room lower : House.ROOMS.reversed()) {
            if (reach.contains(lower.name())) {
                reach.addAll(lower.uses());
            }
        }
        return reach;
    }

    @Override
    public String toString() {
        return words;
    }
}
