package org.ringback.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    @ParameterizedTest
    @CsvSource({
        "8000, 16000",
        "8000, 48000",
        "16000, 48000",
        "16000, 8000",
        "48000, 8000",
        "48000, 16000",
        "44100, 48000",
        "11025, 8000",
        "32000, 16000"
    })
    void aToneStaysTheSameTone(int from, int to) {
        short[] tone = tone(from, from, 1000);
        Resampler resampler = new Resampler(from, to);
        short[] heard = new short[0];
        for (int at = 0; at < tone.length; at += 160) {
            short[] piece = resampler.next(Arrays.copyOfRange(tone, at, Math.min(tone.length, at + 160)));
            heard = joined(heard, piece);
        }

        assertThat(heard).hasSize(to);
        assertThat(clearness(heard, to, 1000)).isGreaterThan(55);
    }

    @ParameterizedTest
    @CsvSource({"48000, 8000, 6000", "16000, 8000, 5000", "48000, 16000, 11000"})
    void whatIsTooHighForTheRateIsNotHeard(int from, int to, int frequency) {
        short[] heard = new Resampler(from, to).next(tone(from, from, frequency));

        int loudest = 0;
        for (int i = 200; i < heard.length; i++) {
            loudest = Math.max(loudest, Math.abs(heard[i]));
        }
        assertThat(loudest).isLessThan(30);
    }

    @ParameterizedTest
    @CsvSource({"8000, 48000", "48000, 8000", "44100, 48000"})
    void theLoudestDoesNotTurnOver(int from, int to) {
        short[] square = new short[from];
        for (int i = 0; i < square.length; i++) {
            square[i] = i / 40 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }
        short[] heard = new Resampler(from, to).next(square);

        int turned = 0;
        for (int i = 400; i < heard.length; i++) {
            turned += Math.abs(heard[i] - heard[i - 1]) > 65_000 ? 1 : 0;
        }
        assertThat(turned).isZero();
        assertThat(heard).contains(Short.MAX_VALUE, Short.MIN_VALUE);
    }

    private static short[] tone(int length, int rate, double frequency) {
        short[] tone = new short[length];
        for (int i = 0; i < length; i++) {
            tone[i] = (short) Math.round(20_000 * Math.sin(2 * Math.PI * frequency * i / rate));
        }
        return tone;
    }

    /** How much louder a tone of this frequency is than all else, in decibels; its phase does not matter. */
    private static double clearness(short[] samples, int rate, double frequency) {
        int begin = rate / 100;
        int count = rate / 2;
        double sine = 0;
        double cosine = 0;
        for (int i = begin; i < begin + count; i++) {
            double angle = 2 * Math.PI * frequency * i / rate;
            sine += samples[i] * Math.sin(angle) * 2 / count;
            cosine += samples[i] * Math.cos(angle) * 2 / count;
        }
        double rest = 0;
        for (int i = begin; i < begin + count; i++) {
            double angle = 2 * Math.PI * frequency * i / rate;
            rest += Math.pow(samples[i] - sine * Math.sin(angle) - cosine * Math.cos(angle), 2) / count;
        }
        return 10 * Math.log10((sine * sine + cosine * cosine) / 2 / rest);
    }

    private static short[] joined(short[] one, short[] other) {
        short[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
