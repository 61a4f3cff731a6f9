package org.ringback.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with a text in any language, found without knowing the language. */
public final class Prose {

    private static final Pattern DOUBLED = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}_.:-])(?!(?:nous|vous|die|der|das|sie)\\s)" // French and German may say these twice
                    + "(\\p{L}[\\p{L}\\p{M}\\p{N}]*+)\\s++\\1(?![\\p{L}\\p{M}\\p{N}_.:-]*[\\p{L}\\p{M}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LEFTOVER = Pattern.compile("\\{\\d+}|''|\\bnull\\b|\\[]");
    /** Two of these stand beside each other wherever something is wrong, which is seen at once almost everywhere. */
    private static final String TWO = "(?=[\\s.,;:?!][\\s.,;:])";

    private static final Pattern PUNCTUATION = Pattern.compile(String.join(
            "|",
            TWO + "(?:(?<!\\.)\\.\\.(?!\\.)|\\.{4,}", // but ... is an ellipsis
            "[,;][.,;:]|(?<!\\.\\.)\\.[,;:]|[?!]\\.(?!\\p{L})",
            "(?<!\\b(sips?|tel|urn|callto)):[.,;:]", // but sip: is a scheme
            // before a semicolon French has a blank
            "\\s,(?!\\S)|\\s\\.(?!\\S)|\\s\\s)"));
    /** Many scripts have no capital letters. */
    private static final Pattern BEGINNING =
            Pattern.compile("^[\\p{Pi}\\p{Ps}\"¿¡]?(\\p{Lu}|\\p{Lt}|\\p{Lo}|\\d).*", Pattern.DOTALL);

    /** Chinese, Arabic, Urdu and Hindi have full stops and question marks of their own. */
    private static final Pattern ENDING = Pattern.compile("[.?!。？！؟۔।]");

    /** Thai and Lao have none: a sentence of theirs may end in anything, also in a code or a protocol word. */
    private static final Pattern WITHOUT_STOPS = Pattern.compile("[\\p{IsThai}\\p{IsLao}]");

    /** Of alphabets with letters that look alike; in others a protocol word may stand without a space. */
    private static final Pattern MIXED_SCRIPT = Pattern.compile(
            "(\\p{IsLatin}[\\p{IsCyrillic}\\p{IsGreek}]|[\\p{IsCyrillic}\\p{IsGreek}]\\p{IsLatin})\\p{L}*");

    private Prose() {}

    /** Complaints about any text, be it a sentence or a label. */
    public static List<String> faults(String text) {
        List<String> faults = FirstLook.seesNothing(text) ? new ArrayList<>() : byPatterns(text);
        if (!text.equals(text.strip())) {
            faults.add("begins or ends with a space");
        }
        return faults;
    }

    /** The same but for blanks at the ends, whatever is seen at first. */
    static List<String> byPatterns(String text) {
        List<String> faults = new ArrayList<>();
        find(DOUBLED, text, "has a doubled word", faults);
        find(LEFTOVER, text, "has a leftover of a pattern", faults);
        find(PUNCTUATION, text, "has doubled or loose punctuation or spaces", faults);
        find(MIXED_SCRIPT, text, "mixes alphabets inside a word", faults);
        return faults;
    }

    /** Complaints about a text that has to be one or more whole sentences. */
    public static List<String> sentenceFaults(String text) {
        var faults = faults(text);
        if (!BEGINNING.matcher(text).matches()) {
            faults.add("does not begin like a sentence");
        }
        if (!ENDING.matcher(text.substring(Math.max(0, text.length() - 1))).matches()
                && !WITHOUT_STOPS.matcher(text).find()) {
            faults.add("does not end like a sentence");
        }
        return faults;
    }

    private static void find(Pattern pattern, String text, String complaint, List<String> faults) {
        pattern.matcher(text).results().forEach(match -> faults.add(complaint + ": <" + match.group() + ">"));
    }
}
