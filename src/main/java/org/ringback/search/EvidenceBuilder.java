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
        var signs = new KnownSigns(names());
        int[] starts = new int[signs.count() + 1];
        int[][] places = places(signs, starts);
        float[] rarities = rarities(starts);
        var codesSaid = new byte[starts[signs.count()]];
        float[] said = said(places, starts, rarities, codesSaid);
        var oneSign = new float[codes];
        int kept = 0;
        for (int sign = 0; sign < signs.count(); sign++) {
            float all = UNSEEN;
            int from = starts[sign];
            starts[sign] = kept;
            for (int i = from; i < starts[sign + 1]; i++) {
                oneSign[Byte.toUnsignedInt(codesSaid[i])] += said[i];
                all += said[i];
            }
            for (int i = from; i < starts[sign + 1]; i++) {
                float much = oneSign[Byte.toUnsignedInt(codesSaid[i])];
                oneSign[Byte.toUnsignedInt(codesSaid[i])] = 0;
                if (much > 0) {
                    codesSaid[kept] = codesSaid[i];
                    said[kept++] = rarities[sign] * (float) Math.log(all / (all - much));
                }
            }
        }
        starts[signs.count()] = kept;
        return new Evidence(signs, starts, Arrays.copyOf(codesSaid, kept), asShort(alike(codesSaid, said, kept)));
    }

    /**
     * Makes what is known about one code as long as what is known about another: much is written about the common codes, and
     * of the many words in a story some are always theirs by chance.
     */
    private float[] alike(byte[] codesSaid, float[] said, int kept) {
        var squares = new double[codes];
        double all = 0;
        for (int i = 0; i < kept; i++) {
            double square = said[i] * said[i];
            squares[Byte.toUnsignedInt(codesSaid[i])] += square;
            all += square;
        }
        var alike = new float[kept];
        for (int i = 0; i < kept; i++) {
            alike[i] = said[i] * (float) Math.sqrt(all / codes / squares[Byte.toUnsignedInt(codesSaid[i])]);
        }
        return alike;
    }

    /** Three digits are enough to weigh with. */
    private static short[] asShort(float[] numbers) {
        var half = new short[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            half[i] = Float.floatToFloat16(numbers[i]);
        }
        return half;
    }

    private int[] names() {
        int count = 0;
        for (Lesson lesson : lessons) {
            count += lesson.text().names().length;
        }
        var all = new int[count];
        int at = 0;
        for (Lesson lesson : lessons) {
            int[] names = lesson.text().names();
            System.arraycopy(names, 0, all, at, names.length);
            at += names.length;
        }
        return all;
    }

    /** Where each sign of each text is among all, and where what is said by each sign begins. */
    private int[][] places(KnownSigns signs, int[] starts) {
        var places = new int[lessons.size()][];
        for (int lesson = 0; lesson < places.length; lesson++) {
            int[] names = lessons.get(lesson).text().names();
            places[lesson] = new int[names.length];
            for (int i = 0; i < names.length; i++) {
                places[lesson][i] = signs.place(names[i]);
                starts[places[lesson][i] + 1]++;
            }
        }
        for (int sign = 0; sign < signs.count(); sign++) {
            starts[sign + 1] += starts[sign];
        }
        return places;
    }

    private float[] rarities(int[] starts) {
        var rarities = new float[starts.length - 1];
        for (int sign = 0; sign < rarities.length; sign++) {
            rarities[sign] = (float) Math.log((lessons.size() + 1f) / (starts[sign + 1] - starts[sign] + 1));
        }
        return rarities;
    }

    /** Sign by sign how much each text says, and about which code; a long text says no more in all than a short one. */
    private float[] said(int[][] places, int[] starts, float[] rarities, byte[] codesSaid) {
        var said = new float[codesSaid.length];
        int[] free = starts.clone();
        for (int lesson = 0; lesson < places.length; lesson++) {
            Lesson learned = lessons.get(lesson);
            float[] weights = learned.text().weights();
            float squares = 0;
            for (int i = 0; i < weights.length; i++) {
                float weight = weights[i] * rarities[places[lesson][i]];
                squares += weight * weight;
            }
            float scale = squares == 0 ? 0 : learned.weight() / (float) Math.sqrt(squares);
            for (int i = 0; i < weights.length; i++) {
                int place = places[lesson][i];
                codesSaid[free[place]] = (byte) learned.code();
                said[free[place]++] = scale * weights[i] * rarities[place];
            }
        }
        return said;
    }
}
