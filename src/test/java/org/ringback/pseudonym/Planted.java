package org.ringback.pseudonym;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Values that may be found nowhere afterwards, each with the place where it was planted. */
final class Planted {

    private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";
    /** Letters that are in no pseudonym that can be spoken, lest one is a planted value by chance. */
    private static final String NEVER_DRAWN = "cjqwx";

    private static final String VOWELS = "aeiouy";

    private final RandomGenerator random;
    private final Map<String, String> places = new LinkedHashMap<>();

    Planted(RandomGenerator random) {
        this.random = random;
    }

    Map<String, String> places() {
        return places;
    }

    /** Some value of any kind. */
    String any(String place) {
        return switch (random.nextInt(12)) {
            case 0 -> number(place, 10);
            case 1 -> number(place, 12);
            case 2 -> planted(place, hex(12));
            case 3 -> planted(place, word() + "." + word() + "-gmbh.de");
            case 4 -> planted(place, "77." + (100 + random.nextInt(150)) + "." + (100 + random.nextInt(150)) + ".9");
            case 5 -> planted(place, "SEP" + hex(12).toUpperCase(Locale.ROOT));
            case 6 -> planted(place, number(4) + "-" + number(2) + "-" + number(2) + "T" + number(6));
            case 7 -> planted(place, "48." + number(7));
            case 8 -> planted(place, capital(word()) + number(5));
            case 9 -> planted(place, word() + "_" + word());
            default -> word(place);
        };
    }

    /** A name in capitals or not. */
    String word(String place) {
        return planted(place, random.nextBoolean() ? capital(word()) : word());
    }

    String number(String place, int digits) {
        return planted(place, number(digits));
    }

    String planted(String place, String value) {
        places.put(value, place);
        return value;
    }

    String hex(int length) {
        var hex = new StringBuilder();
        while (hex.length() < length) {
            hex.append(Integer.toHexString(random.nextInt(16)));
        }
        return hex.toString();
    }

    private String number(int digits) {
        var number = new StringBuilder();
        while (number.length() < digits) {
            number.append(1 + random.nextInt(9));
        }
        return number.toString();
    }

    private String word() {
        var word = new StringBuilder().append(one(NEVER_DRAWN)).append(one(VOWELS));
        for (int i = 1; i < 4 + random.nextInt(3); i++) {
            word.append(one(CONSONANTS)).append(one(VOWELS));
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private char one(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    RandomGenerator random() {
        return random;
    }
}
