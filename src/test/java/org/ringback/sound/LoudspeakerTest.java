package org.ringback.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;

@BesideOthers
class LoudspeakerTest {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream played = new ByteArrayOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Let go when the line may take more. */
    private final CountDownLatch free = new CountDownLatch(1);

    @Test
    void playsToTheEndAndSaysSo() throws InterruptedException {
        free.countDown();
        Schedule schedule = new Talk().says(50).plan();

        assertThat(new Loudspeaker(format -> line()).play(schedule.read(8000, 0), ended::countDown))
                .isPresent();

        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(closed.await(1, TimeUnit.MINUTES)).isTrue();
        byte[] bytes = played.toByteArray();
        short[] heard = new short[bytes.length / 2];
        for (int i = 0; i < heard.length; i++) {
            heard[i] = (short) ((bytes[2 * i + 1] << 8) + (bytes[2 * i] & 0xFF));
        }
        assertThat(heard).isEqualTo(Talk.heard(schedule, 8000));
        assertThat(told).containsSubsequence("open", "start", "drain", "close");
    }

    @Test
    void fallsSilentWhenItIsTold() throws InterruptedException {
        Playing playing = new Loudspeaker(format -> line())
                .play(new Talk().says(5000).plan().read(8000, 0), ended::countDown)
                .orElseThrow();

        playing.stop();
        free.countDown();

        assertThat(closed.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(played.size()).isLessThan(5000);
        assertThat(told).contains("stop", "flush").doesNotContain("drain");
        assertThat(ended.getCount()).as("nobody is told of an end").isOne();
        assertThat(playing.played()).isEqualTo(42);
    }

    @Test
    void aMachineWithoutALoudspeakerPlaysNothing() {
        Sound sound = new Talk().says(5).plan().read(8000, 0);

        assertThat(new Loudspeaker(format -> {
                            throw new LineUnavailableException("none");
                        })
                        .play(sound, ended::countDown))
                .isEmpty();
        assertThat(new Loudspeaker(format -> {
                            throw new IllegalArgumentException("none");
                        })
                        .play(sound, ended::countDown))
                .isEmpty();
    }

    private SourceDataLine line() {
        return (SourceDataLine) Proxy.newProxyInstance(
                LoudspeakerTest.class.getClassLoader(),
                new Class<?>[] {SourceDataLine.class},
                (proxy, method, values) -> {
                    told.add(method.getName());
                    return switch (method.getName()) {
                        case "write" -> {
                            free.await();
                            played.write((byte[]) values[0], (int) values[1], (int) values[2]);
                            yield values[2];
                        }
                        case "getMicrosecondPosition" -> 42L;
                        case "close" -> {
                            closed.countDown();
                            yield null;
                        }
                        default -> null;
                    };
                });
    }
}
