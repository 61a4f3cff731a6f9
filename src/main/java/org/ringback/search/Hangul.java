package org.ringback.search;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Korean letters, and the syllables that a keyboard puts together from them while somebody types, by the arithmetic of
 * Unicode (chapter 3.12).
 */
final class Hangul {

    private static final String FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String MIDDLE = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    /** The blank stands for a syllable without one. */
    private static final String LAST = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    private static final char SYLLABLES = '가';
    private static final char LAST_SYLLABLE = '힣';

    /** Two letters by the one that they become. */
    private static final Map<String, String> APART = Stream.of(
                    "ㅘㅗㅏ", "ㅙㅗㅐ", "ㅚㅗㅣ", "ㅝㅜㅓ", "ㅞㅜㅔ", "ㅟㅜㅣ", "ㅢㅡㅣ", "ㄳㄱㅅ", "ㄵㄴㅈ", "ㄶㄴㅎ", "ㄺㄹㄱ", "ㄻㄹㅁ", "ㄼㄹㅂ", "ㄽㄹㅅ",
                    "ㄾㄹㅌ", "ㄿㄹㅍ", "ㅀㄹㅎ", "ㅄㅂㅅ")
            .collect(Collectors.toUnmodifiableMap(all -> all.substring(0, 1), all -> all.substring(1)));

    private static final Map<String, String> TOGETHER =
            APART.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private final String letters;
    private final StringBuilder syllables = new StringBuilder();
    private int at;

    private Hangul(String letters) {
        this.letters = letters;
    }

    /** A text in which letters that make syllables have become them; all else stays. */
    static String syllables(String letters) {
        var hangul = new Hangul(letters);
        while (hangul.at < letters.length()) {
            hangul.next();
        }
        return hangul.syllables.toString();
    }

    /** A text in which every syllable stands as the letters for which there are keys. */
    static String letters(String text) {
        var letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= SYLLABLES && c <= LAST_SYLLABLE) {
                int index = c - SYLLABLES;
                int last = index % LAST.length();
                int middle = index / LAST.length() % MIDDLE.length();
                letters.append(FIRST.charAt(index / LAST.length() / MIDDLE.length()));
                apart(MIDDLE.charAt(middle), letters);
                if (last > 0) {
                    apart(LAST.charAt(last), letters);
                }
            } else {
                apart(c, letters);
            }
        }
        return letters.toString();
    }

    private static void apart(char letter, StringBuilder letters) {
        String one = String.valueOf(letter);
        letters.append(APART.getOrDefault(one, one));
    }

    private void next() {
        int first = FIRST.indexOf(letters.charAt(at));
        if (first < 0 || !vowel(at + 1)) {
            syllables.append(letters.charAt(at++));
            return;
        }
        at++;
        int middle = MIDDLE.indexOf(vowel(at + 1) ? taken(MIDDLE) : letters.charAt(at++));
        int last = Math.max(0, last());
        syllables.append((char) (SYLLABLES + (first * MIDDLE.length() + middle) * LAST.length() + last));
    }

    /** What is followed by a vowel begins the next syllable. */
    private int last() {
        if (at >= letters.length() || letters.charAt(at) == ' ' || vowel(at + 1)) {
            return 0;
        }
        if (LAST.indexOf(letters.charAt(at)) < 0) {
            return 0;
        }
        return LAST.indexOf(vowel(at + 2) ? letters.charAt(at++) : taken(LAST));
    }

    /** Two letters as one if they become one, else the next alone. */
    private char taken(String among) {
        String two = at + 1 < letters.length() ? TOGETHER.get(letters.substring(at, at + 2)) : null;
        if (two != null && among.contains(two)) {
            at += 2;
            return two.charAt(0);
        }
        return letters.charAt(at++);
    }

    private boolean vowel(int index) {
        return index < letters.length() && MIDDLE.indexOf(letters.charAt(index)) >= 0;
    }
}
