package org.ringback.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Learns from texts whose codes are known what speaks for each code. Texts are only taken in at first: to learn from them takes
 * as long as all else of an index, and whoever looks up a single word need not wait for it.
 */
final class EvidenceBuilder {

    /** Whoever has seen little does not know much: so much more may be said about other codes. */
    private static final float UNSEEN = 0.5f;

    private final List<Text> texts = new ArrayList<>();
    private final int codes;

    private Evidence learned;

    private record Text(int code, float weight, Supplier<Signs> signs) {}

    private record Lesson(int code, float weight, Signs text) {}

    EvidenceBuilder(int codes) {
        if (codes > 1 << Byte.SIZE) {
            throw new IllegalArgumentException("Too many codes: " + codes);
        }
        this.codes = codes;
    }

    /**
     * Takes in a text.
     *
     * @param code what it is about: an index, not a number
     * @param weight how much it teaches, 1 for a complaint of a page
     */
    void learn(int code, float weight, Supplier<Signs> text) {
        texts.add(new Text(Objects.checkIndex(code, codes), weight, text));
    }

    /**
     * What all texts together say, learned when it is first asked for; none may be taken in from then on. May be asked on any
     * thread.
     */
    synchronized Evidence learned() {
        if (learned == null) {
            learned = learn(texts.stream()
                    .map(text ->
                            new Lesson(text.code(), text.weight(), text.signs().get()))
                    .toList());
            texts.clear();
        }
        return learned;
    }

    private Evidence learn(List<Lesson> lessons) {
        var signs = new KnownSigns(names(lessons));
        int[] starts = new int[signs.count() + 1];
        int[][] places = places(lessons, signs, starts);
        float[] rarities = rarities(lessons.size(), starts);
        var spokenFor = new byte[starts[signs.count()]];
        float[] said = said(lessons, places, starts, rarities, spokenFor);
        int kept = speaking(starts, rarities, spokenFor, said);
        return new Evidence(signs, starts, Arrays.copyOf(spokenFor, kept), asShort(alike(spokenFor, said, kept)));
    }

    /**
     * Makes of what each lesson says by a sign what the sign says about each code: the more, the less is said by it about all
     * others. What is told once for each code takes less room, so starts, codes and shares are moved to the front.
     *
     * @return how many are left
     */
    private int speaking(int[] starts, float[] rarities, byte[] spokenFor, float[] said) {
        var byCode = new float[codes];
        int kept = 0;
        for (int sign = 0; sign < rarities.length; sign++) {
            int from = starts[sign];
            int to = starts[sign + 1];
            starts[sign] = kept;
            float all = UNSEEN;
            for (int i = from; i < to; i++) {
                byCode[Byte.toUnsignedInt(spokenFor[i])] += said[i];
                all += said[i];
            }
            for (int i = from; i < to; i++) {
                int code = Byte.toUnsignedInt(spokenFor[i]);
                if (byCode[code] > 0) {
                    spokenFor[kept] = (byte) code;
                    said[kept++] = rarities[sign] * (float) Math.log(all / (all - byCode[code]));
                    byCode[code] = 0;
                }
            }
        }
        starts[rarities.length] = kept;
        return kept;
    }

    /**
     * Makes what is known about one code as long as what is known about another: much is written about the common codes, and
     * of the many words in a story some are always theirs by chance.
     */
    private float[] alike(byte[] spokenFor, float[] said, int kept) {
        var squares = new double[codes];
        double all = 0;
        for (int i = 0; i < kept; i++) {
            double square = said[i] * said[i];
            squares[Byte.toUnsignedInt(spokenFor[i])] += square;
            all += square;
        }
        var alike = new float[kept];
        for (int i = 0; i < kept; i++) {
            alike[i] = said[i] * (float) Math.sqrt(all / codes / squares[Byte.toUnsignedInt(spokenFor[i])]);
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

    private static int[] names(List<Lesson> lessons) {
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
    private static int[][] places(List<Lesson> lessons, KnownSigns signs, int[] starts) {
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

    private static float[] rarities(int lessons, int[] starts) {
        var rarities = new float[starts.length - 1];
        for (int sign = 0; sign < rarities.length; sign++) {
            rarities[sign] = (float) Math.log((lessons + 1f) / (starts[sign + 1] - starts[sign] + 1));
        }
        return rarities;
    }

    /** Sign by sign how much each text says, and about which code; a long text says no more in all than a short one. */
    private static float[] said(
            List<Lesson> lessons, int[][] places, int[] starts, float[] rarities, byte[] spokenFor) {
        var said = new float[spokenFor.length];
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
                spokenFor[free[place]] = (byte) learned.code();
                said[free[place]++] = scale * weights[i] * rarities[place];
            }
        }
        return said;
    }
}
