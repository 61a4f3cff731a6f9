package org.ringback.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learns from texts whose codes are known what speaks for each code. */
final class EvidenceBuilder {

    /** Whoever has seen little does not know much: so much more may be said about other codes. */
    private static final float UNSEEN = 0.5f;

    private final List<Lesson> lessons = new ArrayList<>();
    private final int codes;

    private record Lesson(int code, float weight, Signs text) {}

    EvidenceBuilder(int codes) {
        if (codes > 1 << Byte.SIZE) {
            throw new IllegalArgumentException("Too many codes: " + codes);
        }
        this.codes = codes;
    }

    /** A text about a code, and how much it is like what people type, up to 1. */
    void learn(int code, float weight, Signs text) {
        lessons.add(new Lesson(code, weight, text));
    }

    Evidence learned() {
        int[] signs = signs();
        float[] rarities = rarities(signs);
        float[] said = said(signs, rarities);
        int count = 0;
        for (float much : said) {
            count += much > 0 ? 1 : 0;
        }
        var starts = new int[signs.length + 1];
        var spokenFor = new byte[count];
        var shares = new float[count];
        int at = 0;
        for (int sign = 0; sign < signs.length; sign++) {
            int first = sign * codes;
            float all = UNSEEN;
            for (int code = 0; code < codes; code++) {
                all += said[first + code];
            }
            for (int code = 0; code < codes; code++) {
                float much = said[first + code];
                if (much > 0) {
                    spokenFor[at] = (byte) code;
                    shares[at++] = rarities[sign] * (float) Math.log(all / (all - much));
                }
            }
            starts[sign + 1] = at;
        }
        return new Evidence(signs, starts, spokenFor, shares);
    }

    private int[] signs() {
        int[] all = lessons.stream()
                .flatMapToInt(lesson -> Arrays.stream(lesson.text().names()))
                .toArray();
        Arrays.sort(all);
        int different = 0;
        for (int name : all) {
            if (different == 0 || all[different - 1] != name) {
                all[different++] = name;
            }
        }
        return Arrays.copyOf(all, different);
    }

    private float[] rarities(int[] signs) {
        var rarities = new float[signs.length];
        for (Lesson lesson : lessons) {
            for (int name : lesson.text().names()) {
                rarities[Arrays.binarySearch(signs, name)]++;
            }
        }
        for (int sign = 0; sign < signs.length; sign++) {
            rarities[sign] = (float) Math.log((lessons.size() + 1) / (rarities[sign] + 1));
        }
        return rarities;
    }

    /** For each sign how much is said about each code; a long text says no more in all than a short one. */
    private float[] said(int[] signs, float[] rarities) {
        var said = new float[signs.length * codes];
        for (Lesson lesson : lessons) {
            int[] names = lesson.text().names();
            var places = new int[names.length];
            var weights = new float[names.length];
            float squares = 0;
            for (int i = 0; i < names.length; i++) {
                places[i] = Arrays.binarySearch(signs, names[i]);
                weights[i] = lesson.text().weights()[i] * rarities[places[i]];
                squares += weights[i] * weights[i];
            }
            float scale = squares == 0 ? 0 : lesson.weight() / (float) Math.sqrt(squares);
            for (int i = 0; i < names.length; i++) {
                said[places[i] * codes + lesson.code()] += scale * weights[i];
            }
        }
        return said;
    }
}
